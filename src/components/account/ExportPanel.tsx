import Download from 'lucide-react/icons/download'
import { useEffect, useRef, type RefObject } from 'react'
import { Button, buttonClass } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { Panel } from '@/components/ui/Panel'
import { ProgressBar } from '@/components/ui/ProgressBar'
import { discardExport, startExport, stopExport } from '@/hooks/accountExport'
import { useAccountExport } from '@/hooks/useAccountExport'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'
import type { AccountExport } from '@/stores/accountExport.store'

/** A copy of everything the person has, as one file. It is collected first, which can stop and go on. */
export function ExportPanel({ userId }: { userId: string }) {
  const state = useAccountExport(userId)
  const buttons = useRef<HTMLDivElement>(null)
  useFocusStays(buttons, state.phase)
  const onStart = () => void startExport(userId)
  const onDiscard = () => void discardExport(userId)
  return (
    <Panel title={t('accountData.title')} lead={t('accountData.lead')}>
      <div ref={buttons} className="grid justify-items-start gap-4">
        <Stage state={state} onStart={onStart} onDiscard={onDiscard} />
      </div>
    </Panel>
  )
}

/** What was pressed goes with its stage; who pressed it with the keyboard finds themselves at the next one's button. */
function useFocusStays(within: RefObject<HTMLElement | null>, phase: AccountExport['phase']): void {
  const pressed = useRef(false)
  useEffect(() => {
    const element = within.current
    const onClick = () => {
      pressed.current = true
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [within])
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body)
      within.current?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true })
    pressed.current = false
  }, [phase, within])
}

type Actions = { onStart: () => void; onDiscard: () => void }

function Stage({ state, onStart, onDiscard }: Actions & { state: AccountExport }) {
  switch (state.phase) {
    case 'idle':
      return state.kept ? (
        <>
          <p className="text-sm text-muted">{t('accountData.keptEarlier')}</p>
          <GoOn onStart={onStart} onDiscard={onDiscard} />
        </>
      ) : (
        <Button onClick={onStart}>
          <Download aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t('accountData.collect')}
        </Button>
      )
    case 'waiting':
      return (
        <>
          <output className="text-sm text-muted">{t('accountData.waiting')}</output>
          <Button onClick={stopExport}>{t('accountData.stop')}</Button>
        </>
      )
    case 'collecting':
      return (
        <>
          <Progress progress={state.progress} />
          <p className="text-sm text-muted">
            {t(state.isLasting ? 'accountData.collectingLead' : 'accountData.collectingNotKept')}
          </p>
          <Button onClick={stopExport}>{t('accountData.stop')}</Button>
        </>
      )
    case 'stopped':
      return (
        <>
          {state.progress && <Progress progress={state.progress} />}
          {state.reason !== null && <ErrorNotice>{state.reason}</ErrorNotice>}
          <output className="text-sm text-muted">
            {t(state.isLasting ? 'accountData.stopped' : 'accountData.stoppedNotKept')}
          </output>
          <GoOn onStart={onStart} onDiscard={onDiscard} />
        </>
      )
    case 'ready':
      return <Ready archive={state} onDiscard={onDiscard} />
    default:
      return state satisfies never
  }
}

function GoOn({ onStart, onDiscard }: Actions) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="primary" onClick={onStart}>
        {t('accountData.goOn')}
      </Button>
      <Button onClick={onDiscard}>{t('accountData.discard')}</Button>
    </div>
  )
}

type Counts = NonNullable<Extract<AccountExport, { phase: 'collecting' }>['progress']>

function Progress({ progress }: { progress: Counts | null }) {
  if (progress === null) return <output className="text-sm text-muted">{t('accountData.looking')}</output>
  const { files, filesDone, bytes, bytesDone } = progress
  const words = t('accountData.collected', {
    done: filesDone,
    files,
    size: formatBytes(bytesDone),
    all: formatBytes(bytes),
  })
  return (
    <div className="grid w-full max-w-md gap-2">
      <ProgressBar
        label={t('accountData.collecting')}
        percent={bytes === 0 ? 100 : Math.floor((bytesDone / bytes) * 100)}
        valueText={words}
      />
      <p className="text-sm text-muted tabular-nums">{words}</p>
    </div>
  )
}

type ReadyProps = Pick<Actions, 'onDiscard'> & { archive: Extract<AccountExport, { phase: 'ready' }> }

function Ready({ archive, onDiscard }: ReadyProps) {
  const { url, filename, bytes, missing } = archive
  return (
    <>
      <output>{t('accountData.ready', { size: formatBytes(bytes) })}</output>
      {missing > 0 && <p className="text-sm text-muted">{t('accountData.missing', { count: missing })}</p>}
      <div className="flex flex-wrap gap-3">
        <a href={url} download={filename} className={buttonClass({ variant: 'primary' })}>
          <Download aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t('accountData.save')}
        </a>
        <Button onClick={onDiscard}>{t('accountData.removeCopy')}</Button>
      </div>
      <p className="text-sm text-muted">{t('accountData.afterSaving')}</p>
    </>
  )
}
