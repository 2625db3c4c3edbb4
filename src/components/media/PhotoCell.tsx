import Check from 'lucide-react/icons/check'
import Layers from 'lucide-react/icons/layers'
import Expand from 'lucide-react/icons/expand'
import { memo } from 'react'
import { Thumbnail } from '@/components/ui/Thumbnail'
import { useLanguage } from '@/hooks/useLanguage'
import { formatDay } from '@/lib/format'
import { t } from '@/lib/i18n'
import { placeName, type Cell } from './groupPhotos'
import { dayOf } from './photoTime'

type PhotoCellProps = {
  userId: string
  cell: Cell
  place: number
  column: number
  isSelected: boolean
  /** The one that the Tab key reaches. */
  isActive: boolean
  onSpread: (bestId: string) => void
}

/** A photo of the library, or a stack of near-duplicates under its best. */
export const PhotoCell = memo(function PhotoCell({
  userId,
  cell,
  place,
  column,
  isSelected,
  isActive,
  onSpread,
}: PhotoCellProps) {
  useLanguage()
  const { photo, stack } = cell
  const best = stack?.[0]
  const isSpread = stack !== undefined && cell.ids.length === 1
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its row
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected}
      aria-label={nameOf(cell)}
      tabIndex={isActive ? 0 : -1}
      data-cell={place}
      className="group relative aspect-square cursor-pointer rounded-small select-none focus-visible:outline-3 focus-visible:outline-offset-1"
    >
      <Thumbnail
        userId={userId}
        bucket="media"
        path={photo.thumbnailPath}
        alt={photo.filename}
        className={`pointer-events-none size-full rounded-small transition-[scale] duration-quick ease-calm ${isSelected ? 'scale-88' : ''}`}
      />
      <span
        aria-hidden
        className={`absolute top-1.5 left-1.5 grid size-6 place-items-center rounded-full border-2 transition-opacity duration-quick ${
          isSelected
            ? 'border-accent bg-accent text-accent-ink'
            : 'border-on-film bg-scrim/30 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 in-data-selecting:opacity-100'
        }`}
      >
        {isSelected && <Check className="size-4" strokeWidth={3} />}
      </span>
      {/* For the mouse, which need not know of the double click; keys have Enter. */}
      <span
        aria-hidden
        data-open
        className="absolute right-1 bottom-1 grid size-8 place-items-center rounded-full bg-scrim/50 text-on-film opacity-0 transition-opacity duration-quick group-hover:opacity-100 hover:bg-scrim/80 pointer-coarse:hidden"
      >
        <Expand className="size-4" strokeWidth={2} />
      </span>
      {best && (!isSpread || best === photo) && (
        <button
          type="button"
          data-stack
          tabIndex={isActive ? 0 : -1}
          aria-expanded={isSpread}
          aria-label={t(isSpread ? 'library.closeStack' : 'library.openStack', { count: stack.length })}
          onClick={() => onSpread(best.id)}
          className="absolute top-1 right-1 flex min-h-7 items-center gap-1 rounded-full bg-scrim/65 px-2 text-xs font-medium text-on-film tabular-nums hover:bg-scrim/80"
        >
          <Layers aria-hidden className="size-3.5" strokeWidth={2} />
          {stack.length}
        </button>
      )}
      {isSpread && <span aria-hidden className="absolute inset-x-3 -bottom-1 h-0.5 rounded-full bg-accent" />}
    </div>
  )
})

/** `lake.jpg, Jul 3, 2025, Bern, Switzerland, 3 similar photos`. */
function nameOf({ photo, ids }: Cell): string {
  return [
    photo.filename,
    formatDay(dayOf(photo)),
    photo.town && placeName(photo.town),
    ids.length > 1 && t('library.similar', { count: ids.length }),
  ]
    .filter(Boolean)
    .join(', ')
}
