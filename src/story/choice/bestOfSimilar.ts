import type { Storyboard } from '@/domain/storyboard'
import { isWanted, type Candidate } from './Candidate'
import { hashDistance } from './pictureHash'
import { because } from '../reasons'

const SECOND = 1000
/** A camera's burst: so fast one after the other, and in so many bits another picture at most. */
export const BURST_SECONDS = 1.5
export const BURST_BITS = 16
/** Another try at the same picture: within so long, and so alike. */
export const RETAKE_SECONDS = 300
export const RETAKE_BITS = 9
/** A copy of the same file, saved again, cropped or coloured a little; its time may be gone. */
export const COPY_BITS = 3
export const COPY_BRIGHTNESS = 0.06
/** A series may drift, but not away from its beginning. */
export const DRIFT_BITS = 18

/** What is left of photos that are like each other; every candidate is in one of the two, in the person's order. */
export interface BestOfSimilar {
  /** `standsFor` counts those that each replaces. */
  readonly shown: Candidate[]
  /** Each with `similar_to`, the shown one it resembles. */
  readonly leftOut: Storyboard['leftOut']
}

/**
 * One photo of each burst, series of tries and set of copies: the best, in its own place. Those a person keeps or wrote
 * about are all shown, and then none of the others. Nothing is left out whose picture nobody has looked at.
 */
export function bestOfSimilar(candidates: readonly Candidate[]): BestOfSimilar {
  const inTime = candidates.toSorted(
    (a, b) => (a.time?.instant ?? Infinity) - (b.time?.instant ?? Infinity) || a.index - b.index,
  )
  const series: Candidate[][] = []
  for (const candidate of inTime) {
    const known = series.findLast((members) => belongs(candidate, members))
    if (known) known.push(candidate)
    else series.push([candidate])
  }
  const standsFor = new Map<Candidate, number>()
  const replacedBy = new Map<Candidate, Candidate>()
  for (const members of series) {
    const wanted = members.filter(isWanted)
    const best = (wanted.length > 0 ? wanted : members).reduce((a, b) => (b.score > a.score ? b : a))
    standsFor.set(best, members.length - Math.max(0, wanted.length - 1))
    for (const member of members) {
      if (member !== best && !wanted.includes(member)) replacedBy.set(member, best)
    }
  }
  return {
    shown: candidates.flatMap((candidate) =>
      replacedBy.has(candidate) ? [] : [{ ...candidate, standsFor: standsFor.get(candidate) ?? 1 }],
    ),
    leftOut: candidates.flatMap((candidate) => {
      const best = replacedBy.get(candidate)
      if (!best) return []
      return [{ photoId: candidate.photo.id, reason: because('similar_to', { photoId: best.photo.id }) }]
    }),
  }
}

function belongs(candidate: Candidate, members: readonly Candidate[]): boolean {
  const first = members[0]
  const last = members.at(-1)
  if (!first || !last || !isSameMoment(candidate, last)) return false
  return (
    first === last || !candidate.hash || !first.hash || hashDistance(candidate.hash, first.hash) <= DRIFT_BITS
  )
}

function isSameMoment(a: Candidate, b: Candidate): boolean {
  const seen = a.photo.analysis
  const other = b.photo.analysis
  if (!seen || !other || !isSameShape(a, b)) return false
  const seconds = a.time && b.time ? Math.abs(a.time.instant - b.time.instant) / SECOND : null
  const isSameCamera = seen.camera !== null && seen.camera === other.camera
  // Plain pictures all hash alike: only the shutter's speed tells that they belong together.
  if (!a.hash || !b.hash) {
    return !a.hash && !b.hash && isSameCamera && seconds !== null && seconds <= BURST_SECONDS
  }
  const bits = hashDistance(a.hash, b.hash)
  if (seconds !== null && seconds <= BURST_SECONDS && isSameCamera) return bits <= BURST_BITS
  if (seconds !== null && seconds <= RETAKE_SECONDS) return bits <= RETAKE_BITS
  const isSameDay = seconds === null || seconds < 86_400
  return isSameDay && bits <= COPY_BITS && Math.abs(seen.brightness - other.brightness) <= COPY_BRIGHTNESS
}

/** Upright and lying pictures are different pictures, of whatever moment. */
function isSameShape({ photo: a }: Candidate, { photo: b }: Candidate): boolean {
  const ratio = (a.width * b.height) / (a.height * b.width)
  return ratio > 0.9 && ratio < 1.1
}
