import { INSTRUMENTS, type Instrument } from '@/domain/score'
import { strikeDrum } from './samples/drums'
import {
  BASS,
  GUITAR,
  HARP,
  PIZZICATO,
  pluck,
  UKULELE,
  UPRIGHT_BASS,
  type PluckedTone,
} from './samples/plucked'
import { StereoBiquad } from './samples/filters'
import type { Sample } from './samples/sample'
import { CELESTA, FELT, MARIMBA, PIANO, strike, type StruckTone } from './samples/struck'
import {
  AIR_PAD,
  CHOIR,
  FLUTE,
  HORNS,
  SOLO_CELLO,
  STRINGS,
  sustain,
  WHISTLE,
  type SustainedTone,
} from './samples/sustained'

/** How an instrument is recorded and how it stands in the mix. */
export interface InstrumentVoice {
  /** A sample serves so many semitones, it in their middle; 0: one sample for all pitches (drums). */
  readonly step: number
  /** Different strikes of the same drum. */
  readonly takes: number
  /** Seconds of the note's beginning and of its end after the finger has left. */
  readonly attack: number
  readonly release: number
  /** dB at full velocity. */
  readonly gain: number
  /** −1 (left) to 1. `spread` moves high notes to the right and low ones to the left, as one sits at a keyboard. */
  readonly pan: number
  readonly spread: number
  /** dB to the reverb. */
  readonly send: number
  /** Hz: what lies below is cut; soft notes are dull, loud ones open to `bright`. */
  readonly highpass: number
  readonly dull: number
  readonly bright: number
  /** dB to the echo. */
  readonly echo: number | null
  /** Vibrato: cents, how long it waits. */
  readonly vibratoCents: number
}

const USUAL: InstrumentVoice = {
  step: 3, takes: 1, attack: 0.001, release: 0.25, gain: -8, pan: 0, spread: 0, send: -12, highpass: 60, dull: 3500, bright: 16_000, echo: null, vibratoCents: 0,
} // prettier-ignore
const drum = (voice: Partial<InstrumentVoice>): InstrumentVoice => ({
  ...USUAL,
  step: 0,
  takes: 3,
  dull: 6000,
  bright: 18_000,
  send: -16,
  ...voice,
})
const bowed = (voice: Partial<InstrumentVoice>): InstrumentVoice => ({
  ...USUAL,
  step: 4,
  attack: 0.22,
  release: 0.5,
  gain: 0,
  highpass: 110,
  dull: 900,
  bright: 8500,
  send: -7,
  ...voice,
})

export const VOICES: Readonly<Record<Instrument, InstrumentVoice>> = {
  piano: { ...USUAL, gain: -7, spread: 0.25, release: 0.35, dull: 1800, bright: 9000, send: -11 },
  felt: { ...USUAL, gain: -5, spread: 0.25, release: 0.5, dull: 1200, bright: 4500, send: -8 },
  strings: bowed({ highpass: 75, gain: 1, attack: 0.26, release: 0.6 }),
  shortStrings: bowed({ gain: 2, attack: 0.018, release: 0.16, send: -9 }),
  soloCello: bowed({ gain: 2, attack: 0.11, release: 0.28, pan: 0.18, highpass: 70, dull: 1100, bright: 5000, vibratoCents: 16, send: -8 }),
  choir: bowed({ gain: 1, attack: 0.4, release: 0.8, send: -4 }),
  horns: bowed({ gain: 1, attack: 0.09, release: 0.3, pan: -0.25, dull: 500, bright: 2600, send: -6 }),
  flute: bowed({ gain: -2, attack: 0.06, release: 0.16, pan: -0.15, dull: 2500, bright: 9000, vibratoCents: 12, highpass: 200 }),
  whistle: bowed({ gain: -2, attack: 0.035, release: 0.12, pan: 0.05, dull: 5000, bright: 10_000, vibratoCents: 18, highpass: 400, send: -10 }),
  harp: { ...USUAL, gain: -8, pan: -0.3, spread: 0.35, release: 0.9, send: -7, dull: 2600, bright: 12_000 },
  guitar: { ...USUAL, gain: -8, pan: 0.22, release: 0.3, send: -13, highpass: 80, dull: 2500, bright: 9000 },
  ukulele: { ...USUAL, gain: -9, pan: -0.22, release: 0.14, send: -15, highpass: 160, dull: 3000, bright: 10_000 },
  pizzicato: { ...USUAL, gain: -8, pan: 0.25, release: 0.25, send: -8, dull: 2200, bright: 8000 },
  celesta: { ...USUAL, gain: -14, pan: 0.28, spread: 0.3, release: 0.8, send: -6, highpass: 250, echo: -14 },
  marimba: { ...USUAL, gain: -9, pan: -0.15, spread: 0.35, release: 0.3, send: -12 },
  pluck: { ...USUAL, gain: -10, spread: 0.3, release: 0.2, send: -10, highpass: 140, dull: 1400, bright: 9000, echo: -9 },
  airPad: bowed({ gain: 0, attack: 0.7, release: 1.1, dull: 700, bright: 3800, send: -5 }),
  bass: { ...USUAL, gain: -6, release: 0.08, send: -60, highpass: 32, dull: 700, bright: 3000 },
  uprightBass: { ...USUAL, gain: -4, release: 0.12, send: -22, highpass: 34, dull: 700, bright: 3200 },
  sub: { ...USUAL, gain: -9, attack: 0.012, release: 0.12, send: -60, highpass: 28, dull: 300, bright: 900 },
  kick: drum({ gain: -5, send: -26, highpass: 30 }),
  softKick: drum({ gain: -5, send: -18, highpass: 30, dull: 900, bright: 3000 }),
  snare: drum({ gain: -10, send: -12, pan: 0.04, highpass: 90 }),
  brush: drum({ gain: -9, send: -13, pan: 0.12, highpass: 300 }),
  rim: drum({ gain: -15, send: -10, pan: -0.2, highpass: 200 }),
  clap: drum({ gain: -12, send: -10, pan: 0.05, highpass: 300 }),
  hat: drum({ gain: -16, send: -24, pan: 0.28, highpass: 2500, dull: 9000 }),
  openHat: drum({ gain: -18, send: -20, pan: 0.28, highpass: 2500, dull: 9000 }),
  shaker: drum({ gain: -14, send: -18, pan: -0.35, highpass: 2000, dull: 9000 }),
  tambourine: drum({ gain: -16, send: -14, pan: 0.35, highpass: 1500, dull: 9000 }),
  tom: drum({ gain: -9, send: -9, pan: -0.15, highpass: 45 }),
  taiko: drum({ gain: -5, send: -7, highpass: 32, dull: 1500, bright: 9000 }),
  crash: drum({ gain: -15, send: -10, takes: 1, highpass: 250 }),
  cymbalSwell: drum({ gain: -14, send: -9, takes: 1, highpass: 250 }),
  riser: drum({ gain: -19, send: -9, takes: 1, highpass: 200 }),
  boom: drum({ gain: -6, send: -8, takes: 1, highpass: 26 }),
} // prettier-ignore

