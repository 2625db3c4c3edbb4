import { transform } from '../fft'
import { frequencyOf, noiseOf, type Sample } from './sample'

/** Something that is bowed, blown or sung, by one or by many. */
export interface SustainedTone {
  /** Level of harmonic n of a tone of some frequency. */
  readonly level: (n: number, frequency: number) => number
  /** How far the players are apart, in cents (standard deviation of the first harmonic). */
  readonly spreadCents: number
  /** 1: high harmonics are spread in proportion; more: further. */
  readonly spreadGrowth: number
  /** Air beside the tone, as a part of it: 0.05 is 26 dB below. */
  readonly breath: number
  /** 0 (mono) to 1 (each side its own players). */
  readonly width: number
}

/**
 * Half the rate of the film: there is nothing above 11 kHz in these tones, and what the browser's interpolation adds
 * up there is cut by the lane's filter.
 */
const LOOP_RATE = 24_000
/** Five and a half seconds: long enough that nobody hears it come round. */
const LOOP_SIZE = 2 ** 17

/**
 * A tone that goes round without a seam: each harmonic is a bump of noise in the spectrum as wide as many players are
 * apart, its phases random, brought to sound by one inverse transform (PADsynth, Nasca 2005).
 */
export function sustain(tone: SustainedTone, pitch: number, seed: number): Sample {
  const frequency = frequencyOf(pitch)
  const magnitudes = spectrumOf(tone, frequency)
  const random = noiseOf(seed * 7919 + pitch)
  const real = new Float64Array(LOOP_SIZE)
  const imaginary = new Float64Array(LOOP_SIZE)
  // One complex transform carries both sides: the left as its real, the right as its imaginary part.
  for (let bin = 1; bin < magnitudes.length; bin++) {
    const magnitude = magnitudes[bin] ?? 0
    if (magnitude < 1e-7) continue
    const leftPhase = Math.PI * random()
    const rightPhase = Math.PI * random()
    const leftRe = magnitude * Math.cos(leftPhase)
    const leftIm = magnitude * Math.sin(leftPhase)
    const mixed = 1 - tone.width
    const rightRe = mixed * leftRe + tone.width * magnitude * Math.cos(rightPhase)
    const rightIm = mixed * leftIm + tone.width * magnitude * Math.sin(rightPhase)
    real[bin] = leftRe - rightIm
    imaginary[bin] = leftIm + rightRe
    real[LOOP_SIZE - bin] = leftRe + rightIm
    imaginary[LOOP_SIZE - bin] = -leftIm + rightRe
  }
  transform(real, imaginary, true)
  return { left: evenOut(real), right: evenOut(imaginary), sampleRate: LOOP_RATE, isLoop: true }
}

function spectrumOf(tone: SustainedTone, frequency: number): Float64Array {
  const half = LOOP_SIZE / 2
  const bins = new Float64Array(half)
  const binHertz = LOOP_RATE / LOOP_SIZE
  for (let n = 1; n * frequency < 11_000; n++) {
    const level = tone.level(n, frequency)
    if (level < 1e-4) continue
    const center = (n * frequency) / binHertz
    const width = Math.max(
      0.6,
      ((2 ** (tone.spreadCents / 1200) - 1) * frequency * n ** tone.spreadGrowth) / binHertz,
    )
    const reach = Math.ceil(width * 4)
    for (let bin = Math.max(1, Math.floor(center) - reach); bin <= center + reach && bin < half; bin++) {
      const distance = (bin - center) / width
      // As loud however wide: the power of the bump stays.
      bins[bin] = (bins[bin] ?? 0) + (level / Math.sqrt(width)) * Math.exp(-0.5 * distance * distance)
    }
  }
  addBreath(bins, tone.breath, frequency, binHertz)
  return bins
}

/** Air around and above the tone, `level` times as strong as the tone itself. */
function addBreath(bins: Float64Array, level: number, frequency: number, binHertz: number): void {
  let tonePower = 0
  let airPower = 0
  const air = new Float64Array(bins.length)
  for (let bin = 1; bin < bins.length; bin++) {
    const octaves = Math.log2((bin * binHertz) / frequency)
    const shape = Math.exp(-0.5 * ((octaves - 1.4) / 1.1) ** 2)
    air[bin] = shape
    airPower += shape * shape
    tonePower += (bins[bin] ?? 0) ** 2
  }
  const scale = level * Math.sqrt(tonePower / airPower)
  for (let bin = 1; bin < bins.length; bin++) bins[bin] = (bins[bin] ?? 0) + (air[bin] ?? 0) * scale
}

