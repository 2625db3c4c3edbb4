import { useQuery } from '@tanstack/react-query'
import BellIcon from 'lucide-react/icons/bell'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { notificationQueries } from '@/hooks/queries/notifications'
import { useModal } from '@/hooks/useModal'
import { useScreenSize } from '@/hooks/useScreenSize'
import { t } from '@/lib/i18n'
import { UnreadAnnouncer } from './UnreadAnnouncer'

type BellProps = {
  userId: string
  /** Classes of the word beside the bell; `sr-only` (the default) shows the bell alone. */
  wordClassName?: string
  className?: string
}

const loadList = () => import('./NoticesPopover')
const NoticesPopover = lazy(async () => ({ default: (await loadList()).NoticesPopover }))

/** The bell with the number of unread notifications; it opens the list of them: beside it, on phones as a sheet. */
export function Bell({ userId, wordClassName = 'sr-only', className = '' }: BellProps) {
  const { data } = useQuery(notificationQueries.unread(userId))
  const unread = data ?? 0
  const button = useRef<HTMLButtonElement>(null)
  const isPhone = useScreenSize() === 'phone'
  const sheet = useModal('notices')
  const [isPopoverOpen, setPopoverOpen] = useState(false)
  const closePopover = useCallback(() => setPopoverOpen(false), [])
  return (
    <>
      <button
        ref={button}
        type="button"
        data-bell
        aria-haspopup="dialog"
        aria-expanded={sheet.isOpen || isPopoverOpen}
        aria-label={unread > 0 ? t('notices.bell', { count: unread }) : t('notices.title')}
        data-tip={wordClassName === 'sr-only' ? t('notices.title') : undefined}
        onClick={() => (isPhone ? sheet.open({}) : setPopoverOpen((open) => !open))}
        onPointerEnter={() => void loadList().catch(() => undefined)}
        className={`flex min-h-11 items-center gap-3 rounded-control px-4 text-body text-muted transition-colors duration-quick hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink ${className}`}
      >
        <span className="relative shrink-0">
          <BellIcon aria-hidden className="size-5" strokeWidth={1.75} />
          {unread > 0 && <Badge unread={unread} />}
        </span>
        <span className={wordClassName}>{t('notices.title')}</span>
      </button>
      <UnreadAnnouncer unread={data} />
      {isPopoverOpen && !isPhone && (
        <Suspense>
          <NoticesPopover userId={userId} anchor={button} close={closePopover} />
        </Suspense>
      )}
    </>
  )
}

const SHOWN_MOST = 99

/** Keyed by the number, so that a new one is seen to arrive. */
function Badge({ unread }: { unread: number }) {
  return (
    <span
      key={unread}
      aria-hidden
      className="absolute -top-2 left-2.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-2xs leading-none font-semibold text-accent-ink tabular-nums ring-2 ring-surface transition-transform duration-slow ease-calm starting:scale-50"
    >
      {unread > SHOWN_MOST ? `${SHOWN_MOST}+` : unread}
    </span>
  )
}
