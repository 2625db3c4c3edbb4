import { useId, type ReactNode } from 'react'

/** A titled card on pages made of several. */
export function Panel({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="rounded-card border border-line bg-surface p-6 shadow-card sm:p-8"
    >
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {lead && <p className="mt-1 text-body text-muted">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  )
}
