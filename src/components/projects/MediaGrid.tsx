import { Thumbnail } from '@/components/ui/Thumbnail'
import type { MediaItem } from '@/domain/photo'
import { t } from '@/lib/i18n'

export function MediaGrid({ userId, items }: { userId: string; items: readonly MediaItem[] }) {
  return (
    <ul
      aria-label={t('projects.mediaTitle')}
      className="grid grid-cols-3 gap-1.5 sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] sm:gap-3"
    >
      {items.map((item) => (
        <li key={item.id}>
          <Thumbnail
            userId={userId}
            bucket="media"
            path={item.thumbnailPath}
            alt={item.originalFilename}
            className="aspect-square w-full rounded-lg"
          />
          <p aria-hidden className="mt-1.5 hidden truncate text-xs text-muted sm:block">
            {item.originalFilename}
          </p>
        </li>
      ))}
    </ul>
  )
}
