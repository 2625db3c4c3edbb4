import type { Onsets } from './onsets'

export interface Beats {
  readonly bpm: number
  /** The first beat of a bar, seconds from the beginning of what was heard. */
  readonly firstBeatSeconds: number
  readonly beatsPerBar: number
}

/** Tempos that films are cut to; detectors like to hear half or double. */
const SLOWEST = 70
const FASTEST = 150
/** A frame's middle lies half a window after its first sample; the attack is heard a little before it. */
const FRAME_DELAY_SECONDS = 0.0105
/** On the beat at least so many times as much must begin as elsewhere. */
const CLEAR = 1.6
/** Onsets smaller than this are the transform's own noise. */
const FAINT = 2

/**
 * Makes a detector's tempo exact and finds where beats and bars begin. A tempo that is half a percent off is a whole
 * beat off after a hundred.
 * @param guess beats a minute
 * @returns null when nothing begins regularly
 */
export function findBeats(onsets: Onsets, guess: number): Beats | null {
  const { all, low, framesPerSecond } = onsets
  let folded = guess
  while (folded < SLOWEST) folded *= 2
  while (folded >= FASTEST) folded /= 2
  const period = refinePeriod(all, (60 / folded) * framesPerSecond)
  const phase = bestPhase(all, period)
  const beats = Math.floor((all.length - phase) / period)
  const mean = all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length)
  const loudest = all.reduce((most, value) => Math.max(most, value), 0)
  if (loudest < FAINT || beats < 8 || combOf(all, period, phase) < CLEAR * mean) return null
  const quarter = Math.max(2, Math.round(period / 4))
  const accents = Array.from({ length: beats }, (_, beat) => {
    const at = Math.round(phase + beat * period)
    // What the bass does just after the beat, beside what it did just before.
    const after = meanOf(low, at, at + quarter)
    return Math.max(0, after - 0.5 * meanOf(low, at - quarter, at))
  })
  const beatsPerBar =
    accentOf(accents, 3) > accentOf(accents, 4) * 1.25 && accentOf(accents, 3) > accentOf(accents, 2) * 1.1
      ? 3
      : 4
  const downbeat = strongestOf(accents, beatsPerBar)
  return {
    bpm: (60 * framesPerSecond) / period,
    firstBeatSeconds: (phase + downbeat * period) / framesPerSecond + FRAME_DELAY_SECONDS,
    beatsPerBar,
  }
}

/** The period near a guess whose beats, and halves of beats, the onsets agree with most over the whole length. */
function refinePeriod(values: Float32Array, guess: number): number {
  let best = guess
  let bestScore = 0
  // Fine enough that the last beat is off by a tenth of a beat at most.
  const step = Math.min(0.002, (0.1 * guess) / Math.max(1, values.length))
  for (let ratio = 0.965; ratio <= 1.035; ratio += step) {
    const period = guess * ratio
    const score = regularity(values, period) + 0.5 * regularity(values, period / 2)
    if (score > bestScore) [best, bestScore] = [period, score]
  }
  return best
}

/** One line of a Fourier transform, by turning a vector. */
function regularity(values: Float32Array, period: number): number {
  const cos = Math.cos((2 * Math.PI) / period)
  const sin = Math.sin((2 * Math.PI) / period)
  let re = 1
  let im = 0
  let sumRe = 0
  let sumIm = 0
  for (const value of values) {
    sumRe += value * re
    sumIm += value * im
    const turned = re * cos - im * sin
    im = re * sin + im * cos
    re = turned
  }
  return Math.hypot(sumRe, sumIm)
}

function bestPhase(values: Float32Array, period: number): number {
  let best = 0
  let bestScore = -1
  for (let phase = 0; phase < period; phase += 0.2) {
    const score = combOf(values, period, phase)
    if (score > bestScore) [best, bestScore] = [phase, score]
  }
  return best
}

/** The mean of what begins at the beats. */
function combOf(values: Float32Array, period: number, phase: number): number {
  let sum = 0
  let count = 0
  for (let at = phase; at < values.length - 1; at += period, count++) sum += valueAt(values, at)
  return sum / Math.max(1, count)
}

function valueAt(values: Float32Array, at: number): number {
  const index = Math.floor(at)
  const part = at - index
  return (values[index] ?? 0) * (1 - part) + (values[index + 1] ?? 0) * part
}

function meanOf(values: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let index = Math.max(0, from); index < to; index++) sum += values[index] ?? 0
  return sum / (to - from)
}

/** How much louder the loudest of every `length` beats is than they are on average. */
function accentOf(accents: readonly number[], length: number): number {
  const sums = sumsOf(accents, length)
  const mean = sums.reduce((sum, value) => sum + value, 0) / length
  return mean === 0 ? 0 : Math.max(...sums) / mean
}
function strongestOf(accents: readonly number[], length: number): number {
  const sums = sumsOf(accents, length)
  return sums.indexOf(Math.max(...sums))
}
function sumsOf(accents: readonly number[], length: number): number[] {
  const sums = Array.from({ length }, () => 0)
  accents.forEach((accent, index) => (sums[index % length] = (sums[index % length] ?? 0) + accent))
  return sums.map((sum, index) => sum / Math.max(1, Math.ceil((accents.length - index) / length)))
}
