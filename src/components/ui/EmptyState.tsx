import type { ReactNode } from 'react'

/** Where a list would be, while there is nothing in it: what will be here and how it comes about. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="flex flex-col items-center rounded-card border border-dashed border-line-strong/50 px-6 py-14 text-center">
      <Prints />
      <h2 className="mt-6 font-display text-2xl font-semibold">{title}</h2>
      <p className="mt-2 max-w-md text-balance text-muted">{text}</p>
      {children}
    </section>
  )
}

const PRINTS = [
  ['/art/meadow.svg', '-rotate-8 -translate-x-8'],
  ['/art/sea.svg', 'rotate-8 translate-x-8'],
  ['/art/peaks.svg', '-translate-y-1'],
] as const

/** A few pictures, as they will lie here. Decoration. */
function Prints() {
  return (
    <div aria-hidden className="relative h-20 w-26">
      {PRINTS.map(([src, place]) => (
        <img
          key={src}
          src={src}
          alt=""
          className={`absolute inset-0 size-full rounded-small border-3 border-on-film object-cover shadow-card dark:opacity-90 ${place}`}
        />
      ))}
    </div>
  )
}
