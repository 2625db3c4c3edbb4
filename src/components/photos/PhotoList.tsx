import { closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { useState } from 'react'
import { useLeftOut } from '@/hooks/useLeftOut'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { t } from '@/lib/i18n'
import { useIsLocked, usePhotoIds, useVideoStore } from '@/stores/video.store'
import { makeAnnouncements } from './announcements'
import { PhotoTile } from './PhotoTile'
import { useSortSensors } from './useSortSensors'

type PhotoListProps = {
  onRemove: (id: string) => void
  onRetryUpload: () => void
}

/** The photos in film order: dragged by mouse, by a long press, or moved with the keyboard. */
export function PhotoList({ onRemove, onRetryUpload }: PhotoListProps) {
  const ids = usePhotoIds()
  const disabled = useIsLocked()
  const leftOut = useLeftOut()
  const { movePhoto } = usePhotoManager()
  const [announcements] = useState(() => makeAnnouncements(namedPhotos))
  const sensors = useSortSensors()
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) movePhoto(String(active.id), ids.indexOf(String(over.id)))
  }
  if (ids.length === 0) return null
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('draft.moveHelp') },
      }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy} disabled={disabled}>
        <ul
          aria-label={t('draft.photosHeading')}
          className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-2 xl:grid-cols-3"
        >
          {ids.map((id, index) => (
            <PhotoTile
              key={id}
              id={id}
              number={index + 1}
              disabled={disabled}
              leftOut={leftOut.get(id)}
              onRemove={onRemove}
              onRetryUpload={onRetryUpload}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

const namedPhotos = () =>
  useVideoStore.getState().draft.photos.map(({ id, facts }) => ({ id, name: facts.filename }))
