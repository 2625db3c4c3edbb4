import { closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useEffect, useRef, useState } from 'react'
import { makeAnnouncements } from '@/components/photos/announcements'
import { useSortSensors } from '@/components/photos/useSortSensors'
import type { Video } from '@/domain/video'
import { isWishedFor } from '@/hooks/queries/filmWishes'
import { useMoveVideo } from '@/hooks/queries/videoMoves'
import { useLatest } from '@/hooks/useLatest'
import { t } from '@/lib/i18n'
import { WaitingItem } from './WaitingItem'

/** The films that wait, first made first: dragged by mouse or a long press, moved with the keyboard or with buttons. */
export function QueueLine({ userId, videos }: { userId: string; videos: readonly Video[] }) {
  const moving = useMoveVideo(userId)
  const sensors = useSortSensors()
  const [said, setSaid] = useState('')
  // Each item knows its own title; whoever announces asks for it by the id.
  const [titles] = useState(() => new Map<string, string>())
  const now = useLatest(videos)
  const [announcements] = useState(() =>
    makeAnnouncements(() => now.current.map(({ id }) => ({ id, name: titles.get(id) ?? '' })), 'queue'),
  )
  const ids = videos.map(({ id }) => id)
  const focusAfter = useKeptFocus(ids.join())

  function move(id: string, to: number) {
    const rest = ids.filter((other) => other !== id)
    moving.mutate({ videoId: id, beforeId: rest[to] ?? null })
  }
  function dropped({ active, over }: DragEndEvent) {
    if (over && over.id !== active.id) move(String(active.id), ids.indexOf(String(over.id)))
  }
  function step(id: string, by: 1 | -1, button: HTMLButtonElement) {
    const to = ids.indexOf(id) + by
    if (to < 0 || to >= ids.length) return
    focusAfter(button)
    move(id, to)
    const name = titles.get(id) ?? ''
    setSaid(t('queue.moveEnded', { name, position: to + 1, total: ids.length }))
  }
  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={dropped}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('queue.moveHelp') } }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ul aria-label={t('queue.waiting')} className="grid grid-cols-1 gap-3">
            {videos.map((video, index) => (
              <WaitingItem
                key={video.id}
                userId={userId}
                video={video}
                place={{ position: index + 1, total: videos.length }}
                isMovable={videos.length > 1 && !isWishedFor(video)}
                onTitle={(title) => titles.set(video.id, title)}
                onStep={(by, button) => step(video.id, by, button)}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <output className="sr-only">{said}</output>
    </>
  )
}

/** A button whose item moves in the list loses the focus with its place in the page: it gets it back. */
function useKeptFocus(order: string): (button: HTMLButtonElement) => void {
  const pressed = useRef<HTMLButtonElement | null>(null)
  useEffect(() => {
    const button = pressed.current
    pressed.current = null
    if (button?.isConnected && document.activeElement === document.body) button.focus()
  }, [order])
  return (button) => {
    pressed.current = button
  }
}
