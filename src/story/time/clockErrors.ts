import type { Town } from '@/domain/analysis'
import { hashDistance, readHash } from '../choice/pictureHash'
import { spreadEvenly } from '../timing/shareTime'

/** A photo of a camera whose clock is questioned, or of the trusted one. */
export interface ClockShot {
  /** Milliseconds. */
  readonly instant: number
  readonly hash: string | undefined
  readonly town: Town | null
}

const MINUTE = 60_000
/** Less than this is not worth mending: nothing in a film would change places. */
const LEAST_ERROR = 4 * MINUTE
/** Two people who photograph the same moment press the button within this. */
const SAME_MOMENT = 1.5 * MINUTE
/** Pictures of two cameras are of the same scene up to this many different bits. */
const SAME_SCENE_BITS = 8
/** Of a camera with more photos so many are asked, spread evenly: enough to tell. */
const MOST_ASKED = 120
/** So many standard deviations more moments shared than by chance; clocks are mostly wrong by whole hours: zones. */
const PLAIN = 5
const PLAIN_FOR_ZONES = 3.5

// [Note: the clock of the second camera] A camera's clock was set at home, or not at all since the battery was changed;
// a phone's is right. What tells is that people at the same event photograph the same moments. First: pictures of the
// same scene on both cameras (difference hashes), if two of them agree on an error. Else: the error at which most
// photos of the camera have one of the phone's within a minute and a half, if that is far more than chance explains, the
// clock as it is explains it badly, and no other error does it nearly as well. In doubt a clock is left alone: a
// wrong mend is worse than none, and the person can move photos.

/** What to add to a camera's clock, in ms; 0 where it is right or nothing tells. */
export function findClockError(camera: readonly ClockShot[], trusted: readonly ClockShot[]): number {
  if (camera.length < 2 || trusted.length < 2) return 0
  const questioned = spreadEvenly(camera, MOST_ASKED)
  const byScene = errorByScenes(questioned, spreadEvenly(trusted, 2 * MOST_ASKED))
  const error = byScene ?? errorByMoments(questioned, trusted)
  return Math.abs(error) < LEAST_ERROR ? 0 : error
}

/** The error on which pictures of the same scene agree; 0 where they agree that the clock is right, null without any. */
function errorByScenes(camera: readonly ClockShot[], trusted: readonly ClockShot[]): number | null {
  const known = trusted.map((shot) => ({ ...shot, read: readHash(shot.hash) }))
  const errors: number[] = []
  for (const { instant, hash } of camera) {
    const read = readHash(hash)
    if (!read) continue
    for (const other of known) {
      if (other.read && hashDistance(read, other.read) <= SAME_SCENE_BITS)
        errors.push(other.instant - instant)
    }
  }
  const groups = agreeing(
    errors.toSorted((a, b) => a - b),
    4 * MINUTE,
  )
  const largest = groups.reduce((a, b) => (b.count > a.count ? b : a), { error: 0, count: 0 })
  if (largest.count < 2) return null
  const rivals = groups.filter(({ error }) => Math.abs(error - largest.error) > 4 * MINUTE)
  return rivals.some(({ count }) => count * 2 > largest.count) ? null : largest.error
}

/** For each of the sorted errors, how many are up to `span` more than it, and the middle one of them. */
function agreeing(sorted: ArrayLike<number>, span: number): { error: number; count: number }[] {
  const found = []
  for (let start = 0, end = 0; start < sorted.length; start++) {
    const error = sorted[start] ?? 0
    while (end < sorted.length && (sorted[end] ?? 0) - error <= span) end++
    found.push({ error: sorted[(start + end) >> 1] ?? error, count: end - start })
  }
  return found
}

