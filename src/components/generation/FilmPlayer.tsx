import { useQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import Send from 'lucide-react/icons/send'
import { useRef, type ReactNode, type RefCallback } from 'react'
import { Button, buttonClass } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { ErrorNotice } from '@/components/ui/Notice'
import { SIGNED_URL_FRESH_MS } from '@/data/signedUrls'
import type { Video } from '@/domain/video'
import { videoQueries, type FilmFiles } from '@/hooks/queries/videos'
import { useOpenModal } from '@/hooks/useModal'
import { useSteadyFilm } from '@/hooks/useSteadyFilm'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import { downloadName } from './downloadName'

type FilmPlayerProps = {
  userId: string
  title: string
  video: Video
  actions?: ReactNode
  /** Told of the player when it is there and when it goes. */
  player?: RefCallback<HTMLVideoElement>
}

/**
 * The film and its download, which always has the newest address. `key` it by the film: another film starts from the
 * beginning. See: [Note: a film keeps its address]
 */
export function FilmPlayer({ userId, title, video, actions, player }: FilmPlayerProps) {
  const filename = downloadName(title, video)
  const files = useQuery({
    ...videoQueries.files(userId, video, filename),
    refetchInterval: SIGNED_URL_FRESH_MS,
  })
  const { playing, failed, stumbled, goOn, played, tryAgain } = useSteadyFilm<FilmFiles>(
    files.data,
    async () => (await files.refetch()).data,
  )
  const send = useOpenModal('sendFilm')

  // A new title asks for links that carry it; until they are there, the ones before lead to the same film.
  const links = files.data ?? playing
  const download = useRef<HTMLAnchorElement>(null)
  useCommands({ downloadFilm: links ? () => download.current?.click() : null })
  const shape = { aspectRatio: `${video.width ?? 16} / ${video.height ?? 9}` }
  if (files.error && !playing) {
    return (
      <div>
        <LoadFailed error={files.error} onRetry={() => void files.refetch()} />
        {actions && <div className="mt-4 flex flex-wrap gap-3">{actions}</div>}
      </div>
    )
  }
  return (
    <div>
      <div className="overflow-hidden rounded-card bg-film shadow-lifted">
        {playing ? (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- no speech; the captions are in the picture
          <video
            ref={player}
            controls
            playsInline
            preload="metadata"
            aria-label={t('projects.player', { title })}
            src={playing.play}
            poster={playing.poster ?? undefined}
            style={shape}
            className="max-h-[75dvh] w-full bg-film"
            onError={(event) => stumbled(event.currentTarget)}
            onLoadedMetadata={(event) => goOn(event.currentTarget)}
            onTimeUpdate={played}
          />
        ) : (
          <output
            aria-label={t('projects.playerOpening')}
            style={shape}
            className="block skeleton max-h-[75dvh] w-full"
          />
        )}
      </div>
      {failed && (
        <div className="mt-4">
          <ErrorNotice
            action={
              <Button size="small" onClick={tryAgain}>
                {t('shell.tryAgain')}
              </Button>
            }
          >
            {t('projects.playerFailed')}
          </ErrorNotice>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {links && (
          <a
            ref={download}
            href={links.download}
            download={filename}
            className={buttonClass({ variant: 'primary' })}
          >
            <Download aria-hidden className="size-4.5" strokeWidth={2} />
            {t('projects.download')}
          </a>
        )}
        <Button onClick={() => send({ videoId: video.id, projectId: video.projectId, title })}>
          <Send aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t('shares.send')}
        </Button>
        {actions}
      </div>
    </div>
  )
}
