import type { BeatGrid } from '@/domain/music'

/** What a cut fell on. */
export type CutOn = 'bar' | 'beat' | null

/** Where a shot ends and the next begins. */
export interface BeatCut {
  /** From the film's beginning; the next shot's first. */
  readonly frame: number
  readonly on: CutOn
}

/** A beat that begins no bar is taken only when it is this much nearer, in beats. */
const BAR_WORTH = { bar: 1.6, beat: 0.35 }

/**
 * Pulls each cut to the nearest beat that leaves every shot its least; of two about as near the one that begins a bar.
 * A cut without such a beat stays where it was, or as near as the others leave room. The last stays the film's end.
 * What is fixed has exactly its least, whatever the music does.
 * @param ends the frame at which each shot would end, rising
 * @param fixed for each shot
 * @param least frames each shot has at least; together no more than the film
 */
export function cutOnBeats(
  ends: readonly number[],
  least: readonly number[],
  grid: BeatGrid | null,
  cutsOn: 'beat' | 'bar',
  fps: number,
  fixed: readonly boolean[] = [],
): BeatCut[] {
  const frameCount = ends.at(-1) ?? 0
  let needed = least.reduce((sum, frames) => sum + frames, 0)
  let previous = 0
  const lastOpen = ends.findLastIndex((_, index) => !fixed[index])
  return ends.map((end, index) => {
    needed -= least[index] ?? 0
    if (index === ends.length - 1) return { frame: frameCount, on: null }
    const earliest = previous + (least[index] ?? 0)
    const latest = frameCount - needed
    // Nothing after it could give way.
    const isSet = fixed[index] || index === lastOpen
    if (isSet) {
      previous = fixed[index] ? earliest : latest
      return { frame: previous, on: null }
    }
    const cut = grid ? nearestBeat(end, earliest, latest, grid, cutsOn, fps) : null
    const frame = cut?.frame ?? Math.min(latest, Math.max(earliest, end))
    previous = frame
    return { frame, on: cut?.on ?? null }
  })
}

function nearestBeat(
  end: number,
  earliest: number,
  latest: number,
  { firstBeatSeconds, secondsPerBeat, beatsPerBar }: BeatGrid,
  cutsOn: 'beat' | 'bar',
  fps: number,
): BeatCut | null {
  const beatAt = (beat: number) => Math.round((firstBeatSeconds + beat * secondsPerBeat) * fps)
  const nearest = Math.round((end / fps - firstBeatSeconds) / secondsPerBeat)
  let best: BeatCut | null = null
  let bestCost = Infinity
  for (let beat = Math.max(0, nearest - beatsPerBar); beat <= nearest + beatsPerBar; beat++) {
    const frame = beatAt(beat)
    if (frame < earliest || frame > latest) continue
    const isBar = beat % beatsPerBar === 0
    const cost = Math.abs(frame - end) / (secondsPerBeat * fps) + (isBar ? 0 : BAR_WORTH[cutsOn])
    if (cost < bestCost) [best, bestCost] = [{ frame, on: isBar ? 'bar' : 'beat' }, cost]
  }
  return best
}
