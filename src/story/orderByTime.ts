import type { TimedPhoto } from './filmWishes'

/**
 * Photos in the order they were taken, across time zones and cameras; those without a time keep their place between
 * their neighbours. Stable: photos of the same moment stay in the order given.
 */
export function orderByTime<Photo extends TimedPhoto>(photos: readonly Photo[]): Photo[] {
  return photos.toSorted((a, b) => (a.takenAt ?? '').localeCompare(b.takenAt ?? ''))
}
