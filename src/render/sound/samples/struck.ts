import { filterOf } from './filters'
import { fadeTail, frequencyOf, noiseOf, normalisePeak, SAMPLE_RATE, type Sample } from './sample'

/** Something that is struck and rings: a sum of partials that die away, each at its own pace. */
export interface StruckTone {
  /** Ratios to the fundamental; strings are stretched by `stiffness` instead: f·n·√(1 + stiffness·n²). */
  readonly partials: readonly number[] | 'strings'
  /** Scaled with the pitch: stiffness of middle C. */
  readonly stiffness: number
  /** Level of partial n (1-based) of a tone of some frequency. */
  readonly level: (n: number, frequency: number) => number
  /** Seconds until partial n has lost 60 dB. */
  readonly ring: (n: number, pitch: number) => number
  /** Strings to a tone, and how far they are apart, in cents. */
  readonly strings: number
  readonly detuneCents: number
  /** The knock of hammer or mallet: level, colour in Hz, seconds. */
  readonly knock: { readonly level: number; readonly hertz: number; readonly seconds: number }
  readonly attackSeconds: number
  readonly seconds: number
}

export function strike(tone: StruckTone, pitch: number, seed: number): Sample {
  const frequency = frequencyOf(pitch)
  const seconds = Math.min(tone.seconds, tone.ring(1, pitch) * 1.05)
  const length = Math.round(seconds * SAMPLE_RATE)
  const left = new Float32Array(length)
  const right = new Float32Array(length)
  const random = noiseOf(seed * 131 + pitch)
  const stiffness = tone.stiffness * 2 ** ((pitch - 60) / 9)
  const count = tone.partials === 'strings' ? 40 : tone.partials.length
  for (let n = 1; n <= count; n++) {
    const ratio =
      tone.partials === 'strings' ? n * Math.sqrt(1 + stiffness * n * n) : (tone.partials[n - 1] ?? n)
    const partial = frequency * ratio
    if (partial > 16_000) break
    const level = tone.level(n, frequency)
    if (level < 6e-4) continue
    for (let string = 0; string < tone.strings; string++) {
      const apart = tone.strings === 1 ? 0 : (string / (tone.strings - 1) - 0.5) * tone.detuneCents
      const hertz = partial * 2 ** ((apart + 0.25 * random()) / 1200)
      // The strings' own places give the width; the ones that beat against each other die more slowly.
      const side = tone.strings === 1 ? random() * 0.25 : string / (tone.strings - 1) - 0.5
      const ring = tone.ring(n, pitch) * (string === 0 ? 0.7 : 1.12)
      addPartial(
        left,
        right,
        hertz,
        level / tone.strings,
        ring,
        side * 0.7 + random() * 0.12,
        Math.PI * random(),
      )
    }
  }
  addKnock(left, right, tone, pitch, random)
  const attack = Math.max(1, Math.round(tone.attackSeconds * SAMPLE_RATE))
  for (let index = 0; index < attack && index < length; index++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * index) / attack)
    left[index] = (left[index] ?? 0) * gain
    right[index] = (right[index] ?? 0) * gain
  }
  fadeTail(left, 0.15)
  fadeTail(right, 0.15)
  normalisePeak(left, right)
  return { left, right, sampleRate: SAMPLE_RATE, isLoop: false }
}

/** Below this (of a full tone) nobody hears a partial any more. */
const INAUDIBLE = 1e-5

/**
 * A decaying sine by turning a vector. Two of them, a sample apart, take every second step: each waits only for itself,
 * which is twice as fast. Stops where it is no longer heard.
 */
