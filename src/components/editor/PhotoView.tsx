import { ChoiceLine } from '@/components/photos/ChoiceLine'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { Photo } from '@/domain/photo'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { t } from '@/lib/i18n'
import { CaptionText } from './CaptionField'
import { HolderFaces } from './HolderFaces'

type PhotoViewProps = {
  photos: readonly Photo[]
  /** Those that the film does not show, by id, and the code of why. */
  leftOut: ReadonlyMap<string, string>
}

/** The photos for somebody who may only look. */
export function PhotoView({ photos, leftOut }: PhotoViewProps) {
  const { userId } = useProjectEditor()
  return (
    <ul
      aria-label={t('editor.photos')}
      className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3 sm:gap-4 xl:grid-cols-4"
    >
      {photos.map((photo, index) => (
        <li
          key={photo.id}
          data-photo={photo.id}
          className="relative min-w-0 overflow-hidden rounded-card bg-surface shadow-card ring-1 ring-line"
        >
          <Thumbnail
            userId={userId}
            bucket="media"
            path={photo.media.thumbnailPath}
            // The caption is read out below.
            alt={photo.caption ? '' : t('editor.photo', { number: index + 1 })}
            className={`aspect-[4/3] w-full ${leftOut.has(photo.id) ? 'opacity-45' : ''}`}
          />
          <HolderFaces target={{ kind: 'photo', id: photo.id }} className="absolute top-2 left-2" />
          <ChoiceLine
            choice={photo.choice}
            leftOut={leftOut.get(photo.id)}
            name={t('reasons.photo', { number: index + 1 })}
            onChoose={undefined}
          />
          <CaptionText photo={photo} />
        </li>
      ))}
    </ul>
  )
}
