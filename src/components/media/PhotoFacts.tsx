import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { mediaQueries } from '@/hooks/queries/media'
import { formatBytes, formatDateTime } from '@/lib/format'
import { formatWallTime } from '@/lib/formatWallTime'
import { language, t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { placeName } from './groupPhotos'
import { photoTime } from './photoTime'

/** What is known about a photo, and in which projects it is. */
export function PhotoFacts({ userId, photo }: { userId: string; photo: LibraryPhoto }) {
  const { width, height, takenAt, town, camera } = photo
  const megapixels = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(
    (width * height) / 1e6,
  )
  return (
    <aside
      aria-label={t('library.facts')}
      className="max-h-[42dvh] shrink-0 overflow-y-auto bg-surface p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink md:max-h-none md:w-80 md:p-6"
    >
      <h3 className="text-lg font-semibold">{t('library.facts')}</h3>
      <dl className="mt-4 grid grid-cols-2 gap-x-5 gap-y-4 md:grid-cols-1">
        {takenAt !== null && photoTime(photo) && (
          <Fact name={t('library.fact_taken')}>{formatWallTime(takenAt)}</Fact>
        )}
        {town && <Fact name={t('library.fact_place')}>{placeName(town)}</Fact>}
        {camera !== null && <Fact name={t('library.fact_camera')}>{camera}</Fact>}
        <Fact name={t('library.fact_file')}>
          {photo.filename}
          <span className="block text-muted">{formatBytes(photo.bytes)}</span>
        </Fact>
        <Fact name={t('library.fact_picture')}>
          {/* Pixels are written without a thousands separator, in every language. */}
          {t('library.pictureSize', { width: String(width), height: String(height), megapixels })}
        </Fact>
        <Fact name={t('library.fact_added')}>{formatDateTime(photo.createdAt)}</Fact>
        <Fact name={t('library.usedIn')}>
          <Uses userId={userId} photoId={photo.id} />
        </Fact>
      </dl>
    </aside>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-0.5 text-body break-words">{children}</dd>
    </div>
  )
}

function Uses({ userId, photoId }: { userId: string; photoId: string }) {
  const { data: uses, isError } = useQuery(mediaQueries.uses(userId, [photoId]))
  if (isError && !uses) return <span className="text-muted">—</span>
  if (!uses) return <span className="skeleton block h-5 w-28" />
  if (uses.length === 0) return t('library.unused', { count: 1 })
  return (
    <ul className="grid gap-1">
      {uses.map(({ project }, n) => (
        <li key={project?.id ?? n}>
          {project ? (
            <Link
              to={paths.project(project.id)}
              className="inline-block min-h-6 text-accent-strong underline underline-offset-2"
            >
              {project.title}
            </Link>
          ) : (
            t('library.foreignProject')
          )}
        </li>
      ))}
    </ul>
  )
}
