import { Button } from '@/components/ui/Button'
import { ProgressBar } from '@/components/ui/ProgressBar'
import type { Video } from '@/domain/video'
import { useIsUnableToMakeFilms } from '@/hooks/filmAbility'
import { useNow } from '@/hooks/useNow'
import { formatPercent, formatWait } from '@/lib/format'
import { t } from '@/lib/i18n'
import { secondsLeft, stageText } from './stageText'

type GenerationProgressProps = {
  video: Video
  cancelling: boolean
  /** Undefined for somebody who may only look. */
  onCancel: (() => void) | undefined
}

/**
 * A film that is waiting or being made.
 * [Note: quiet progress] The bar can be asked at any time, but only a change of stage is announced: a screen reader that
 * read every percent would say nothing else for minutes.
 */
export function GenerationProgress({ video, cancelling, onCancel }: GenerationProgressProps) {
  const stage = stageText(video)
  const percent = formatPercent(video.progressPercentage / 100)
  const left = secondsLeft(video, useNow(5_000))
  const waitsForAnother = useIsUnableToMakeFilms() && video.status === 'queued'
  const hint = t(waitsForAnother ? 'generation.cannotMake' : 'generation.keepOpen')
  return (
    <div className="w-full">
      <div className="flex items-baseline justify-between gap-4">
        <output className="font-medium">{stage}</output>
        <p className="text-sm text-muted tabular-nums" aria-hidden>
          {percent}
        </p>
      </div>
      <ProgressBar
        label={t('generation.progressLabel')}
        percent={video.progressPercentage}
        valueText={`${percent}, ${stage}`}
        className="mt-3"
      />
      {/* One height for the hint and the shorter time that takes its place: the card does not jump between them. */}
      <div className="mt-3 flex min-h-15 items-center justify-between gap-4 sm:min-h-10">
        <p className="min-w-0 text-sm text-muted">
          {left === null ? hint : t('generation.timeLeft', { time: formatWait(left) })}
          {video.attempt > 1 && (
            <>
              {' · '}
              <span className="whitespace-nowrap">{t('generation.attempt', { attempt: video.attempt })}</span>
            </>
          )}
        </p>
        {onCancel && (
          <Button
            size="small"
            aria-disabled={cancelling}
            onClick={() => {
              if (!cancelling) onCancel()
            }}
          >
            {t('projects.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
