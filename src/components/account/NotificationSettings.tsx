import { useId, useState } from 'react'
import { useSystemNotifications } from '@/hooks/systemNotifications'
import { t } from '@/lib/i18n'

/** The switch for notifications of the system. The browser is asked when it is turned on, and only then. */
export function NotificationSettings({ userId }: { userId: string }) {
  const { state, turnOn, turnOff } = useSystemNotifications(userId)
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof turnOn>> | null>(null)
  const [isAsking, setAsking] = useState(false)
  const switchId = useId()
  const textId = useId()
  const noteId = useId()
  const isOff = state === 'unsupported' || state === 'blocked'

  async function turn(on: boolean) {
    setOutcome(null)
    if (!on) return turnOff()
    setAsking(true)
    setOutcome(await turnOn())
    setAsking(false)
  }

  return (
    <div>
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <label htmlFor={switchId} className="font-medium">
            {t('notices.system')}
          </label>
          <p id={textId} className="mt-0.5 text-[0.9375rem] text-muted">
            {t('notices.systemText')}
          </p>
        </div>
        <input
          id={switchId}
          type="checkbox"
          role="switch"
          checked={state === 'on'}
          aria-checked={state === 'on'}
          disabled={isOff || isAsking}
          aria-describedby={`${textId} ${noteId}`}
          onChange={({ currentTarget }) => void turn(currentTarget.checked)}
          className="relative mt-0.5 h-7 w-12 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors before:absolute before:top-1/2 before:left-1 before:size-4.5 before:-translate-y-1/2 before:rounded-full before:bg-line-strong before:transition-[translate,background-color] before:duration-200 before:ease-calm checked:border-accent checked:bg-accent checked:before:translate-x-5 checked:before:bg-accent-ink disabled:cursor-default disabled:opacity-55"
        />
      </div>
      <output id={noteId} className="mt-3 block text-sm empty:hidden">
        {(state === 'unsupported' || outcome === 'unsupported') && t('notices.systemUnsupported')}
        {state === 'blocked' && t('notices.systemBlocked')}
        {state === 'off' && outcome === 'unanswered' && t('notices.systemUnanswered')}
      </output>
    </div>
  )
}
