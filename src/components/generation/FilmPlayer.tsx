import { useQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import { useRef, useState, type ReactNode, type RefCallback } from 'react'
import { Button, buttonClass } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { ErrorNotice } from '@/components/ui/Notice'
import { SIGNED_URL_FRESH_MS } from '@/data/signedUrls'
import type { Video } from '@/domain/video'
import { videoQueries, type FilmFiles } from '@/hooks/queries/videos'
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

/** So many new addresses in a row, without a moment of film between them, and the trouble is another. */
const RENEWALS = 2

/**
 * The film and its download. `key` it by the film: another film starts from the beginning.
 *
 * [Note: a film keeps its address] Addresses are signed and expire, and a new one restarts the film. So the player
 * keeps the address it began with, and only when it stumbles gets a fresh one and goes on where it was. The download
 * always has the newest.
 */
export function FilmPlayer({ userId, title, video, actions, player }: FilmPlayerProps) {
  const filename = downloadName(title, video)
  const files = useQuery({
    ...videoQueries.files(userId, video, filename),
    refetchInterval: SIGNED_URL_FRESH_MS,
  })
  const [playing, setPlaying] = useState<FilmFiles>()
  if (files.data && !playing) setPlaying(files.data)
  const resume = useRef<{ time: number; playing: boolean } | null>(null)
  const renewals = useRef(0)
  const [failed, setFailed] = useState(false)

  async function renew() {
    const { data } = await files.refetch()
    if (data) setPlaying({ ...data })
    setFailed(!data)
  }
  function stumbled(player: HTMLVideoElement) {
    if (renewals.current >= RENEWALS) return setFailed(true)
    renewals.current++
    resume.current ??= { time: player.currentTime, playing: !player.paused }
    void renew()
  }
  function goOn(player: HTMLVideoElement) {
    const point = resume.current
    resume.current = null
    if (!point) return
    player.currentTime = point.time
    // Browsers may refuse to start a film by themselves; the controls are there.
    if (point.playing) player.play().catch(() => undefined)
  }

  // A new title asks for links that carry it; until they are there, the ones before lead to the same film.
  const links = files.data ?? playing
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
      <div className="overflow-hidden rounded-card bg-black shadow-lifted">
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
            className="max-h-[75dvh] w-full bg-black"
            onError={(event) => stumbled(event.currentTarget)}
            onLoadedMetadata={(event) => goOn(event.currentTarget)}
            onTimeUpdate={() => {
              renewals.current = 0
            }}
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
              <Button
                size="small"
                onClick={() => {
                  renewals.current = 0
                  void renew()
                }}
              >
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
          <a href={links.download} download={filename} className={buttonClass({ variant: 'primary' })}>
            <Download aria-hidden className="size-4.5" strokeWidth={2} />
            {t('projects.download')}
          </a>
        )}
        {actions}
      </div>
    </div>
  )
}
