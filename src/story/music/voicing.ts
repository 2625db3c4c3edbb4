import { wrap, type Chord } from './chords'

export interface VoicingRange {
  readonly lowest: number
  readonly highest: number
  readonly voices: number
}

/**
 * Sets a chord for a group of players so that each moves as little as possible from the chord before: of all close and
 * open settings in the range the one with the least movement, without parallel octaves or fifths in the outer voices.
 * @param tonic pitch class of the key, 0..11
 * @returns MIDI pitches, rising
 */
export function voiceChord(
  chord: Chord,
  tonic: number,
  { lowest, highest, voices }: VoicingRange,
  before: readonly number[],
): number[] {
  const classes = new Set(chord.tones.map((tone) => wrap(tone + tonic)))
  const pitches = Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step).filter((pitch) =>
    classes.has(wrap(pitch)),
  )
  const needed = chord.tones.slice(0, Math.min(voices, chord.tones.length)).map((tone) => wrap(tone + tonic))
  let best: { pitches: number[]; cost: number } | null = null
  for (const candidate of settings(pitches, voices)) {
    const cost = costOf(candidate, before, needed, (lowest + highest) / 2)
    if (!best || cost < best.cost) best = { pitches: candidate, cost }
  }
  return best?.pitches ?? pitches.slice(0, voices)
}

/** Every rising choice of `voices` pitches with neighbours between a third and a tenth apart. */
function* settings(pitches: readonly number[], voices: number, below: number[] = []): Generator<number[]> {
  if (below.length === voices) {
    yield below
    return
  }
  const last = below.at(-1)
  for (const pitch of pitches) {
    if (last !== undefined && (pitch - last < 2 || pitch - last > 12)) continue
    yield* settings(pitches, voices, [...below, pitch])
  }
}

function costOf(candidate: number[], before: readonly number[], needed: number[], center: number): number {
  const present = new Set(candidate.map(wrap))
  let cost = needed.reduce((sum, tone, rank) => sum + (present.has(tone) ? 0 : rank < 2 ? 14 : 7), 0)
  const mean = candidate.reduce((sum, pitch) => sum + pitch, 0) / candidate.length
  cost += Math.abs(mean - center) * 0.35
  candidate.forEach((pitch, voice) => {
    const gap = pitch - (candidate[voice - 1] ?? pitch - 4)
    // Seconds low down are mud; wide gaps are hollow.
    if (gap < 3 && pitch < 60) cost += 6
    if (gap < 3) cost += 1.5
    if (gap > 9) cost += 1
    if (before.length === candidate.length) cost += Math.abs(pitch - (before[voice] ?? pitch))
  })
  return cost + parallelCost(candidate, before)
}

function parallelCost(candidate: number[], before: readonly number[]): number {
  const [low, high] = [candidate[0], candidate.at(-1)]
  const [lowBefore, highBefore] = [before[0], before.at(-1)]
  if (low === undefined || high === undefined || lowBefore === undefined || highBefore === undefined) return 0
  const isPerfect = wrap(high - low) === 0 || wrap(high - low) === 7
  const isParallel = high - low === highBefore - lowBefore && low !== lowBefore
  return isPerfect && isParallel ? 8 : 0
}
