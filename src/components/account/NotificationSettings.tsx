import { useId, useState } from 'react'
import { Switch } from '@/components/ui/Switch'
import { useSystemNotifications } from '@/hooks/systemNotifications'
import { t } from '@/lib/i18n'

/** The switch for notifications of the system. The browser is asked when it is turned on, and only then. */
export function NotificationSettings({ userId }: { userId: string }) {
  const { state, turnOn, turnOff } = useSystemNotifications(userId)
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof turnOn>> | null>(null)
  const [isAsking, setAsking] = useState(false)
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
      <Switch
        label={t('notices.system')}
        text={t('notices.systemText')}
        checked={state === 'on'}
        disabled={isOff || isAsking}
        onChange={(on) => void turn(on)}
        noteId={noteId}
      />
      <output id={noteId} className="mt-3 block text-sm empty:hidden">
        {(state === 'unsupported' || outcome === 'unsupported') && t('notices.systemUnsupported')}
        {state === 'blocked' && t('notices.systemBlocked')}
        {state === 'off' && outcome === 'unanswered' && t('notices.systemUnanswered')}
      </output>
    </div>
  )
}
