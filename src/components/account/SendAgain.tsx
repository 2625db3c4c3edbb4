import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'

type SendAgainProps = { label: string; onSend: () => Promise<void> }

/** A button that has an email sent once more and says how that went. `onSend` rejects with what went wrong. */
export function SendAgain({ label, onSend }: SendAgainProps) {
  const [state, setState] = useState<'idle' | 'sending' | 'sent' | { failed: unknown }>('idle')
  async function send() {
    setState('sending')
    try {
      await onSend()
      setState('sent')
    } catch (error) {
      setState({ failed: error })
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button size="small" aria-disabled={state === 'sending'} onClick={() => void send()}>
        {label}
      </Button>
      <output className="min-w-0 flex-1 basis-48 text-sm empty:basis-0">
        {state === 'sent' && t('account.sentAgain')}
        {typeof state === 'object' && <span className="text-danger">{errorText(state.failed)}</span>}
      </output>
    </div>
  )
}
