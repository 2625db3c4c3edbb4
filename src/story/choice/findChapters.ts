import type { Town } from '@/domain/analysis'
import type { Candidate } from './Candidate'
import { chapterWords, type ChapterWords } from './chapterWords'

const HOUR = 3_600_000
/** A pause this long ends a chapter; a night's sleep is longer. */
const LONG_PAUSE = 5 * HOUR
/** Another place is another chapter when it is this far away, in km, and was not only passed by. */
const ANOTHER_PLACE = 15
const LEAST_PHOTOS = 2

/** Photos that belong together, in order. `words` is null for the only chapter of a film. */
export interface FoundChapter {
  readonly candidates: readonly Candidate[]
  readonly words: ChapterWords | null
}

/**
 * Cuts photos, in the person's order, into chapters: at long pauses and where another place begins, the plainest gaps
 * first, at most `most`. Where photos were put in another order than they were taken there is no gap in time to speak of.
 */
export function findChapters(
  candidates: readonly Candidate[],
  most: number,
  locale: string | undefined,
): FoundChapter[] {
  const cuts = chooseCuts(candidates, most)
  if (cuts.length === 0) return [{ candidates, words: null }]
  const edges = [0, ...cuts, candidates.length]
  const parts = edges.slice(1).map((end, index) => candidates.slice(edges[index], end))
  const words = chapterWords(
    parts.map((part) => ({
      times: part.flatMap(({ time }) => (time ? [time.local] : [])),
      town: townOf(part),
    })),
    locale,
  )
  return parts.map((part, index) => ({ candidates: part, words: words[index] ?? null }))
}

/** Indices at which chapters begin, in order, without 0. */
function chooseCuts(candidates: readonly Candidate[], most: number): number[] {
  const gaps = findGaps(candidates).toSorted((a, b) => b.weight - a.weight || a.at - b.at)
  const chosen: number[] = []
  for (const { at } of gaps) {
    if (chosen.length >= most - 1) break
    const isRoomy = [0, candidates.length, ...chosen].every((other) => Math.abs(other - at) >= LEAST_PHOTOS)
    if (isRoomy) chosen.push(at)
  }
  return chosen.toSorted((a, b) => a - b)
}

/** Where a chapter could begin, and how plainly: hours of pause, and more for another day or place. */
function findGaps(candidates: readonly Candidate[]): { at: number; weight: number }[] {
  const latestBefore = runningExtreme(candidates, Math.max)
  const earliestAfter = runningExtreme(candidates.toReversed(), Math.min).toReversed()
  const townsBefore = runningTown(candidates)
  const gaps: { at: number; weight: number }[] = []
  for (let at = 1; at < candidates.length; at++) {
    const before = latestBefore[at - 1]
    const after = earliestAfter[at]
    const here = candidates[at]
    if (!before || !after || !here) continue
    // A photo without a time does not begin a chapter: nobody knows whether it belongs there.
    const pause = after.instant - before.instant
    if (pause < 0 || here.time === null) continue
    const isFar = isElsewhere(townsBefore[at - 1] ?? null, here.photo.analysis?.town ?? null)
    const isNewDay = Math.floor(after.local / (24 * HOUR)) !== Math.floor(before.local / (24 * HOUR))
    if (pause < LONG_PAUSE && !(isFar && pause > HOUR / 3)) continue
    gaps.push({ at, weight: Math.log2(1 + pause / HOUR) + (isFar ? 3 : 0) + (isNewDay ? 2 : 0) })
  }
  return gaps
}

type Times = NonNullable<Candidate['time']>

/** For each photo the time that is the extreme one of it and all before it. */
function runningExtreme(candidates: readonly Candidate[], pick: (a: number, b: number) => number) {
  let extreme: Times | null = null
  return candidates.map(({ time }) => {
    if (time && (!extreme || pick(time.instant, extreme.instant) === time.instant)) extreme = time
    return extreme
  })
}

function runningTown(candidates: readonly Candidate[]): (Town | null)[] {
  let town: Town | null = null
  return candidates.map(({ photo }) => (town = photo.analysis?.town ?? town))
}

function isElsewhere(a: Town | null, b: Town | null): boolean {
  return a !== null && b !== null && a.id !== b.id && kilometres(a, b) >= ANOTHER_PLACE
}

/** Great-circle distance (haversine). */
function kilometres(a: Town, b: Town): number {
  const radians = Math.PI / 180
  const across = Math.sin(((b.longitude - a.longitude) * radians) / 2)
  const along = Math.sin(((b.latitude - a.latitude) * radians) / 2)
  const cosines = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians)
  return 2 * 6371 * Math.asin(Math.sqrt(along * along + cosines * across * across))
}

/** Where most of a chapter's photos are from, if that is most of those that know. */
function townOf(candidates: readonly Candidate[]): string | null {
  const counts = new Map<number, { name: string; count: number }>()
  for (const { photo } of candidates) {
    const town = photo.analysis?.town
    if (town) counts.set(town.id, { name: town.name, count: (counts.get(town.id)?.count ?? 0) + 1 })
  }
  const total = [...counts.values()].reduce((sum, { count }) => sum + count, 0)
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count)
  return most && most.count * 2 > total ? most.name : null
}
