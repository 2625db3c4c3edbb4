import Play from 'lucide-react/icons/play'
import { Link } from 'react-router-dom'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { Video } from '@/domain/video'
import { formatClock, formatDate } from '@/lib/format'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { OverviewSection } from './OverviewSection'

type RecentFilmsProps = { userId: string; films: readonly Video[]; titles: ReadonlyMap<string, string> }

/** The newest film of each project, in a strip that is swiped where it is wider than the screen. */
export function RecentFilms({ userId, films, titles }: RecentFilmsProps) {
  return (
    <OverviewSection title={t('dashboard.recent')}>
      <ul className="-mx-5 flex snap-x scroll-px-5 gap-4 overflow-x-auto px-5 pb-2 md:-mx-1 md:scroll-px-1 md:px-1 md:pt-1">
        {films.map((film) => {
          const title = titles.get(film.projectId) ?? t('shell.loading')
          const date = formatDate(film.finishedAt ?? film.createdAt)
          return (
            <li key={film.id} className="w-44 shrink-0 snap-start sm:w-52">
              <Link
                to={paths.project(film.projectId)}
                aria-label={t('dashboard.recentFilm', { title, date })}
                className="group block rounded-small"
              >
                <span className="relative block aspect-video overflow-hidden rounded-small bg-sunken shadow-card">
                  <Thumbnail
                    userId={userId}
                    bucket="videos"
                    path={film.thumbnailPath}
                    alt=""
                    className="size-full transition-transform duration-grand ease-calm group-hover:scale-103"
                  />
                  <span className="absolute inset-0 m-auto grid size-11 place-items-center rounded-full bg-scrim/60 text-on-film transition-transform duration-quick group-hover:scale-110">
                    <Play aria-hidden className="size-5 translate-x-px fill-current" strokeWidth={0} />
                  </span>
                  {film.durationSeconds !== null && (
                    <span className="absolute right-1.5 bottom-1.5 rounded-mark bg-scrim/70 px-1.5 text-xs text-on-film tabular-nums">
                      {formatClock(film.durationSeconds)}
                    </span>
                  )}
                </span>
                <span className="mt-2 block truncate text-body font-medium">{title}</span>
                <span className="block text-sm text-muted">{date}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </OverviewSection>
  )
}
