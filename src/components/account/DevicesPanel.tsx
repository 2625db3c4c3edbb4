import LogOut from 'lucide-react/icons/log-out'
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { AskInline } from '@/components/members/AskInline'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { Panel } from '@/components/ui/Panel'
import { endOtherSessions } from '@/data/otherSessions'
import { useSignOut } from '@/hooks/useSignOut'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { browserName } from '@/lib/thisDevice'

/** Where the person is signed in: here they can leave, and end it everywhere else. */
export function DevicesPanel() {
  return (
    <Panel title={t('account.devices')} lead={t('account.sessionLead')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <MonitorSmartphone aria-hidden className="size-6 shrink-0 text-accent" strokeWidth={1.75} />
        <div className="min-w-0 flex-1 basis-40">
          <p className="truncate font-medium">{browserName() || t('account.thisBrowser')}</p>
          <p className="text-sm text-muted">{t('account.thisDevice')}</p>
        </div>
        <SignOutButton />
      </div>
      <div className="mt-6 border-t border-line pt-6">
        <Elsewhere />
      </div>
    </Panel>
  )
}

type Ending = { is: 'idle' | 'asking' | 'ending' | 'ended' } | { is: 'failed'; why: string }

function Elsewhere() {
  const [ending, setEnding] = useState<Ending>({ is: 'idle' })
  const button = useRef<HTMLButtonElement>(null)
  /** The question is gone with what was pressed in it: the keyboard goes on where it began. */
  const answered = (next: Ending) => {
    flushSync(() => setEnding(next))
    button.current?.focus()
  }
  async function end() {
    answered({ is: 'ending' })
    try {
      await endOtherSessions()
      setEnding({ is: 'ended' })
    } catch (error) {
      setEnding({ is: 'failed', why: errorText(error) })
    }
  }
  return (
    <div className="grid gap-4">
      <div>
        <p className="font-medium">{t('account.elsewhere')}</p>
        <p className="mt-0.5 text-body text-muted">{t('account.elsewhereText')}</p>
      </div>
      {ending.is === 'failed' && <ErrorNotice>{ending.why}</ErrorNotice>}
      {ending.is === 'asking' ? (
        <AskInline
          question={t('account.elsewhereAsk')}
          yes={t('account.elsewhereYes')}
          no={t('shell.cancel')}
          onYes={() => void end()}
          onNo={() => answered({ is: 'idle' })}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            ref={button}
            aria-disabled={ending.is === 'ending'}
            onClick={() => ending.is !== 'ending' && setEnding({ is: 'asking' })}
          >
            {t('account.elsewhereEnd')}
          </Button>
          <output className="text-sm text-success">
            {ending.is === 'ended' && t('account.elsewhereEnded')}
          </output>
        </div>
      )}
    </div>
  )
}

function SignOutButton() {
  const leave = useSignOut()
  return (
    <Button onClick={() => void leave()}>
      <LogOut aria-hidden className="size-4.5" strokeWidth={1.75} />
      {t('account.signOut')}
    </Button>
  )
}
