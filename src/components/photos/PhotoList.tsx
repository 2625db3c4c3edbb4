import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { t } from '@/lib/i18n'
import { useIsLocked, usePhotoIds, useVideoStore } from '@/stores/video.store'
import { PhotoTile } from './PhotoTile'

type PhotoListProps = {
  onRemove: (id: string) => void
  onRetryUpload: () => void
}

/** The photos in film order: dragged by mouse, by a long press, or moved with the keyboard. */
export function PhotoList({ onRemove, onRetryUpload }: PhotoListProps) {
  const ids = usePhotoIds()
  const disabled = useIsLocked()
  const { movePhoto } = usePhotoManager()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    // A shorter press would fight with scrolling.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) movePhoto(String(active.id), ids.indexOf(String(over.id)))
  }
  if (ids.length === 0) return null
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('draft.moveHelp') } }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy} disabled={disabled}>
        <ul
          aria-label={t('draft.photosHeading')}
          className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-2 xl:grid-cols-3"
        >
          {ids.map((id, index) => (
            <PhotoTile
              key={id}
              id={id}
              number={index + 1}
              disabled={disabled}
              onRemove={onRemove}
              onRetryUpload={onRetryUpload}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

/** What a screen reader hears while a photo is on its way. */
const announcements: Announcements = {
  onDragStart: ({ active }) => t('draft.moveStarted', place(active.id, active.id)),
  onDragOver: ({ active, over }) => (over ? t('draft.moveOver', place(active.id, over.id)) : undefined),
  onDragEnd: ({ active, over }) => t('draft.moveEnded', place(active.id, over?.id ?? active.id)),
  onDragCancel: ({ active }) => t('draft.moveCancelled', place(active.id, active.id)),
}

function place(movedId: UniqueIdentifier, overId: UniqueIdentifier) {
  const { photos } = useVideoStore.getState().draft
  return {
    name: photos.find(({ id }) => id === movedId)?.facts.filename ?? '',
    position: photos.findIndex(({ id }) => id === overId) + 1,
    total: photos.length,
  }
}
