import { closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { useRef, useState } from 'react'
import { makeAnnouncements } from '@/components/photos/announcements'
import { useSortSensors } from '@/components/photos/useSortSensors'
import { positionAt } from '@/domain/position'
import type { Photo, PhotoChoice } from '@/domain/photo'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useLatest } from '@/hooks/useLatest'
import { t } from '@/lib/i18n'
import { PhotoCard } from './PhotoCard'

type PhotoBoardProps = {
  photos: readonly Photo[]
  /** Those that the film does not show, by id, and the code of why. */
  leftOut: ReadonlyMap<string, string>
}

/** The photos in film order: dragged by mouse, by a long press, or moved with the keyboard or the buttons. */
export function PhotoBoard({ photos, leftOut }: PhotoBoardProps) {
  const editor = useProjectEditor()
  const latest = useLatest(photos)
  const list = useRef<HTMLUListElement>(null)
  const [spoken, say] = useState('')
  const [announcements] = useState(() =>
    makeAnnouncements(() =>
      latest.current.map(({ id }, index) => ({ id, name: t('editor.photo', { number: index + 1 }) })),
    ),
  )
  // The same functions on every render: a photo that did not change is not drawn again.
  const [acts] = useState(() => ({
    step: (photo: Photo, step: -1 | 1) => {
      const now = latest.current
      const at = now.findIndex(({ id }) => id === photo.id)
      editor.photos.move(photo, positionAt(now, photo.id, at + step))
      const words = { number: at + 1, position: at + 1 + step, total: now.length }
      say(t('editor.moved', words))
    },
    choose: (photo: Photo, choice: PhotoChoice) => editor.photos.choose(photo, choice),
    remove: (photo: Photo) => {
      focusNeighbour(list.current, photo.id)
      editor.photos.remove(photo)
    },
  }))
  const dropped = ({ active, over }: DragEndEvent) => {
    const photo = photos.find(({ id }) => id === active.id)
    if (!photo || !over || over.id === active.id) return
    const index = photos.findIndex(({ id }) => id === over.id)
    editor.photos.move(photo, positionAt(photos, photo.id, index))
  }
  return (
    <DndContext
      sensors={useSortSensors()}
      collisionDetection={closestCenter}
      autoScroll={CALM_SCROLLING}
      onDragEnd={dropped}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('draft.moveHelp') } }}
    >
      <SortableContext items={photos.map(({ id }) => id)} strategy={rectSortingStrategy}>
        <ul ref={list} aria-label={t('editor.photos')} className={PHOTO_GRID}>
          {photos.map((photo, index) => (
            <PhotoCard
              key={photo.id}
              photo={photo}
              number={index + 1}
              isLast={index === photos.length - 1}
              leftOut={leftOut.get(photo.id)}
              onStep={acts.step}
              onChoose={acts.choose}
              onRemove={acts.remove}
            />
          ))}
        </ul>
      </SortableContext>
      <output className="sr-only">{spoken}</output>
    </DndContext>
  )
}

/** Near the edge of the window the page goes along; as fast as the library does by itself nobody can aim. */
const CALM_SCROLLING = { acceleration: 4 }

export const PHOTO_GRID =
  'grid items-start grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-2 xl:grid-cols-3'

/** The pressed button goes with its photo: the focus moves to the neighbour's. */
function focusNeighbour(list: HTMLElement | null, photoId: string) {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-photo]') ?? [])]
  const at = cards.findIndex(({ dataset }) => dataset.photo === photoId)
  const next = cards[at + 1] ?? cards[at - 1]
  next?.querySelector<HTMLElement>('button')?.focus()
}
