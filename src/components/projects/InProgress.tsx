import { Link } from 'react-router-dom'
import type { Video } from '@/domain/video'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { CardProgress } from './cardParts'
import { OverviewSection } from './OverviewSection'

type InProgressProps = { userId: string; films: readonly Video[]; titles: ReadonlyMap<string, string> }

/** Films that wait or are being made, with the way to all of them. */
export function InProgress({ userId, films, titles }: InProgressProps) {
  return (
    <OverviewSection
      title={t('dashboard.inProgress')}
      aside={
        <Link to={paths.queue} className="rounded-mark text-sm font-medium text-accent hover:underline">
          {t('dashboard.toQueue')}
        </Link>
      }
    >
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {films.map((film) => (
          <li
            key={film.id}
            className="relative grid gap-3 rounded-card border border-line bg-surface p-4 shadow-card has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <Link
              to={paths.project(film.projectId)}
              className="truncate font-semibold outline-none after:absolute after:inset-0"
            >
              {titles.get(film.projectId) ?? t('shell.loading')}
            </Link>
            <CardProgress userId={userId} video={film} />
          </li>
        ))}
      </ul>
    </OverviewSection>
  )
}
