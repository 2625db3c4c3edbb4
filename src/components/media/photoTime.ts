import type { LibraryPhoto } from '@/domain/libraryPhoto'

/**
 * When a photo was taken: `day` as the camera's calendar had it, `seconds` since 1970 to compare with others. Null where the
 * file does not say; then the library goes by the day it was added.
 */
export function photoTime({
  takenAt,
  utcOffsetMinutes,
}: LibraryPhoto): { day: string; seconds: number } | null {
  if (takenAt === null) return null
  const seconds = Date.parse(`${takenAt}Z`) / 1000 - (utcOffsetMinutes ?? 0) * 60
  return Number.isNaN(seconds) ? null : { day: takenAt.slice(0, 10), seconds }
}

/** The day a photo stands under, `YYYY-MM-DD`. */
export const dayOf = (photo: LibraryPhoto): string => photoTime(photo)?.day ?? photo.createdAt.slice(0, 10)

/** To put photos in order by: as the clock on the wall was, so that a day stays one day whatever the zone. */
export const orderOf = (photo: LibraryPhoto): string =>
  photo.takenAt !== null && photoTime(photo) ? photo.takenAt : photo.createdAt.slice(0, 19)