function addPartial(
  left: Float32Array,
  right: Float32Array,
  hertz: number,
  level: number,
  ringSeconds: number,
  side: number,
  phase: number,
): void {
  const decay = 10 ** (-3 / (ringSeconds * SAMPLE_RATE))
  const seconds = ringSeconds * Math.min(1, Math.log10(level / INAUDIBLE) / 3)
  const length = Math.min(left.length, Math.round(seconds * SAMPLE_RATE)) & ~1
  const turn = (2 * Math.PI * hertz) / SAMPLE_RATE
  const cos = Math.cos(2 * turn) * decay ** 2
  const sin = Math.sin(2 * turn) * decay ** 2
  let re = level * Math.cos(phase)
  let im = level * Math.sin(phase)
  let nextRe = level * decay * Math.cos(phase + turn)
  let nextIm = level * decay * Math.sin(phase + turn)
  const leftGain = Math.sqrt(0.5 - side / 2)
  const rightGain = Math.sqrt(0.5 + side / 2)
  for (let index = 0; index < length; index += 2) {
    left[index] = (left[index] ?? 0) + im * leftGain
    right[index] = (right[index] ?? 0) + im * rightGain
    left[index + 1] = (left[index + 1] ?? 0) + nextIm * leftGain
    right[index + 1] = (right[index + 1] ?? 0) + nextIm * rightGain
    const turned = re * cos - im * sin
    im = re * sin + im * cos
    re = turned
    const nextTurned = nextRe * cos - nextIm * sin
    nextIm = nextRe * sin + nextIm * cos
    nextRe = nextTurned
  }
}

function addKnock(
  left: Float32Array,
  right: Float32Array,
  { knock }: StruckTone,
  pitch: number,
  random: () => number,
) {
  const length = Math.min(left.length, Math.round(knock.seconds * 6 * SAMPLE_RATE))
  const body = filterOf('bandpass', knock.hertz * 2 ** ((pitch - 60) / 36), 0.8)
  const top = filterOf('lowpass', knock.hertz * 4)
  for (let index = 0; index < length; index++) {
    const value = knock.level * top(body(random())) * Math.exp(-index / (knock.seconds * SAMPLE_RATE))
    left[index] = (left[index] ?? 0) + value
    right[index] = (right[index] ?? 0) + value * 0.9
  }
}

/** Where the hammer strikes a string: partials with a node there are weak. */
const struckAt = (n: number, place: number) => Math.abs(Math.sin(Math.PI * n * place)) * 0.9 + 0.1
const pianoRing = (n: number, pitch: number) => (13 * 2 ** ((48 - pitch) / 17)) / (1 + 0.26 * (n - 1))

export const PIANO: StruckTone = {
  partials: 'strings',
  stiffness: 0.00032,
  level: (n, frequency) =>
    struckAt(n, 1 / 7.6) *
    n ** -0.75 *
    Math.exp(-(n * frequency) / 3400) *
    (n === 1 && frequency < 130 ? 0.5 : 1),
  ring: pianoRing,
  strings: 2,
  detuneCents: 1.6,
  knock: { level: 0.5, hertz: 900, seconds: 0.007 },
  attackSeconds: 0.0022,
  seconds: 6,
}
export const FELT: StruckTone = {
  ...PIANO,
  level: (n, frequency) => struckAt(n, 1 / 7.6) * n ** -1.15 * Math.exp(-(n * frequency) / 1200),
  ring: (n, pitch) => pianoRing(n, pitch) * 0.8,
  detuneCents: 2.6,
  // Felt between hammer and string: hardly a knock, but one hears the keys move.
  knock: { level: 0.55, hertz: 320, seconds: 0.016 },
  attackSeconds: 0.007,
}
export const CELESTA: StruckTone = {
  partials: [1, 2.0, 3.01, 4.15, 6.1, 8.9],
  stiffness: 0,
  level: (n) => [1, 0.18, 0.06, 0.3, 0.07, 0.03][n - 1] ?? 0,
  ring: (n, pitch) => (4.2 * 2 ** ((72 - pitch) / 20)) / (1 + 0.9 * (n - 1)),
  strings: 2,
  detuneCents: 1.2,
  knock: { level: 0.25, hertz: 2600, seconds: 0.003 },
  attackSeconds: 0.0012,
  seconds: 4,
}
export const MARIMBA: StruckTone = {
  partials: [1, 3.93, 9.2, 10.9],
  stiffness: 0,
  level: (n) => [1, 0.22, 0.05, 0.02][n - 1] ?? 0,
  ring: (n, pitch) => (1.7 * 2 ** ((60 - pitch) / 16)) / (1 + 2.2 * (n - 1)),
  strings: 1,
  detuneCents: 0,
  knock: { level: 0.35, hertz: 700, seconds: 0.006 },
  attackSeconds: 0.0014,
  seconds: 2,
}
