import { useQuery } from '@tanstack/react-query'
import BellIcon from 'lucide-react/icons/bell'
import { notificationQueries } from '@/hooks/queries/notifications'
import { t } from '@/lib/i18n'

type BellProps = {
  userId: string
  /** Classes of the word beside the bell; `sr-only` (the default) shows the bell alone. */
  wordClassName?: string
  className?: string
}

/** The bell with the number of unread notifications; it opens the list of them. */
export function Bell({ userId, wordClassName = 'sr-only', className = '' }: BellProps) {
  const { data: unread = 0 } = useQuery(notificationQueries.unread(userId))
  return (
    <button
      type="button"
      className={`flex min-h-11 items-center gap-3 rounded-control px-4 text-[0.9375rem] text-muted hover:bg-sunken hover:text-ink ${className}`}
    >
      <BellIcon aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
      <span className={wordClassName}>{t('notices.bell', { count: unread })}</span>
    </button>
  )
}
