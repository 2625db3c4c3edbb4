import X from 'lucide-react/icons/x'
import { Heading } from 'react-aria-components'
import { useNotificationFeed } from '@/hooks/useNotificationFeed'
import { t } from '@/lib/i18n'
import { NoticeList } from './NoticeList'

/** What popover and sheet show: the head with what is done to all, and the list. */
export function NoticesContent({ userId, close }: { userId: string; close: () => void }) {
  const feed = useNotificationFeed(userId)
  return (
    <>
      <header className="flex items-center gap-2 border-b border-line py-3 pr-3 pl-5">
        <Heading slot="title" className="min-w-0 flex-1 font-display text-xl font-semibold">
          {t('notices.title')}
        </Heading>
        {feed.unread > 0 && (
          <button
            type="button"
            onClick={feed.markAllRead}
            className="min-h-9 rounded-control px-2.5 text-sm font-medium text-accent hover:bg-accent-soft"
          >
            {t('notices.markAllRead')}
          </button>
        )}
        <button
          type="button"
          onClick={close}
          aria-label={t('shell.close')}
          className="grid size-9 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <X aria-hidden className="size-4.5" strokeWidth={1.75} />
        </button>
      </header>
      <NoticeList feed={feed} />
    </>
  )
}
