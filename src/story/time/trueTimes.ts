import { findClockError } from './clockErrors'
import type { TimedPhoto } from '../filmWishes'

/** When a photo was taken: `instant` on one clock for all cameras, `local` as a clock on the wall there would say; ms. */
export interface TrueTime {
  readonly instant: number
  readonly local: number
}

const MINUTE = 60_000

/**
 * The true time of each photo; null for photos without one. Wall clocks become instants by the zone the file names, else
 * by the zone of its place, else by that of the photo nearest in time that has one. Then each camera's clock is held
 * against the clock of the camera that is trusted most, and mended where it is plainly wrong.
 * See: [Note: the clock of the second camera]
 */
export function trueTimes(photos: readonly TimedPhoto[]): (TrueTime | null)[] {
  const walls = photos.map(({ takenAt }) => wallTime(takenAt))
  const zones = fillZones(photos.map(zoneOf), walls)
  const instants = walls.map((wall, index) => (wall === null ? null : wall - (zones[index] ?? 0) * MINUTE))
  const errors = clockErrors(photos, instants)
  return instants.map((instant, index) => {
    if (instant === null) return null
    const mended = instant + (errors.get(cameraOf(photos[index])) ?? 0)
    return { instant: mended, local: mended + (zones[index] ?? 0) * MINUTE }
  })
}

/** A wall clock's `YYYY-MM-DDTHH:mm:ss` in milliseconds, read as if it hung in Greenwich; null for anything else. */
function wallTime(takenAt: string | null): number | null {
  const time = takenAt === null ? NaN : Date.parse(`${takenAt}Z`)
  return Number.isNaN(time) ? null : time
}

const zoneOf = ({ utcOffsetMinutes, analysis }: TimedPhoto): number | null =>
  utcOffsetMinutes ?? analysis?.utcOffsetMinutes ?? null

/** '' for photos that name no camera. */
const cameraOf = (photo: TimedPhoto | undefined): string =>
  (photo?.analysis?.camera ?? photo?.camera ?? '').trim()

function fillZones(zones: readonly (number | null)[], walls: readonly (number | null)[]): number[] {
  const known = zones
    .flatMap((zone, index) => {
      const wall = walls[index]
      return zone === null || wall === null || wall === undefined ? [] : [{ zone, wall }]
    })
    .toSorted((a, b) => a.wall - b.wall)
  return zones.map((zone, index) => zone ?? nearestZone(known, walls[index] ?? 0))
}

/** Of the nearest in time; of the earlier one when both are as near. 0 when nobody knows a zone. */
function nearestZone(known: readonly { zone: number; wall: number }[], wall: number): number {
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((known[middle]?.wall ?? Infinity) <= wall) low = middle + 1
    else high = middle
  }
  const before = known[low - 1]
  const after = known[low]
  if (!before || !after) return (before ?? after)?.zone ?? 0
  return wall - before.wall <= after.wall - wall ? before.zone : after.zone
}

/** What to add to the clock of each camera that is wrong, in milliseconds. */
function clockErrors(photos: readonly TimedPhoto[], instants: readonly (number | null)[]) {
  const cameras = new Map<string, Camera>()
  for (const [index, photo] of photos.entries()) {
    const instant = instants[index]
    const name = cameraOf(photo)
    if (name === '' || instant === null || instant === undefined) continue
    const camera = cameras.get(name) ?? { name, zoned: 0, shots: [] }
    camera.zoned += zoneOf(photo) === null ? 0 : 1
    camera.shots.push({ instant, hash: photo.analysis?.hash, town: photo.analysis?.town ?? null })
    cameras.set(name, camera)
  }
  // Phones name their zone and set their clocks by the network: the camera with most of that is right.
  const [trusted, ...others] = [...cameras.values()].toSorted(
    (a, b) => b.zoned - a.zoned || b.shots.length - a.shots.length || (a.name < b.name ? -1 : 1),
  )
  const errors = new Map<string, number>()
  for (const { name, shots, zoned } of others) {
    if (trusted && zoned < shots.length / 2) errors.set(name, findClockError(shots, trusted.shots))
  }
  return errors
}

interface Camera {
  readonly name: string
  zoned: number
  readonly shots: Parameters<typeof findClockError>[0][number][]
}