const PLUCK: StruckTone = {
  partials: 'strings',
  stiffness: 0,
  level: (n, frequency) => n ** -0.9 * Math.exp(-(n * frequency) / 5200),
  ring: (n) => 1.5 / (1 + 0.32 * (n - 1)),
  strings: 3,
  detuneCents: 13,
  knock: { level: 0.1, hertz: 3000, seconds: 0.002 },
  attackSeconds: 0.003,
  seconds: 1.6,
}
const SUB: StruckTone = {
  partials: [1, 2, 3],
  stiffness: 0,
  level: (n) => [1, 0.22, 0.1][n - 1] ?? 0,
  ring: (n) => 14 / n,
  strings: 1,
  detuneCents: 0,
  knock: { level: 0, hertz: 200, seconds: 0.001 },
  attackSeconds: 0.01,
  seconds: 7,
}

const STRUCK: Partial<Record<Instrument, StruckTone>> = {
  piano: PIANO,
  felt: FELT,
  celesta: CELESTA,
  marimba: MARIMBA,
  pluck: PLUCK,
  sub: SUB,
}
const PLUCKED: Partial<Record<Instrument, PluckedTone>> = {
  harp: HARP, guitar: GUITAR, ukulele: UKULELE, pizzicato: PIZZICATO, bass: BASS, uprightBass: UPRIGHT_BASS,
} // prettier-ignore
const SUSTAINED: Partial<Record<Instrument, SustainedTone>> = {
  strings: STRINGS, shortStrings: STRINGS, soloCello: SOLO_CELLO, choir: CHOIR, horns: HORNS, flute: FLUTE, whistle: WHISTLE, airPad: AIR_PAD,
} // prettier-ignore

/** Which sample plays a note: the one recorded nearest to its pitch, or the next take of a drum. */
export interface SampleKey {
  readonly instrument: Instrument
  /** A MIDI pitch, or the take of a drum. */
  readonly root: number
}
export const nameOf = ({ instrument, root }: SampleKey): string => `${instrument} ${root}`

export function sampleKeyOf(instrument: Instrument, pitch: number, strokes: number): SampleKey {
  const { step, takes } = VOICES[instrument]
  // Short and long strings are one recording.
  const recorded = instrument === 'shortStrings' ? 'strings' : instrument
  return { instrument: recorded, root: step === 0 ? strokes % takes : Math.round(pitch / step) * step }
}

/**
 * Records a sample: pure and repeatable, tens of milliseconds at most. What never changes is done here once instead of
 * for every note: its place from left to right, and the cut of what lies below the instrument.
 */
export function record(key: SampleKey): Sample {
  const sample = recordDry(key)
  const { pan, spread, highpass, step } = VOICES[key.instrument]
  const side = step === 0 ? pan : pan + spread * Math.max(-1, Math.min(1, (key.root - 64) / 18))
  return { ...sample, ...place(sample, highpass, Math.max(-1, Math.min(1, side))) }
}

function recordDry({ instrument, root }: SampleKey): Sample {
  const seed = INSTRUMENTS.indexOf(instrument) + 1
  const struck = STRUCK[instrument]
  if (struck) return strike(struck, root, seed)
  const plucked = PLUCKED[instrument]
  if (plucked) return pluck(plucked, root, seed)
  const sustained = SUSTAINED[instrument]
  if (sustained) return sustain(sustained, root, seed)
  return strikeDrum(instrument, root)
}

/** @param side −1 (left) to 1: the other side gets less, with equal power */
function place({ left, right, sampleRate, isLoop }: Sample, highpass: number, side: number) {
  const angle = (Math.PI / 4) * (1 + side)
  const filter = new StereoBiquad('highpass', (highpass * 48_000) / sampleRate)
  const placed = {
    left: scaled(left, Math.SQRT2 * Math.cos(angle)),
    right: scaled(right, Math.SQRT2 * Math.sin(angle)),
  }
  // A loop goes round once before, so that the filter has settled where it begins.
  if (isLoop) filter.process(placed.left.slice(-24_000), placed.right.slice(-24_000))
  filter.process(placed.left, placed.right)
  return placed
}

function scaled(samples: Float32Array, gain: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(samples.length)
  for (let index = 0; index < samples.length; index++) result[index] = (samples[index] ?? 0) * gain
  return result
}
