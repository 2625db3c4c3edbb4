import { useQuery } from '@tanstack/react-query'
import CircleAlert from 'lucide-react/icons/circle-alert'
import type { Video } from '@/domain/video'
import { photoQueries } from '@/hooks/queries/photos'
import { formatList } from '@/lib/format'
import { t } from '@/lib/i18n'

/** Photos that could not be read when this film was made, by their names. Nothing where there are none. */
export function SkippedPhotos({ userId, video }: { userId: string; video: Video }) {
  const ids = video.skippedPhotoIds
  const { data: photos } = useQuery({
    ...photoQueries.ofProject(userId, video.projectId),
    enabled: ids.length > 0,
  })
  if (ids.length === 0 || !photos) return null
  const names = ids.map(
    (skipped) =>
      photos.find(({ id }) => id === skipped)?.media.originalFilename ?? t('generation.skippedUnknown'),
  )
  return (
    <p className="mt-4 flex items-start gap-3 rounded-control bg-sunken px-4 py-3 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted" />
      <span className="min-w-0 break-words">
        {t('generation.skipped', { count: names.length, names: formatList(names) })}
      </span>
    </p>
  )
}
