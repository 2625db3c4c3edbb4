import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'
import { t } from '@/lib/i18n'

/**
 * What a screen reader hears while a photo is on its way; one set per list, it remembers the photo's journey.
 * @param list the photos in order, as they are now, with what each is called
 * @param area whose words: films that wait are put in order in the same way
 */
export function makeAnnouncements(
  list: () => readonly { id: string; name: string }[],
  area: 'draft' | 'queue' = 'draft',
): Announcements {
  // Kept from event to event: when a photo is put down, the list may already have the new order.
  let position = 0
  /** 1 for the first. */
  const positionOf = (id: UniqueIdentifier) => list().findIndex((photo) => photo.id === id) + 1
  const words = (id: UniqueIdentifier) => {
    const photos = list()
    const name = photos.find((photo) => photo.id === id)?.name ?? ''
    return { name, position, total: photos.length }
  }
  return {
    onDragStart: ({ active }) => {
      position = positionOf(active.id)
      return t(`${area}.moveStarted`, words(active.id))
    },
    onDragOver: ({ active, over }) => {
      // A photo is "over" itself the moment it is picked up: that would drown out the words before it.
      if (!over || positionOf(over.id) === position) return undefined
      position = positionOf(over.id)
      return t(`${area}.moveOver`, words(active.id))
    },
    onDragEnd: ({ active }) => t(`${area}.moveEnded`, words(active.id)),
    onDragCancel: ({ active }) => t(`${area}.moveCancelled`, words(active.id)),
  }
}
