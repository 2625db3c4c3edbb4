import Download from 'lucide-react/icons/download'
import { Button, buttonClass } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { sharedDownloadUrl, sharedUrl } from '@/data/sharedFilm'
import type { SharedFilm } from '@/domain/sharedFilm'
import { useSteadyFilm } from '@/hooks/useSteadyFilm'
import { filmFilename, formatDate, formatDuration } from '@/lib/format'
import { t } from '@/lib/i18n'

type SharedFilmViewProps = {
  film: SharedFilm
  /** Asks for fresh addresses; undefined when the link has ended. */
  renew: () => Promise<SharedFilm | undefined>
}

/** The film that a link shows. Its addresses last for minutes: see [Note: a film keeps its address]. */
export function SharedFilmView({ film, renew }: SharedFilmViewProps) {
  const { playing = film, failed, stumbled, goOn, played, tryAgain } = useSteadyFilm(film, renew)
  const { title, durationSeconds, width, height, finishedAt, mimeType, expiresAt } = film
  const filename = filmFilename(title, finishedAt ?? expiresAt, mimeType)
  const date = formatDate(expiresAt)
  return (
    <>
      <div className="overflow-hidden rounded-card bg-film shadow-lifted">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- no speech; the captions are in the picture */}
        <video
          controls
          playsInline
          preload="metadata"
          aria-label={t('sharedFilm.player', { title })}
          src={sharedUrl(playing.filmPath)}
          poster={playing.posterPath === null ? undefined : sharedUrl(playing.posterPath)}
          style={{ aspectRatio: `${width ?? 16} / ${height ?? 9}` }}
          className="max-h-[75dvh] w-full bg-film"
          onError={({ currentTarget }) => stumbled(currentTarget)}
          onLoadedMetadata={({ currentTarget }) => goOn(currentTarget)}
          onTimeUpdate={played}
        />
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
            {t('sharedFilm.failed')}
          </ErrorNotice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="font-display text-3xl font-semibold tracking-tight text-balance break-words sm:text-4xl">
            {title}
          </h1>
          <p className="mt-1.5 text-muted">
            {durationSeconds === null
              ? t('sharedFilm.until', { date })
              : t('sharedFilm.facts', { length: formatDuration(durationSeconds), date })}
          </p>
        </div>
        <a
          href={sharedDownloadUrl(film.filmPath, filename)}
          download={filename}
          referrerPolicy="no-referrer"
          className={buttonClass()}
        >
          <Download aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t('sharedFilm.download')}
        </a>
      </div>
    </>
  )
}
