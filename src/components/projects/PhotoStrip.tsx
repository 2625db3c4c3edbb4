import { useQuery } from '@tanstack/react-query'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Thumbnail } from '@/components/ui/Thumbnail'
import { photoQueries } from '@/hooks/queries/photos'
import { t } from '@/lib/i18n'

/** The photos of a project in the order of the film. */
export function PhotoStrip({ userId, projectId }: { userId: string; projectId: string }) {
  const { data: photos, error, refetch } = useQuery(photoQueries.ofProject(userId, projectId))
  return (
    <section aria-labelledby="project-photos" className="mt-12">
      <h2 id="project-photos" className="mb-4 flex items-baseline gap-3 text-lg font-semibold">
        {t('projects.photos')}
        {photos && (
          <span className="text-sm font-normal text-muted">
            {t('projects.photoCount', { count: photos.length })}
          </span>
        )}
      </h2>
      {error && !photos && <LoadFailed error={error} onRetry={() => void refetch()} />}
      <ul
        aria-label={t('projects.photos')}
        className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2 sm:grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] sm:gap-3"
      >
        {photos?.map((photo, index) => (
          <li key={photo.id}>
            <Thumbnail
              userId={userId}
              bucket="media"
              path={photo.media.thumbnailPath}
              // The caption is read out below.
              alt={photo.caption ? '' : t('projects.photoAlt', { number: index + 1 })}
              className="aspect-square w-full rounded-lg"
            />
            {photo.caption && (
              <p className="mt-1 truncate text-xs text-muted" title={photo.caption}>
                {photo.caption}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
