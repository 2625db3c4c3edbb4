import { Button } from '@/components/ui/Button'
import { ProgressBar } from '@/components/ui/ProgressBar'
import type { Video } from '@/domain/video'
import { wishPause } from '@/generation/pause'
import { endShortage } from '@/generation/shortage'
import { useIsUnableToMakeFilms, usePauseReason, useShortage } from '@/hooks/filmAbility'
import { shortageText } from '@/hooks/shortageText'
import { useLiveFilm } from '@/hooks/useLiveFilm'
import { formatPercent, formatWait } from '@/lib/format'
import { t } from '@/lib/i18n'
import { pauseText } from './pauseText'
import { stageText } from './stageText'

type GenerationProgressProps = {
  userId: string
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
export function GenerationProgress({ userId, video, cancelling, onCancel }: GenerationProgressProps) {
  const { isPaused, secondsLeft } = useLiveFilm(video, userId)
  const shortage = useShortage()
  const lacksRoom = shortage !== undefined && video.status === 'queued' && video.userId === userId
  const pause = usePauseReason()
  const rests = pause !== undefined && !lacksRoom && video.status === 'queued' && video.userId === userId
  const stage = stageText(video, isPaused || lacksRoom || rests)
  const percent = formatPercent(video.progressPercentage / 100)
  const waitsForAnother = useIsUnableToMakeFilms() && video.status === 'queued'
  const hint = lacksRoom
    ? shortageText(shortage)
    : rests
      ? pauseText(pause)
      : isPaused
        ? t(video.userId === userId ? 'generation.openToContinue' : 'generation.othersOpenToContinue')
        : t(waitsForAnother ? 'generation.cannotMake' : 'generation.keepOpen')
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
      <div
        className={`mt-3 flex min-h-15 items-center justify-between gap-4 sm:min-h-10 ${lacksRoom || rests ? 'max-sm:flex-wrap' : ''}`}
      >
        <p className="min-w-0 text-sm text-muted">
          {secondsLeft === null || isPaused
            ? hint
            : t('generation.timeLeft', { time: formatWait(secondsLeft) })}
          {video.attempt > 1 && (
            <>
              {' · '}
              <span className="whitespace-nowrap">{t('generation.attempt', { attempt: video.attempt })}</span>
            </>
          )}
        </p>
        {lacksRoom && (
          <Button size="small" onClick={endShortage}>
            {t('generation.tryNow')}
          </Button>
        )}
        {rests && (
          <Button
            size="small"
            onClick={() => wishPause(pause === 'person' ? { isPaused: false } : { battery: 'always' })}
          >
            {t(pause === 'person' ? 'queue.resume' : 'queue.goOnAnyway')}
          </Button>
        )}
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
