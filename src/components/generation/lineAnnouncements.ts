import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'
import { t } from '@/lib/i18n'

export type Named = { id: string; name: string }

/** What a screen reader hears while a film is on its way. @param line the films in order, as they are now */
export function lineAnnouncements(line: () => readonly Named[]): Announcements {
  // Kept from event to event: when a film is put down, the line may already have the new order.
  let position = 0
  const placeOf = (id: UniqueIdentifier) => line().findIndex((film) => film.id === id) + 1
  const words = (id: UniqueIdentifier) => ({
    name: line().find((film) => film.id === id)?.name ?? '',
    position,
    total: line().length,
  })
  return {
    onDragStart: ({ active }) => {
      position = placeOf(active.id)
      return t('queue.moveStarted', words(active.id))
    },
    onDragOver: ({ active, over }) => {
      if (!over || placeOf(over.id) === position) return undefined
      position = placeOf(over.id)
      return t('queue.moveOver', words(active.id))
    },
    onDragEnd: ({ active }) => t('queue.moveEnded', words(active.id)),
    onDragCancel: ({ active }) => t('queue.moveCancelled', words(active.id)),
  }
}
