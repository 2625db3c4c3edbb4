import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import EyeOff from 'lucide-react/icons/eye-off'
import GripVertical from 'lucide-react/icons/grip-vertical'
import X from 'lucide-react/icons/x'
import { memo } from 'react'
import { useLanguage } from '@/hooks/useLanguage'
import { BlobImage } from '@/components/ui/BlobImage'
import { CAPTION_MAX } from '@/domain/project'
import type { Reason } from '@/domain/storyboard'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { t } from '@/lib/i18n'
import { useDraftPhoto, usePhotoFile } from '@/stores/video.store'
import { focusPhoto } from './ChoiceLine'
import { FilmChoice } from './FilmChoice'
import { PhotoBadge } from './PhotoBadge'

type PhotoTileProps = {
  id: string
  number: number
  disabled: boolean
  /** Why the film would not show it. */
  leftOut: Reason | undefined
  onRemove: (id: string) => void
  onRetryUpload: () => void
}

/** One photo of the film: the picture is the handle to move it by. */
export const PhotoTile = memo(function PhotoTile({
  id,
  number,
  disabled,
  leftOut,
  onRemove,
  onRetryUpload,
}: PhotoTileProps) {
  useLanguage()
  const photo = useDraftPhoto(id)
  const file = usePhotoFile(id)
  const thumbnail = file && 'thumbnail' in file ? file.thumbnail : null
  const { captionPhoto, choosePhoto } = usePhotoManager()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id })
  if (!photo) return null
  const name = photo.facts.filename
  const { role: _role, tabIndex: _tabIndex, ...handle } = attributes
  return (
    <li
      ref={setNodeRef}
      style={{
        transform: CSS.Translate.toString(transform),
        transition: transition ?? undefined,
      }}
      className={`group relative min-w-0 rounded-card bg-surface ring-1 ring-line transition-shadow ${
        isDragging ? 'z-10 shadow-lifted ring-2 ring-accent' : 'shadow-card'
      }`}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...handle}
        {...listeners}
        disabled={disabled}
        aria-label={t('draft.move', { name })}
        className="relative block aspect-[4/3] w-full cursor-grab touch-manipulation overflow-hidden rounded-t-card bg-sunken select-none active:cursor-grabbing disabled:cursor-default"
      >
        {thumbnail && (
          <BlobImage
            blob={thumbnail}
            alt=""
            draggable={false}
            className={`size-full object-cover [-webkit-touch-callout:none] ${leftOut ? 'opacity-45' : ''}`}
          />
        )}
        <span className="absolute bottom-2 left-2 grid h-6 min-w-6 place-items-center rounded-full bg-scrim/60 px-1.5 text-xs font-semibold text-on-film tabular-nums">
          {number}
        </span>
        {!disabled && (
          <span className="absolute top-3 left-2 grid size-7 place-items-center rounded-full bg-scrim/60 text-on-film opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            <GripVertical aria-hidden className="size-4" />
          </span>
        )}
      </button>
      <PhotoBadge id={id} name={name} onRetryUpload={onRetryUpload} />
      {!disabled && !leftOut && photo.choice !== 'skip' && (
        <button
          type="button"
          aria-label={t('reasons.leaveOutNamed', { name })}
          title={t('reasons.leaveOut')}
          onClick={({ currentTarget }) => {
            focusPhoto(currentTarget)
            choosePhoto(id, 'skip')
          }}
          className="absolute top-1 right-10 grid size-11 place-items-center rounded-full opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:right-12 pointer-coarse:opacity-100"
        >
          <span className="grid size-7 place-items-center rounded-full bg-scrim/60 text-on-film transition-colors hover:bg-scrim/80">
            <EyeOff aria-hidden className="size-4" />
          </span>
        </button>
      )}
      {!disabled && (
        <button
          type="button"
          data-remove={id}
          aria-label={t('draft.remove', { name })}
          onClick={() => onRemove(id)}
          className="absolute top-1 right-1 grid size-11 place-items-center rounded-full"
        >
          <span className="grid size-7 place-items-center rounded-full bg-scrim/60 text-on-film transition-colors hover:bg-scrim/80">
            <X aria-hidden className="size-4" />
          </span>
        </button>
      )}
      <FilmChoice id={id} leftOut={leftOut} disabled={disabled} />
      <input
        type="text"
        aria-label={t('draft.caption', { name })}
        placeholder={t('draft.captionPlaceholder')}
        maxLength={CAPTION_MAX}
        value={photo.caption}
        disabled={disabled}
        onChange={(event) => captionPhoto(id, event.target.value)}
        className="h-11 w-full rounded-b-card bg-transparent px-3 text-base text-ellipsis placeholder:text-sm placeholder:text-muted focus-visible:outline-offset-[-2px] sm:text-sm"
      />
    </li>
  )
})
