import type { TimedPhoto } from './filmWishes'
import { trueTimes } from './time/trueTimes'

/**
 * Photos in the order they were taken, across time zones and cameras; those without a time keep their place: they follow
 * the photo they followed, or stay before the one they preceded. Stable: photos of the same moment stay in the order given.
 */
export function orderByTime<Photo extends TimedPhoto>(photos: readonly Photo[]): Photo[] {
  const times = trueTimes(photos)
  const first = times.find((time) => time !== null)
  if (!first) return [...photos]
  let last = first.instant
  const keyed = photos.map((photo, index) => {
    const time = times[index]
    // What comes before the first photo with a time goes with it.
    if (time) last = time.instant
    return { photo, instant: last, index, followed: time ? index : null }
  })
  // Photos without a time go with the very photo before them, also where others were taken in the same second.
  let anchor = photos.findIndex((_, index) => times[index])
  const anchored = keyed.map((entry) => {
    if (entry.followed !== null) anchor = entry.followed
    return { ...entry, anchor }
  })
  return anchored
    .toSorted((a, b) => a.instant - b.instant || a.anchor - b.anchor || a.index - b.index)
    .map(({ photo }) => photo)
}