/** To an effective value of 0.18, whatever the pitch. */
function evenOut(values: Float64Array): Float32Array<ArrayBuffer> {
  let sum = 0
  for (const value of values) sum += value * value
  const gain = 0.18 / Math.sqrt(sum / values.length + 1e-20)
  const even = new Float32Array(values.length)
  for (let index = 0; index < values.length; index++) even[index] = (values[index] ?? 0) * gain
  return even
}

/** Resonances as a sum of bells over the octaves. */
const formants =
  (...bells: readonly (readonly [hertz: number, octaves: number, level: number])[]) =>
  (hertz: number) =>
    bells.reduce(
      (sum, [center, octaves, level]) =>
        sum + level * Math.exp(-0.5 * (Math.log2(hertz / center) / octaves) ** 2),
      0,
    )
const lowpass = (hertz: number, corner: number, slope: number) =>
  1 / Math.sqrt(1 + (hertz / corner) ** (2 * slope))

const violinBody = formants([290, 0.35, 0.7], [520, 0.4, 0.9], [1150, 0.5, 0.75], [2700, 0.5, 0.7])
const celloBody = formants([180, 0.4, 0.8], [330, 0.4, 0.9], [800, 0.5, 0.6], [1700, 0.6, 0.5])
const ooh = formants([330, 0.3, 1], [780, 0.3, 0.4], [2500, 0.25, 0.09], [3300, 0.25, 0.05])
const aah = formants([680, 0.35, 1], [1120, 0.3, 0.7], [2700, 0.25, 0.2], [3400, 0.25, 0.12])

export const STRINGS: SustainedTone = {
  level: (n, f) => n ** -0.9 * (0.25 + violinBody(n * f)) * lowpass(n * f, 6000, 1.5),
  spreadCents: 11, spreadGrowth: 0.95, breath: 0.025, width: 0.85,
} // prettier-ignore
export const SOLO_CELLO: SustainedTone = {
  level: (n, f) => n ** -0.95 * (0.2 + celloBody(n * f)) * lowpass(n * f, 2900, 2),
  spreadCents: 2.2, spreadGrowth: 0.7, breath: 0.015, width: 0.25,
} // prettier-ignore
export const CHOIR: SustainedTone = {
  level: (n, f) => n ** -0.8 * (0.55 * ooh(n * f) + 0.5 * aah(n * f) + 0.03) * lowpass(n * f, 4000, 2),
  spreadCents: 17, spreadGrowth: 0.9, breath: 0.06, width: 0.75,
} // prettier-ignore
export const HORNS: SustainedTone = {
  level: (n, f) => n ** -0.45 * lowpass(n * f, 900, 2.2) * (0.5 + formants([450, 0.6, 0.8])(n * f)),
  spreadCents: 5, spreadGrowth: 0.8, breath: 0.012, width: 0.55,
} // prettier-ignore
export const FLUTE: SustainedTone = {
  level: (n, f) => ([1, 0.34, 0.2, 0.05, 0.025, 0.01][n - 1] ?? 0) * lowpass(n * f, 5000, 2),
  spreadCents: 2, spreadGrowth: 0.6, breath: 0.07, width: 0.2,
} // prettier-ignore
export const WHISTLE: SustainedTone = {
  level: (n) => [1, 0.035, 0.012][n - 1] ?? 0,
  spreadCents: 2.4, spreadGrowth: 0.6, breath: 0.05, width: 0.15,
} // prettier-ignore
export const AIR_PAD: SustainedTone = {
  level: (n, f) => (n === 1 ? 1 : [2, 3, 4, 6, 8, 12].includes(n) ? 0.75 / n : 0.12 / n) * lowpass(n * f, 1800, 1.5),
  spreadCents: 24, spreadGrowth: 1.05, breath: 0.06, width: 0.7,
} // prettier-ignore
