import type { ReactNode } from 'react'
import CircleAlert from 'lucide-react/icons/circle-alert'

/** Something went wrong, said where it happened and read out at once. */
export function ErrorNotice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-control bg-danger-soft px-4 py-3 text-sm text-ink"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-48">{children}</p>
        {action}
      </div>
    </div>
  )
}