function errorByMoments(camera: readonly ClockShot[], trusted: readonly ClockShot[]): number {
  const times = trusted.map(({ instant }) => instant).toSorted((a, b) => a - b)
  const chance = byChance(camera.length, times)
  const asItIs = shared(camera, times, 0)
  if (asItIs > camera.length / 2) return 0
  const scored = likelyErrors(camera, spreadEvenly(trusted, 2 * MOST_ASKED)).map((error) => ({
    error,
    shared: shared(camera, times, error),
  }))
  const best = scored.reduce((a, b) => (b.shared > a.shared ? b : a), { error: 0, shared: 0 })
  const rival = Math.max(
    0,
    ...scored
      .filter(({ error }) => Math.abs(error - best.error) > 4 * SAME_MOMENT)
      .map((other) => other.shared),
  )
  if (best.shared < 4 || best.shared < 2 * asItIs + 2 || best.shared < 1.4 * rival) return 0
  const plain = (best.shared - chance) / Math.sqrt(Math.max(1, chance))
  if (plain < (isZones(best.error) ? PLAIN_FOR_ZONES : PLAIN)) return 0
  const mended = best.error + residual(camera, times, best.error)
  return townsAgree(camera, trusted, mended) ? mended : 0
}

/** The errors on which most pairs of photos agree, within two minutes. At most 60, the commonest first. */
function likelyErrors(camera: readonly ClockShot[], trusted: readonly ClockShot[]): number[] {
  const differences = new Float64Array(camera.length * trusted.length)
  camera.forEach(({ instant }, row) =>
    trusted.forEach((other, column) => {
      differences[row * trusted.length + column] = other.instant - instant
    }),
  )
  return agreeing(differences.sort(), 2 * MINUTE)
    .filter(({ count }) => count > 2)
    .toSorted((a, b) => b.count - a.count || Math.abs(a.error) - Math.abs(b.error))
    .filter(({ error }, index, all) => Math.abs(error - (all[index - 1]?.error ?? Infinity)) > MINUTE / 4)
    .slice(0, 60)
    .map(({ error }) => error)
}

/** How many of a camera's photos share a moment with one of the sorted `times` if its clock is wrong by `error`. */
function shared(camera: readonly ClockShot[], times: readonly number[], error: number): number {
  return camera.filter(({ instant }) => Math.abs(toNearest(times, instant + error)) <= SAME_MOMENT).length
}

/** How many would share a moment if the camera's photos lay anywhere in the trusted camera's busy time. */
function byChance(count: number, times: readonly number[]): number {
  let covered = 0
  let busy = 0
  times.slice(1).forEach((time, index) => {
    const gap = time - (times[index] ?? time)
    covered += Math.min(gap, 2 * SAME_MOMENT)
    // Nobody photographs at night: long gaps count as the half hour around them.
    busy += Math.min(gap, 30 * MINUTE)
  })
  return busy === 0 ? count : (count * covered) / busy
}

function residual(camera: readonly ClockShot[], times: readonly number[], error: number): number {
  const left = camera
    .map(({ instant }) => toNearest(times, instant + error))
    .filter((distance) => Math.abs(distance) <= SAME_MOMENT)
  return left.length === 0 ? 0 : median(left)
}

/** Are the cameras, where both know it, mostly in the same town at the same time? */
function townsAgree(camera: readonly ClockShot[], trusted: readonly ClockShot[], error: number): boolean {
  let same = 0
  let other = 0
  for (const { instant, town } of camera) {
    if (!town) continue
    for (const seen of trusted) {
      if (!seen.town || Math.abs(seen.instant - instant - error) > 10 * MINUTE) continue
      if (seen.town.id === town.id) same++
      else other++
    }
  }
  return same >= other
}

/** By whole or half hours, give or take three minutes. */
function isZones(error: number): boolean {
  const beyond = Math.abs(error) % (30 * MINUTE)
  return Math.min(beyond, 30 * MINUTE - beyond) <= 3 * MINUTE && Math.abs(error) < 27 * 60 * MINUTE
}

/** From `time` to the nearest of sorted times, with its sign. */
function toNearest(times: readonly number[], time: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? Infinity) < time) low = middle + 1
    else high = middle
  }
  const after = (times[low] ?? Infinity) - time
  const before = (times[low - 1] ?? -Infinity) - time
  return after < -before ? after : before
}

const median = (sorted: readonly number[]): number =>
  sorted.toSorted((a, b) => a - b)[sorted.length >> 1] ?? 0
