import type { ReactNode } from 'react'

/** Where a list would be, while there is nothing in it: what will be here and how it comes about. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="flex flex-col items-center rounded-card border border-dashed border-line-strong/50 px-6 py-14 text-center">
      <h2 className="font-display text-2xl font-semibold">{title}</h2>
      <p className="mt-2 max-w-md text-balance text-muted">{text}</p>
      {children}
    </section>
  )
}
