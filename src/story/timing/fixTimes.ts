import { BRIEFEST_SECONDS, type Pace } from './pace'
import { shareTime } from './shareTime'

/**
 * Frames of the groups whose time a person decided; null of the others. It is what they decided unless that leaves the
 * others no time to be seen, or nobody is left who could take the rest: the film's length always wins, and then each of
 * them gives or takes in proportion.
 * @param usual the time that a plain photo has at least, in seconds: in a crowd the others share by what they need of it
 */
export function fixTimes(
  paces: readonly Pace[],
  usual: number,
  frameCount: number,
  fps: number,
): (number | null)[] {
  const briefest = Math.floor(BRIEFEST_SECONDS * fps)
  const wanted = paces.map(({ fixed }) =>
    fixed === null ? null : Math.max(briefest, Math.round(fixed * fps)),
  )
  const decided = wanted.filter((frames) => frames !== null)
  if (decided.length === 0) return wanted
  const left = paces.reduce(
    (sum, { fixed, bare }) =>
      fixed === null ? sum + Math.floor((BRIEFEST_SECONDS * fps * bare) / usual) : sum,
    0,
  )
  const isShared = decided.length < paces.length
  const total = decided.reduce((sum, frames) => sum + frames, 0)
  if (isShared && total <= frameCount - left) return wanted
  const ends = shareTime(
    decided,
    decided.map(() => briefest),
    frameCount - left,
  )
  let turn = 0
  return wanted.map((frames) => (frames === null ? null : (ends[turn] ?? 0) - (ends[turn++ - 1] ?? 0)))
}
