import AppWindow from 'lucide-react/icons/app-window'
import { useHiddenTime } from '@/hooks/useHiddenTime'
import { formatWait } from '@/lib/format'
import { t } from '@/lib/i18n'

/** A shorter absence changes nothing that anybody would notice. */
const NOTICEABLE_MS = 20_000

/** While this tab makes a film: what browsers do to tabs that are out of sight, and what helps. */
export function KeepRendering() {
  const hiddenMs = useHiddenTime(true)
  return (
    <section
      aria-label={t('queue.keepTitle')}
      className="mb-8 flex items-start gap-3 rounded-card bg-accent-soft p-4 sm:p-5"
    >
      <AppWindow aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="text-body font-medium">{t('queue.keepTitle')}</p>
        <p className="mt-1 text-muted">{t('queue.keepText')}</p>
        {hiddenMs > NOTICEABLE_MS && (
          <output className="mt-2 block font-medium">
            {t('queue.wasHidden', { time: formatWait(hiddenMs / 1000) })}
          </output>
        )}
        <details className="group mt-1">
          <summary className="inline-flex min-h-9 cursor-pointer items-center rounded-control font-medium text-accent underline-offset-4 hover:underline">
            {t('queue.keepHow')}
          </summary>
          <ul className="list-disc space-y-1.5 pb-1 pl-5 text-muted">
            <li>{t('queue.keepStep_window')}</li>
            <li>{t('queue.keepStep_sleep')}</li>
            <li>{t('queue.keepStep_exempt')}</li>
          </ul>
        </details>
      </div>
    </section>
  )
}
