import type { DraftPhoto } from '@/domain/draft'
import { orderByTime } from '@/story/orderByTime'

/** Photos of a draft in the order they were taken; those without a time stay with the photo they followed. */
export function inTime(photos: readonly DraftPhoto[]): DraftPhoto[] {
  const timed = photos.map((photo) => {
    const { takenAt, utcOffsetMinutes, camera } = photo.facts
    return { photo, takenAt, utcOffsetMinutes, camera, analysis: photo.analysis }
  })
  return orderByTime(timed).map(({ photo }) => photo)
}

/** The same, with those without a time behind the others. */
export const byDate = (photos: readonly DraftPhoto[]): DraftPhoto[] => [
  ...inTime(photos.filter(({ facts }) => facts.takenAt !== null)),
  ...photos.filter(({ facts }) => facts.takenAt === null),
]
