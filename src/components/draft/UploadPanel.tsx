import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/Button'
import { ProgressBar } from '@/components/ui/ProgressBar'
import { useTimeLeft } from '@/hooks/useTimeLeft'
import { formatPercent, formatWait } from '@/lib/format'
import { t } from '@/lib/i18n'
import type { Submission } from '@/stores/uploads.slice'
import { useVideoStore } from '@/stores/video.store'

/** How far the whole draft is on its way, with the time that is left by what was measured so far. */
export function UploadPanel({ onCancel }: { onCancel: () => void }) {
  const submission = useVideoStore((state) => state.submission)
  const total = useVideoStore(({ draft }) => draft.photos.length)
  const fraction = submission.kind === 'running' ? submission.fraction : 1
  const secondsLeft = useTimeLeft(fraction)
  // The button that was pressed is gone: the focus comes here instead of getting lost.
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <div
      ref={panel}
      tabIndex={-1}
      className="rounded-card bg-surface p-4 shadow-card ring-1 ring-line focus-visible:outline-none"
    >
      <div className="flex items-center justify-between gap-3">
        <p aria-live="polite" className="min-w-0 text-sm font-medium tabular-nums">
          {stepText(submission, total)}
        </p>
        {submission.kind === 'running' && (
          <Button variant="quiet" size="small" onClick={onCancel}>
            {t('draft.cancel')}
          </Button>
        )}
      </div>
      <ProgressBar label={t('draft.uploadProgress')} percent={Math.round(fraction * 100)} className="mt-2" />
      <p className="mt-1.5 flex justify-between text-sm text-muted tabular-nums">
        <span>{formatPercent(fraction)}</span>
        {secondsLeft !== null && <span>{t('draft.timeLeft', { time: formatWait(secondsLeft) })}</span>}
      </p>
    </div>
  )
}

function stepText(submission: Submission, total: number): string {
  if (submission.kind !== 'running') return t('draft.created')
  switch (submission.step) {
    case 'uploading':
      return t('draft.step_uploading', { done: Math.min(submission.donePhotos + 1, total), total })
    case 'saving':
    case 'placing':
    case 'queueing':
      return t(`draft.step_${submission.step}`)
    default:
      return submission.step satisfies never
  }
}
