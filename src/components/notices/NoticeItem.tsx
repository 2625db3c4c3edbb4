import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { useId, type KeyboardEvent } from 'react'
import { Link } from 'react-router-dom'
import type { Notification } from '@/domain/notification'
import { noticeWords } from '@/hooks/noticeWords'
import { formatAgo, formatDateTime } from '@/lib/format'
import { t } from '@/lib/i18n'
import { NoticeIcon } from './NoticeIcon'
import { leaveRow, ROW_FOCUS } from './rowFocus'

type NoticeItemProps = {
  notification: Notification
  /** ms since 1970 */
  now: number
  onRead: () => void
  onDismiss: () => void
}

/** One thing that happened: the whole row leads to it, two small buttons put it away. */
export function NoticeItem({ notification, now, onRead, onDismiss }: NoticeItemProps) {
  const { text, detail, link } = noticeWords(notification)
  const { readAt, createdAt } = notification
  const isUnread = readAt === null
  const id = useId()
  function dismiss(row: Element | null) {
    leaveRow(row)
    onDismiss()
  }
  function onKeyDown(event: KeyboardEvent<HTMLLIElement>) {
    if (event.key !== 'Delete') return
    event.preventDefault()
    dismiss(event.currentTarget)
  }
  const sentence = `block text-body leading-snug text-pretty break-words ${isUnread ? 'font-medium text-ink' : 'text-muted'}`
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut; the button beside does the same
    <li
      onKeyDown={onKeyDown}
      className="group relative flex gap-3.5 py-3.5 pr-2.5 pl-5 transition-colors hover:bg-sunken/70 has-[[data-row-focus]:focus-visible]:bg-sunken/70"
    >
      {isUnread && (
        <span className="absolute top-6.5 left-1.5 size-2 rounded-full bg-accent">
          <span className="sr-only">{t('notices.isUnread')}</span>
        </span>
      )}
      <NoticeIcon kind={notification.kind} />
      <div className="min-w-0 flex-1 pt-0.5">
        {link ? (
          <Link
            {...ROW_FOCUS}
            id={id}
            to={link.to}
            onClick={isUnread ? onRead : undefined}
            className={`${sentence} after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-control focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent`}
          >
            {text}
          </Link>
        ) : (
          <p {...ROW_FOCUS} id={id} tabIndex={-1} className={sentence}>
            {text}
          </p>
        )}
        {detail !== null && <p className="mt-0.5 text-sm text-muted">{detail}</p>}
        <time
          dateTime={createdAt}
          title={formatDateTime(createdAt)}
          className="mt-1 block text-note text-muted"
        >
          {formatAgo(createdAt, now)}
        </time>
      </div>
      <div className="relative flex flex-col self-center transition-opacity pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100">
        {isUnread && (
          <SmallButton label={t('notices.markRead')} describedBy={id} Icon={Check} onClick={onRead} />
        )}
        <SmallButton
          label={t('notices.dismiss')}
          describedBy={id}
          Icon={X}
          onClick={(button) => dismiss(button.closest('li'))}
        />
      </div>
    </li>
  )
}

type SmallButtonProps = {
  label: string
  describedBy: string
  Icon: typeof X
  onClick: (button: HTMLButtonElement) => void
}

function SmallButton({ label, describedBy, Icon, onClick }: SmallButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-describedby={describedBy}
      title={label}
      onClick={({ currentTarget }) => onClick(currentTarget)}
      className="grid size-8 place-items-center rounded-control text-muted hover:bg-surface hover:text-ink pointer-coarse:size-9"
    >
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
    </button>
  )
}
