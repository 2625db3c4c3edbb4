import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import EyeOff from 'lucide-react/icons/eye-off'
import X from 'lucide-react/icons/x'
import { memo, type FocusEvent, type MouseEvent, type ReactNode } from 'react'
import { useLanguage } from '@/hooks/useLanguage'
import { personColor } from '@/components/members/person'
import { ChoiceLine, focusPhoto } from '@/components/photos/ChoiceLine'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { Photo, PhotoChoice } from '@/domain/photo'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useHolders } from '@/hooks/usePresence'
import { useHold } from '@/hooks/useProjectRoom'
import { t } from '@/lib/i18n'
import { CaptionField } from './CaptionField'
import { HolderFaces } from './HolderFaces'

type PhotoCardProps = {
  photo: Photo
  /** 1 for the first. */
  number: number
  isLast: boolean
  /** The code of why the film would not show it. */
  leftOut: string | undefined
  /** Put it one place earlier (-1) or later (1). */
  onStep: (photo: Photo, step: -1 | 1) => void
  onChoose: (photo: Photo, choice: PhotoChoice) => void
  onRemove: (photo: Photo) => void
}

/** One photo of the film: the picture is the handle to move it by. What can be done with it shows when it is near. */
export const PhotoCard = memo(function PhotoCard({
  photo,
  number,
  isLast,
  leftOut,
  onStep,
  onChoose,
  onRemove,
}: PhotoCardProps) {
  useLanguage()
  const { id } = photo
  const { store, userId } = useProjectEditor()
  const isSelected = useEditorState(({ selectedPhotoId }) => selectedPhotoId === id)
  const hold = useHold()
  const target = { kind: 'photo', id } as const
  const [holder] = useHolders(target)
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id })
  const { role: _role, tabIndex: _tabIndex, ...handle } = attributes
  const select = () => {
    store.getState().selectPhoto(id)
    hold(target)
  }
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) hold(null)
  }
  const transformed = { transform: CSS.Translate.toString(transform), transition: transition ?? undefined }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the focus of the buttons and the field inside
    <li
      ref={setNodeRef}
      data-photo={id}
      data-selected={isSelected || undefined}
      onFocus={select}
      onBlur={left}
      style={{ ...transformed, ...(holder && { '--tw-ring-color': personColor(holder.userId) }) }}
      className={`group relative min-w-0 rounded-card bg-surface transition-shadow ${
        isDragging
          ? 'z-10 shadow-lifted ring-2 ring-accent'
          : `shadow-card ${holder ? 'ring-2' : 'ring-1 ring-line'}`
      }`}
    >
      <div className="relative">
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...handle}
          {...listeners}
          aria-label={t('editor.move', { number })}
          onClick={select}
          className="relative block aspect-[4/3] w-full cursor-grab touch-manipulation overflow-hidden rounded-t-card bg-sunken select-none active:cursor-grabbing"
        >
          <Thumbnail
            userId={userId}
            bucket="media"
            path={photo.media.thumbnailPath}
            alt=""
            className={`pointer-events-none size-full [-webkit-touch-callout:none] ${leftOut === undefined ? '' : 'opacity-45'}`}
          />
          <span className="absolute bottom-2 left-2 grid h-6 min-w-6 place-items-center rounded-full bg-scrim/60 px-1.5 text-xs font-semibold text-on-film tabular-nums">
            {number}
          </span>
        </button>
        <HolderFaces target={target} className="absolute top-2 left-2" />
        {leftOut === undefined && (
          <Tool
            label={t('reasons.leaveOutNamed', { name: t('reasons.photo', { number }) })}
            place={`absolute top-1 right-12 sm:right-10 pointer-coarse:right-12 ${ON_TOUCH_WHEN_CHOSEN}`}
            onClick={({ currentTarget }) => {
              focusPhoto(currentTarget)
              onChoose(photo, 'skip')
            }}
          >
            <EyeOff aria-hidden className="size-4" />
          </Tool>
        )}
        <Tool
          label={t('editor.remove', { number })}
          place="absolute top-1 right-1 pointer-coarse:opacity-100"
          onClick={() => onRemove(photo)}
        >
          <X aria-hidden className="size-4" />
        </Tool>
        <div className="absolute right-1 bottom-1 flex">
          <Tool
            label={t('editor.moveEarlier', { number })}
            place={ON_TOUCH_WHEN_CHOSEN}
            disabled={number === 1}
            onClick={() => onStep(photo, -1)}
          >
            <ChevronLeft aria-hidden className="size-4" />
          </Tool>
          <Tool
            label={t('editor.moveLater', { number })}
            place={ON_TOUCH_WHEN_CHOSEN}
            disabled={isLast}
            onClick={() => onStep(photo, 1)}
          >
            <ChevronRight aria-hidden className="size-4" />
          </Tool>
        </div>
      </div>
      <ChoiceLine
        choice={photo.choice}
        leftOut={leftOut}
        name={t('reasons.photo', { number })}
        onChoose={(choice) => onChoose(photo, choice)}
      />
      <CaptionField photo={photo} number={number} />
    </li>
  )
})

type ToolProps = {
  label: string
  place?: string
  disabled?: boolean
  onClick: (event: MouseEvent<HTMLElement>) => void
  children: ReactNode
}

/** What a finger cannot see it must not hit: a tap there chooses the photo. */
const ON_TOUCH_WHEN_CHOSEN =
  'pointer-coarse:pointer-events-none pointer-coarse:group-data-selected:pointer-events-auto'

/** A button on the picture: there for the pointer, the focus, and on touch for the photo that was chosen. */
function Tool({ label, place = '', disabled = false, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      // Not disabled: the focus would be lost at either end of the list.
      aria-disabled={disabled}
      onClick={(event) => {
        if (!disabled) onClick(event)
      }}
      className={`grid size-11 place-items-center rounded-full opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 group-data-selected:opacity-100 aria-disabled:cursor-default sm:size-9 pointer-coarse:size-11 ${place}`}
    >
      <span
        className={`grid size-7 place-items-center rounded-full bg-scrim/60 text-on-film transition-colors ${disabled ? 'text-on-film/40' : 'hover:bg-scrim/80'}`}
      >
        {children}
      </span>
    </button>
  )
}
