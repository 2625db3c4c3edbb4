import X from 'lucide-react/icons/x'
import { useEffect, useState, type ReactNode, type RefObject } from 'react'
import { Dialog, Heading, Modal, ModalOverlay, Popover } from 'react-aria-components'
import { useLocation } from 'react-router-dom'
import { useNotificationFeed } from '@/hooks/useNotificationFeed'
import { t } from '@/lib/i18n'
import { NoticeList } from './NoticeList'

type NoticesPanelProps = { userId: string; anchor: RefObject<HTMLElement | null>; onClose: () => void }

/** The list behind the bell: beside it where there is room, a sheet from the bottom on phones. */
export function NoticesPanel({ userId, anchor, onClose }: NoticesPanelProps) {
  const feed = useNotificationFeed(userId)
  const { key } = useLocation()
  const [openedAt] = useState(key)
  useEffect(() => {
    if (key !== openedAt) onClose()
  }, [key, openedAt, onClose])
  return (
    <Frame anchor={anchor} onClose={onClose}>
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
          onClick={onClose}
          aria-label={t('shell.close')}
          className="grid size-9 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-4.5" strokeWidth={1.75} />
        </button>
      </header>
      <NoticeList feed={feed} />
    </Frame>
  )
}

type FrameProps = Omit<NoticesPanelProps, 'userId'> & { children: ReactNode }

function Frame({ anchor, onClose, children }: FrameProps) {
  // Decided when it opens: a panel that changes its shape under the hands helps nobody.
  const [isPhone] = useState(() => matchMedia('(width < 48rem)').matches)
  const onOpenChange = (open: boolean) => !open && onClose()
  if (isPhone) {
    return (
      <ModalOverlay
        isOpen
        isDismissable
        onOpenChange={onOpenChange}
        className="fixed inset-0 z-40 flex items-end bg-black/50 backdrop-blur-sm transition-opacity duration-200 data-entering:opacity-0"
      >
        <Modal className="flex max-h-[85dvh] w-full flex-col rounded-t-card bg-surface pb-[env(safe-area-inset-bottom)] shadow-lifted transition-transform duration-300 ease-calm data-entering:translate-y-full">
          <Dialog className="flex min-h-0 flex-col outline-none">{children}</Dialog>
        </Modal>
      </ModalOverlay>
    )
  }
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      onOpenChange={onOpenChange}
      placement="right top"
      offset={12}
      className="flex w-100 flex-col rounded-card border border-line bg-surface shadow-lifted transition-[opacity,translate] duration-200 ease-calm data-entering:translate-y-1 data-entering:opacity-0"
    >
      <Dialog className="flex max-h-[inherit] min-h-0 flex-col outline-none">{children}</Dialog>
    </Popover>
  )
}
