import type { ReactNode } from 'react'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { Video } from '@/domain/video'
import { useCancelGeneration, useRetryGeneration } from '@/hooks/queries/videos'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import { cutWords } from './cutWords'
import { FailedNotice } from './FailedNotice'
import { GenerationProgress } from './GenerationProgress'

type FilmStageProps = {
  userId: string
  projectId: string
  /** The newest film of the project, unless it is finished: that one is in the player. */
  video: Video | undefined
  photoCount: number | undefined
  /** The thumbnail behind it, in bucket `media`. */
  coverPath: string | null
  generate: ReactNode
  /** A viewer sees what is going on and cannot change it. */
  mayEdit?: boolean
  /** A finished film is in the player below: this is only a card above it. */
  compact: boolean
}

/** Where the film will be: how far it is, why it is not there, or what to do to get one. */
export function FilmStage({
  userId,
  projectId,
  video,
  photoCount,
  coverPath,
  generate,
  mayEdit = true,
  compact,
}: FilmStageProps) {
  const cancelling = useCancelGeneration(userId, projectId)
  const retrying = useRetryGeneration(userId)
  const status = video?.status
  const isMade = status === 'queued' || status === 'processing'
  const isLost = status === 'failed' || status === 'cancelled'
  useCommands({
    cancelFilm: video && mayEdit && isMade ? () => cancelling.mutate(video.id) : null,
    retryFilm: video && mayEdit && isLost ? () => retrying.mutate(video.id) : null,
  })
  return (
    <Frame userId={userId} coverPath={coverPath} compact={compact}>
      {!video && (
        <div className="flex flex-col items-center gap-2 text-center">
          <h2 className="text-lg font-semibold">{t('projects.notMadeTitle')}</h2>
          <p className="mb-3 max-w-md text-balance text-muted">
            {t(
              photoCount === 0
                ? 'projects.noPhotosText'
                : mayEdit
                  ? 'projects.notMadeText'
                  : 'editor.notMadeYet',
            )}
          </p>
          {photoCount !== 0 && mayEdit && generate}
        </div>
      )}
      {video && <CutTitle video={video} />}
      {video && isMade && (
        <GenerationProgress
          userId={userId}
          video={video}
          cancelling={cancelling.isPending}
          onCancel={mayEdit ? () => cancelling.mutate(video.id) : undefined}
        />
      )}
      {video && isLost && (
        <FailedNotice
          video={video}
          retrying={retrying.isPending}
          onRetry={mayEdit ? () => retrying.mutate(video.id) : undefined}
        />
      )}
    </Frame>
  )
}

/** Which cut it is about; nothing is said of the project's own film. */
function CutTitle({ video }: { video: Video }) {
  const words = cutWords(video)
  return words === null ? null : <p className="mb-3 text-sm font-medium text-muted">{words}</p>
}

type FrameProps = Pick<FilmStageProps, 'userId' | 'coverPath' | 'compact'> & { children: ReactNode }

/** Where the film is about to appear: a card over the first photo, blurred. */
function Frame({ userId, coverPath, compact, children }: FrameProps) {
  const card = 'w-full rounded-card border border-line bg-surface/95 p-6 shadow-card'
  if (compact) return <section className={card}>{children}</section>
  return (
    <section className="relative grid min-h-80 place-items-center overflow-hidden rounded-card bg-sunken p-4 sm:min-h-110 sm:p-8">
      <Thumbnail
        userId={userId}
        bucket="media"
        path={coverPath}
        alt=""
        className="absolute inset-0 size-full scale-110 blur-2xl saturate-125"
      />
      <div className={`relative max-w-lg backdrop-blur sm:p-8 ${card}`}>{children}</div>
    </section>
  )
}
