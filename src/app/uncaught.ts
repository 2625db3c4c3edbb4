import { CancelledError } from '@tanstack/react-query'
import { copyText } from '@/lib/copyText'
import { DataError, DraftError, RenderError } from '@/lib/errors'
import { errorReport } from '@/lib/errorReport'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { sayLastWords } from '@/lib/lastWords'
import { notify } from '@/lib/notify'

/**
 * What fails outside of rendering (a promise nobody waits for, a timer, an event) reaches no error boundary. It is said
 * once, with a report to copy, after what is unsaved was saved.
 * @returns stop
 */
export function watchUncaught(): () => void {
  const onError = (event: ErrorEvent) => say(event.error)
  const onRejection = (event: PromiseRejectionEvent) => say(event.reason)
  addEventListener('error', onError)
  addEventListener('unhandledrejection', onRejection)
  return () => {
    removeEventListener('error', onError)
    removeEventListener('unhandledrejection', onRejection)
  }
}

function say(error: unknown): void {
  if (isNothing(error)) return
  void sayLastWords()
  if (isCoded(error)) {
    // The words and the id that whoever handles such errors uses too: told twice, it is one message.
    const text = errorText(error)
    notify.error(text, { id: `error:${text}` })
    return
  }
  const report = errorReport(error)
  notify.error(t('shell.uncaught'), {
    id: 'uncaught',
    detail: t('shell.uncaughtText'),
    action: {
      label: t('shell.copyReport'),
      onClick: () => void copyText(report).then((isCopied) => isCopied && notify.success(t('shell.copied'))),
    },
  })
}

const isCoded = (error: unknown) =>
  error instanceof DataError || error instanceof RenderError || error instanceof DraftError

/** Not ours or no failure: given up on purpose, hidden by the browser (no error), or of an extension. */
function isNothing(error: unknown): boolean {
  if (error === undefined || error === null || error instanceof CancelledError) return true
  if (error instanceof DOMException && error.name === 'AbortError') return true
  return error instanceof Error && /-extension:\/\//.test(error.stack ?? '')
}
