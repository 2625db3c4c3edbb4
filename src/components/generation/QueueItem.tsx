import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import { Thumbnail } from '@/components/ui/Thumbnail'
import { isLive, type Video } from '@/domain/video'
import { projectQueries } from '@/hooks/queries/projects'
import { useCancelGeneration, useRetryGeneration } from '@/hooks/queries/videos'
import { errorCodeText } from '@/lib/errorText'
import { formatDateTime } from '@/lib/format'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { cutWords } from './cutWords'
import { GenerationProgress } from './GenerationProgress'

/** One film of the queue: progress while it is made, what became of it afterwards. */
export function QueueItem({ userId, video }: { userId: string; video: Video }) {
  const titleId = useId()
  const { data: project } = useQuery({
    ...projectQueries.detail(userId, video.projectId),
    meta: { quiet: true },
  })
  const cancelling = useCancelGeneration(userId, video.projectId)
  const retrying = useRetryGeneration(userId)
  return (
    <li aria-labelledby={titleId} className="rounded-card border border-line bg-surface p-5 shadow-card">
      <div className="flex flex-wrap items-center gap-4">
        {video.thumbnailPath !== null && (
          <Thumbnail
            userId={userId}
            bucket="videos"
            path={video.thumbnailPath}
            alt=""
            className="aspect-video w-24 shrink-0 rounded-lg"
          />
        )}
        <div className="min-w-0 flex-1 basis-40">
          <h3 id={titleId} className="truncate font-semibold">
            <Link to={paths.project(video.projectId)} className="hover:underline">
              {project?.title ?? t('shell.loading')}
            </Link>
          </h3>
          <p className="mt-0.5 text-sm text-balance text-muted">{outcome(video)}</p>
        </div>
        {(video.status === 'failed' || video.status === 'cancelled') && (
          <Button
            size="small"
            aria-disabled={retrying.isPending}
            onClick={() => {
              if (!retrying.isPending) retrying.mutate(video.id)
            }}
          >
            {t('projects.retry')}
          </Button>
        )}
      </div>
      {isLive(video.status) && (
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

function outcome(video: Video): string {
  const status = t(`generation.status_${video.status}`)
  const more =
    video.status === 'failed'
      ? errorCodeText(video.errorCode)
      : formatDateTime(video.finishedAt ?? video.createdAt)
  return [cutWords(video), status, more].filter(Boolean).join(' · ')
}
