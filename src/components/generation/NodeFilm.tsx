import { ProgressBar } from '@/components/ui/ProgressBar'
import type { Video } from '@/domain/video'
import { useLiveFilm } from '@/hooks/useLiveFilm'
import { formatPercent, formatWait } from '@/lib/format'
import { t } from '@/lib/i18n'
import { cutWords } from './cutWords'
import { FilmStill, useFilmTitle } from './FilmTitle'
import { stageText } from './stageText'

/** The film that a render node has in work. See: [Note: quiet progress] */
export function NodeFilm({ userId, video }: { userId: string; video: Video }) {
  const title = useFilmTitle(userId, video)
  const { secondsLeft } = useLiveFilm(video, userId)
  const percent = formatPercent(video.progressPercentage / 100)
  const stage = stageText(video, false)
  return (
    <section className="rounded-card border border-line bg-surface p-5 shadow-card">
      <div className="flex items-center gap-4">
        <FilmStill userId={userId} video={video} className="aspect-video w-28 shrink-0 rounded-small" />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold">{title ?? t('shell.loading')}</h2>
          <p className="truncate text-sm text-muted">
            {[cutWords(video), stage].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <ProgressBar
        label={t('generation.progressLabel')}
        percent={video.progressPercentage}
        valueText={`${percent}, ${stage}`}
        className="mt-4"
      />
      <p className="mt-2 flex justify-between gap-4 text-sm text-muted tabular-nums">
        <span aria-hidden>{percent}</span>
        <span>{secondsLeft !== null && t('generation.timeLeft', { time: formatWait(secondsLeft) })}</span>
      </p>
    </section>
  )
}
