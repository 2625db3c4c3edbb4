import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleSlash from 'lucide-react/icons/circle-slash'
import Download from 'lucide-react/icons/download'
import Play from 'lucide-react/icons/play'
import { useQuery } from '@tanstack/react-query'
import { Button, buttonClass } from '@/components/ui/Button'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { Video } from '@/domain/video'
import { videoQueries } from '@/hooks/queries/videos'
import { errorCodeText } from '@/lib/errorText'
import { formatBytes, formatDateTime, formatDuration } from '@/lib/format'
import { t } from '@/lib/i18n'
import { cutWords } from './cutWords'
import { downloadName } from './downloadName'

type FilmHistoryProps = {
  userId: string
  title: string
  /** Finished one way or the other, newest first. */
  videos: readonly Video[]
  playingId: string | undefined
  onPlay: (videoId: string) => void
}

/** Every film that was made of a project, and what became of the others. */
export function FilmHistory({ userId, title, videos, playingId, onPlay }: FilmHistoryProps) {
  if (videos.length === 0) return null
  return (
    <section aria-labelledby="history" className="mt-4">
      <h2 id="history" className="mb-4 text-lg font-semibold">
        {t('projects.history')}
      </h2>
      <ul aria-label={t('projects.history')} className="divide-y divide-line border-y border-line">
        {videos.map((video) => (
          <li key={video.id} className="flex items-center gap-4 py-3">
            <Still userId={userId} video={video} />
            <div className="min-w-0 flex-1">
              <p className="text-body font-medium text-balance">
                <time dateTime={video.finishedAt ?? video.createdAt}>
                  {formatDateTime(video.finishedAt ?? video.createdAt)}
                </time>
                <CutMark video={video} />
              </p>
              <p className="mt-0.5 text-sm text-muted">
                {factsOf(video)}
                {video.id === playingId && ` · ${t('projects.historyPlaying')}`}
              </p>
            </div>
            {video.status === 'completed' && video.id !== playingId && (
              <FilmActions userId={userId} title={title} video={video} onPlay={onPlay} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A picture of the film, or a sign that there is none to see. */
function Still({ userId, video }: { userId: string; video: Video }) {
  const shape = 'aspect-video w-24 shrink-0 rounded-small'
  if (video.status === 'completed') {
    return <Thumbnail userId={userId} bucket="videos" path={video.thumbnailPath} alt="" className={shape} />
  }
  const Icon = video.status === 'failed' ? CircleAlert : CircleSlash
  return (
    <div className={`grid place-items-center bg-sunken text-muted ${shape}`}>
      <Icon aria-hidden className="size-5" strokeWidth={1.5} />
    </div>
  )
}

/** What tells a cut from the project's own film. */
function CutMark({ video }: { video: Video }) {
  const words = cutWords(video)
  if (words === null) return null
  return (
    <span className="ml-2 inline-block rounded-full bg-sunken px-2 py-0.5 text-xs font-medium whitespace-nowrap text-muted">
      {words}
    </span>
  )
}

function factsOf(video: Video): string {
  if (video.status === 'failed') return `${t('generation.status_failed')}: ${errorCodeText(video.errorCode)}`
  if (video.status !== 'completed') return t(`generation.status_${video.status}`)
  return [
    video.durationSeconds !== null && formatDuration(video.durationSeconds),
    video.width !== null && video.height !== null && `${video.width}\u00a0×\u00a0${video.height}`,
    video.bytes !== null && formatBytes(video.bytes),
  ]
    .filter(Boolean)
    .join(' · ')
}

type FilmActionsProps = Omit<FilmHistoryProps, 'videos' | 'playingId'> & { video: Video }

function FilmActions({ userId, title, video, onPlay }: FilmActionsProps) {
  const date = formatDateTime(video.finishedAt ?? video.createdAt)
  const cut = cutWords(video)
  const filename = downloadName(title, video)
  const { data: files } = useQuery(videoQueries.files(userId, video, filename))
  return (
    <div className="flex gap-2">
      <Button
        size="small"
        aria-label={
          cut === null
            ? t('projects.historyPlayNamed', { date })
            : t('projects.historyPlayCut', { cut, date })
        }
        onClick={() => onPlay(video.id)}
      >
        <Play aria-hidden className="size-4" />
      </Button>
      {files && (
        <a
          href={files.download}
          download={filename}
          aria-label={
            cut === null ? t('projects.downloadNamed', { date }) : t('projects.downloadCut', { cut, date })
          }
          className={buttonClass({ size: 'small' })}
        >
          <Download aria-hidden className="size-4" />
        </a>
      )}
    </div>
  )
}
