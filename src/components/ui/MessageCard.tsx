import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { useEffect, useRef } from 'react'
import { t } from '@/lib/i18n'
import { useMessagesStore, type ShownMessage } from '@/stores/messages.store'
import { Button } from './Button'

const LOOKS = {
  success: { Icon: CircleCheck, colour: 'text-success' },
  error: { Icon: CircleAlert, colour: 'text-danger' },
  warning: { Icon: TriangleAlert, colour: 'text-accent' },
  info: { Icon: Info, colour: 'text-muted' },
} as const

type MessageCardProps = {
  message: ShownMessage
  isPaused: boolean
  onClose: (id: string) => void
  onChoose: (id: string) => void
}

/** One message over the page; it closes itself when its time is over. */
export function MessageCard({ message, isPaused, onClose, onChoose }: MessageCardProps) {
  const { id, kind, text, detail, actionLabel } = message
  useCountdown(message, isPaused)
  const { Icon, colour } = LOOKS[kind]
  return (
    <li
      data-message={id}
      data-kind={kind}
      className="pointer-events-auto flex items-start gap-3 rounded-card border border-line bg-surface py-2 pr-2 pl-4 text-body text-ink shadow-lifted transition-[opacity,translate] duration-slow ease-calm starting:-translate-y-4 starting:opacity-0"
    >
      <Icon aria-hidden className={`mt-2.5 size-5 shrink-0 ${colour}`} strokeWidth={1.75} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 py-2">
        <div className="min-w-0 flex-1 basis-40">
          <p className="text-balance break-words">{text}</p>
          {detail !== null && <p className="mt-0.5 text-sm break-words text-muted">{detail}</p>}
        </div>
        {actionLabel !== null && (
          <Button size="small" variant="primary" onClick={() => onChoose(id)}>
            {actionLabel}
          </Button>
        )}
      </div>
      <button
        type="button"
        onClick={() => onClose(id)}
        aria-label={t('shell.closeMessage')}
        className="grid size-10 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden className="size-4.5" strokeWidth={1.75} />
      </button>
    </li>
  )
}

/** Close the message when its seconds are over, not counting those in which it was paused. */
function useCountdown({ id, seconds, told }: ShownMessage, isPaused: boolean): void {
  const left = useRef(0)
  useEffect(() => {
    left.current = (seconds ?? 0) * 1000
  }, [id, seconds, told])
  useEffect(() => {
    if (seconds === null || isPaused) return
    const startedAt = performance.now()
    const timer = setTimeout(() => useMessagesStore.getState().closed(id), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= performance.now() - startedAt
    }
  }, [id, seconds, told, isPaused])
}
