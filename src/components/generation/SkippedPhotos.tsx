import { useQuery } from '@tanstack/react-query'
import CircleAlert from 'lucide-react/icons/circle-alert'
import type { Photo } from '@/domain/photo'
import type { Video } from '@/domain/video'
import { photoQueries } from '@/hooks/queries/photos'
import { formatList } from '@/lib/format'
import { t } from '@/lib/i18n'

const MOST_NAMES = 5

/**
 * Photos that could not be read when this film was made: by their names, as far as they are few and known, else by their
 * number, which the film itself has. Nothing where there are none.
 */
export function SkippedPhotos({ userId, video }: { userId: string; video: Video }) {
  const ids = video.skippedPhotoIds
  const { data: photos } = useQuery({
    ...photoQueries.ofProject(userId, video.projectId),
    enabled: ids.length > 0,
  })
  if (ids.length === 0) return null
  return (
    <p className="mt-4 flex items-start gap-3 rounded-control bg-sunken px-4 py-3 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted" />
      <span className="min-w-0 break-words">
        {photos
          ? t('generation.skipped', { count: ids.length, names: namesOf(ids, photos) })
          : t('generation.skippedCount', { count: ids.length })}
      </span>
    </p>
  )
}

function namesOf(skipped: readonly string[], photos: readonly Photo[]): string {
  const names = skipped
    .slice(0, MOST_NAMES)
    .map(
      (one) => photos.find(({ id }) => id === one)?.media.originalFilename ?? t('generation.skippedUnknown'),
    )
  const more = skipped.length - names.length
  return formatList(more > 0 ? [...names, t('generation.skippedMore', { more })] : names)
}
