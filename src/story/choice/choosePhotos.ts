import { isWanted, type Candidate } from './Candidate'

/** What a chapter's photos count for less than their number: a short walk between two long days is told too. */
const SHORT_CHAPTERS = 0.5
/** Worth in scores: a photo a person wrote about, one that stands for many. */
const CAPTIONED = 0.6
const OF_MANY = 0.04
/** What it costs to take the neighbour of the photo whose turn it is, at most. */
const OFF_TURN = 0.15

/**
 * `count` photos of all chapters, more only where the person keeps more: each chapter has some, spread evenly over it,
 * and in each part of it the best. With nothing known of the photos an even choice, the first and the last among them.
 * @returns the chosen ones of each chapter, in order
 */
export function choosePhotos(chapters: readonly (readonly Candidate[])[], count: number): Candidate[][] {
  const total = chapters.reduce((sum, chapter) => sum + chapter.length, 0)
  if (count >= total) return chapters.map((chapter) => [...chapter])
  const kept = chapters.map((chapter) => chapter.filter(isKept).length)
  const quotas = shareOut(chapters, kept, count)
  return chapters.map((chapter, index) => chooseIn(chapter, quotas[index] ?? 0))
}

const isKept = ({ photo }: Candidate) => photo.choice === 'keep'

/** How many photos each chapter shows (d'Hondt's method over what the chapters weigh). */
function shareOut(
  chapters: readonly (readonly Candidate[])[],
  kept: readonly number[],
  count: number,
): number[] {
  const weights = chapters.map((chapter) => chapter.length ** SHORT_CHAPTERS)
  const quotas = [...kept]
  const give = (claims: readonly number[]) => {
    const best = claims.reduce((top, claim, index) => (claim > (claims[top] ?? 0) ? index : top), 0)
    quotas[best] = (quotas[best] ?? 0) + 1
  }
  for (let left = count - kept.reduce((sum, one) => sum + one, 0); left > 0; left--) {
    give(
      chapters.map((chapter, index) => {
        const quota = quotas[index] ?? 0
        if (quota >= chapter.length) return 0
        // Nobody has a second before everybody has a first.
        return quota === 0 ? 1e6 + chapter.length : (weights[index] ?? 0) / (quota + 1)
      }),
    )
  }
  return quotas
}

function chooseIn(chapter: readonly Candidate[], quota: number): Candidate[] {
  if (quota >= chapter.length) return [...chapter]
  if (quota === 0) return []
  const step = quota === 1 ? chapter.length : (chapter.length - 1) / (quota - 1)
  const chosen = Array.from({ length: quota }, (_, turn) => {
    const target = turn * step
    const first = quota === 1 ? 0 : Math.max(0, Math.ceil(target - step / 2))
    const end = quota === 1 ? chapter.length : Math.min(chapter.length, Math.ceil(target + step / 2))
    return bestBetween(chapter, first, end, Math.round(target), step)
  })
  return withAllKept(chapter, chosen)
}

/** Index of the best photo in `[first, end)`: the one at `target` unless another one is plainly better. */
function bestBetween(
  chapter: readonly Candidate[],
  first: number,
  end: number,
  target: number,
  step: number,
) {
  let best = target
  let bestWorth = -Infinity
  for (let at = first; at < end; at++) {
    const candidate = chapter[at]
    if (!candidate) continue
    const worth = worthOf(candidate) - (OFF_TURN * Math.abs(at - target) * 2) / step
    if (worth > bestWorth) [best, bestWorth] = [at, worth]
  }
  return best
}

const worthOf = (candidate: Candidate) =>
  candidate.score +
  (isKept(candidate) ? 100 : isWanted(candidate) ? CAPTIONED : 0) +
  OF_MANY * Math.min(5, candidate.standsFor - 1)

/** A kept photo that was not its part's best takes the place of the nearest that nobody keeps. */
function withAllKept(chapter: readonly Candidate[], chosen: readonly number[]): Candidate[] {
  const taken = new Set(chosen)
  const keptAt = chapter.flatMap((candidate, at) => (isKept(candidate) && !taken.has(at) ? [at] : []))
  for (const at of keptAt) {
    const givesWay = [...taken]
      .filter((other) => !chapter.slice(other, other + 1).some(isKept))
      .reduce<number | null>((a, b) => (a === null || Math.abs(b - at) < Math.abs(a - at) ? b : a), null)
    if (givesWay !== null) taken.delete(givesWay)
    taken.add(at)
  }
  return [...taken].toSorted((a, b) => a - b).flatMap((at) => chapter.slice(at, at + 1))
}
