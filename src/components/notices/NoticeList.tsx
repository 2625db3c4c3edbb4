import BellRing from 'lucide-react/icons/bell-ring'
import Settings from 'lucide-react/icons/settings'
import { Link } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import type { NotificationFeed } from '@/hooks/useNotificationFeed'
import { useNow } from '@/hooks/useNow'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { NoticeItem } from './NoticeItem'
import { moveThroughRows } from './rowFocus'

/** What has happened, newest first. Arrow keys go from one to the next, Delete dismisses. */
export function NoticeList({ feed }: { feed: NotificationFeed }) {
  const now = useNow(30_000)
  const { rows, error } = feed
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {!rows && error && (
          <div className="p-4">
            <LoadFailed error={error} onRetry={feed.retry} />
          </div>
        )}
        {!rows && !error && <Skeletons />}
        {rows?.length === 0 && <Quiet />}
        {rows && rows.length > 0 && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- shortcuts; Tab goes there as well
          <ul aria-label={t('notices.title')} onKeyDown={moveThroughRows} className="divide-y divide-line/70">
            {rows.map((row) => (
              <NoticeItem
                key={row.id}
                notification={row}
                now={now}
                onRead={() => feed.markRead(row.id)}
                onDismiss={() => feed.dismiss(row.id)}
              />
            ))}
          </ul>
        )}
        {feed.hasOlder && (
          <div className="border-t border-line/70 p-3 text-center">
            <Button variant="quiet" size="small" aria-disabled={feed.loadingOlder} onClick={feed.showOlder}>
              {t('notices.older')}
            </Button>
          </div>
        )}
      </div>
      <footer className="border-t border-line px-3 py-1.5">
        <Link
          to={paths.notificationSettings}
          className="flex min-h-10 items-center gap-2.5 rounded-control px-2 text-sm text-muted hover:bg-sunken hover:text-ink"
        >
          <Settings aria-hidden className="size-4" strokeWidth={1.75} />
          {t('notices.settings')}
        </Link>
      </footer>
    </>
  )
}

function Quiet() {
  return (
    <div className="flex flex-col items-center px-8 py-12 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <BellRing aria-hidden className="size-6" strokeWidth={1.5} />
      </span>
      <p className="mt-4 font-display text-xl font-semibold">{t('notices.emptyTitle')}</p>
      <p className="mt-1.5 text-body text-balance text-muted">{t('notices.emptyText')}</p>
    </div>
  )
}

function Skeletons() {
  return (
    <Loading className="block divide-y divide-line/70">
      {[0, 1, 2].map((n) => (
        <span key={n} className="flex gap-3.5 px-5 py-4">
          <span className="block skeleton size-9 rounded-full" />
          <span className="flex-1">
            <span className="block skeleton h-4 w-4/5" />
            <span className="mt-2 block skeleton h-3 w-1/3" />
          </span>
        </span>
      ))}
    </Loading>
  )
}
