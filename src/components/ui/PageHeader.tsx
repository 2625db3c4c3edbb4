import type { ReactNode } from 'react'
import { PageTitle } from './PageTitle'

/** The heading of a page, with what can be done there at its side. */
export function PageHeader({
  title,
  lead,
  actions,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 md:mb-10">
      <PageTitle>{title}</PageTitle>
      <div className="min-w-0">
        <h1 className="font-display text-3xl font-semibold tracking-tight break-words md:text-4xl">
          {title}
        </h1>
        {lead && <p className="mt-2 text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  )
}
