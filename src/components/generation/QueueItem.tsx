import MonitorPlay from 'lucide-react/icons/monitor-play'
import { useId } from 'react'
import { Button } from '@/components/ui/Button'
import { isLive, type Video } from '@/domain/video'
import { useCancelGeneration, useRetryGeneration } from '@/hooks/queries/videos'
import { useIsPaused } from '@/hooks/useLiveFilm'
import { errorCodeText } from '@/lib/errorText'
import { formatDateTime } from '@/lib/format'
import { t } from '@/lib/i18n'
import { cutWords } from './cutWords'
import { FilmStill, FilmTitle, useFilmTitle } from './FilmTitle'
import { GenerationProgress } from './GenerationProgress'
import { placeText } from './placeText'

/** One film of the queue: progress while it is made, what became of it afterwards. */
export function QueueItem({ userId, video }: { userId: string; video: Video }) {
  const titleId = useId()
  const title = useFilmTitle(userId, video)
  const cancelling = useCancelGeneration(userId, video.projectId)
  const retrying = useRetryGeneration(userId)
  const live = isLive(video.status)
  return (
    <li
      aria-labelledby={titleId}
      className={`rounded-card border border-line bg-surface shadow-card ${live ? 'p-4 sm:p-5' : 'p-3 sm:px-4'}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <FilmStill
          userId={userId}
          video={video}
          className={`aspect-video shrink-0 rounded-small ${live ? 'w-28 sm:w-32' : 'w-20 sm:w-24'}`}
        />
        <div className="min-w-0 flex-1 basis-32">
          <FilmTitle id={titleId} title={title} video={video} />
          <p className="mt-0.5 text-sm text-balance text-muted">{outcome(video)}</p>
          {video.status === 'processing' && <WhereMade userId={userId} video={video} />}
        </div>
        {(video.status === 'failed' || video.status === 'cancelled') && (
          <Button
            size="small"
            aria-label={title === undefined ? undefined : t('queue.retryNamed', { title })}
            aria-disabled={retrying.isPending}
            onClick={() => {
              if (!retrying.isPending) retrying.mutate(video.id)
            }}
          >
            {t('projects.retry')}
          </Button>
        )}
      </div>
      {live && (
        <div className="mt-4">
          <GenerationProgress
            userId={userId}
            video={video}
            cancelling={cancelling.isPending}
            onCancel={() => cancelling.mutate(video.id)}
          />
        </div>
      )}
    </li>
  )
}

/** Nothing of a film that stands still: whoever made it is gone. */
function WhereMade({ userId, video }: { userId: string; video: Video }) {
  if (useIsPaused(video, userId)) return null
  return (
    <p className="mt-1 flex items-center gap-1.5 text-sm text-muted">
      <MonitorPlay aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="min-w-0 break-words">{placeText(video.worker)}</span>
    </p>
  )
}

function outcome(video: Video): string {
  const status = t(`generation.status_${video.status}`)
  const more =
    video.status === 'failed'
      ? errorCodeText(video.errorCode)
      : formatDateTime(video.finishedAt ?? video.createdAt)
  return [cutWords(video), status, more].filter(Boolean).join(' · ')
}
