import { Biquad, filterOf } from './filters'
import { fadeTail, frequencyOf, noiseOf, normalisePeak, SAMPLE_RATE, type Sample } from './sample'

/** A string that is plucked, with the body that it stands on. */
export interface PluckedTone {
  /** Seconds until a string of middle C has lost 60 dB. */
  readonly ring: number
  /** 0 (dull) to 1: how long the high partials last. */
  readonly brightness: number
  /** Hz above which the finger (low) or pick (high) gives nothing. */
  readonly touch: number
  /** Where along the string it is plucked, 0..0.5. */
  readonly place: number
  /** Resonances of the body: Hz, sharpness, level. */
  readonly body: readonly (readonly [number, number, number])[]
  readonly strings: number
  readonly detuneCents: number
  readonly seconds: number
}

/**
 * A delay line that feeds back through a soft filter (Karplus and Strong 1983; tuned with an all-pass as in Jaffe and
 * Smith 1983), started with noise as a finger would.
 */
export function pluck(tone: PluckedTone, pitch: number, seed: number): Sample {
  const ring = tone.ring * 2 ** ((60 - pitch) / 24)
  const length = Math.round(Math.min(tone.seconds, ring * 1.1) * SAMPLE_RATE)
  const left = new Float32Array(length)
  const right = new Float32Array(length)
  for (let string = 0; string < tone.strings; string++) {
    const apart = tone.strings === 1 ? 0 : (string / (tone.strings - 1) - 0.5) * tone.detuneCents
    const one = pluckString(
      tone,
      frequencyOf(pitch) * 2 ** (apart / 1200),
      length,
      ring,
      seed * 17 + string + pitch,
    )
    const side = tone.strings === 1 ? 0 : string / (tone.strings - 1) - 0.5
    for (let index = 0; index < length; index++) {
      const value = one[index] ?? 0
      left[index] = (left[index] ?? 0) + value * (0.5 - side * 0.35)
      right[index] = (right[index] ?? 0) + value * (0.5 + side * 0.35)
    }
  }
  fadeTail(left, 0.1)
  fadeTail(right, 0.1)
  normalisePeak(left, right)
  return { left, right, sampleRate: SAMPLE_RATE, isLoop: false }
}

function pluckString(
  tone: PluckedTone,
  frequency: number,
  length: number,
  ring: number,
  seed: number,
): Float32Array {
  const period = SAMPLE_RATE / frequency
  // The averaging filter delays by `1 − brightness/2`-ish of a sample, the all-pass by the rest.
  const blend = 0.5 * tone.brightness + 0.5
  const filterDelay = 1 - blend
  const whole = Math.max(2, Math.floor(period - filterDelay - 0.2))
  const rest = period - filterDelay - whole
  const allpass = (1 - rest) / (1 + rest)
  const line = exciteLine(tone, whole, seed)
  const loss = 10 ** (-3 / (ring * frequency))
  const output = new Float32Array(length)
  let at = 0
  let before = 0
  let allpassIn = 0
  let allpassOut = 0
  for (let index = 0; index < length; index++) {
    const value = line[at] ?? 0
    const soft = (blend * value + (1 - blend) * before) * loss
    before = value
    allpassOut = allpass * (soft - allpassOut) + allpassIn
    allpassIn = soft
    line[at] = allpassOut
    at = at + 1 === whole ? 0 : at + 1
    output[index] = value
  }
  return embody(tone, output)
}

function exciteLine({ touch, place }: PluckedTone, whole: number, seed: number): Float32Array {
  const random = noiseOf(seed)
  const soften = filterOf('lowpass', touch)
  const again = filterOf('lowpass', touch * 1.5)
  const raw = new Float32Array(whole)
  // Twice around, so that the filter is in its stride where the line begins.
  const noise = Array.from({ length: whole }, () => random())
  for (let index = 0; index < whole * 2; index++)
    raw[index % whole] = again(soften(noise[index % whole] ?? 0))
  const shift = Math.max(1, Math.round(whole * place))
  const line = raw.map((value, index) => value - (raw[(index + shift) % whole] ?? 0))
  const mean = line.reduce((sum, value) => sum + value, 0) / whole
  return line.map((value) => value - mean)
}

function embody({ body }: PluckedTone, dry: Float32Array): Float32Array {
  const sum = dry.slice()
  for (const [hertz, q, level] of body) {
    const resonance = dry.slice()
    new Biquad('bandpass', hertz, q).process(resonance)
    for (let index = 0; index < dry.length; index++)
      sum[index] = (sum[index] ?? 0) + (resonance[index] ?? 0) * level
  }
  new Biquad('highpass', 40).process(sum)
  return sum
}

export const GUITAR: PluckedTone = {
  ring: 5.2, brightness: 0.42, touch: 2400, place: 0.17, strings: 1, detuneCents: 0, seconds: 4.5,
  body: [[104, 5, 1.4], [205, 5, 1.1], [410, 3, 0.5], [2600, 1.2, 0.25]],
} // prettier-ignore
export const UKULELE: PluckedTone = {
  ring: 1.6, brightness: 0.5, touch: 3200, place: 0.2, strings: 1, detuneCents: 0, seconds: 1.6,
  body: [[220, 4, 1.2], [460, 4, 0.9], [1200, 2, 0.35]],
} // prettier-ignore
export const HARP: PluckedTone = {
  ring: 5.5, brightness: 0.5, touch: 1900, place: 0.42, strings: 2, detuneCents: 1.2, seconds: 4,
  body: [[180, 3, 0.6], [420, 2, 0.4]],
} // prettier-ignore
export const PIZZICATO: PluckedTone = {
  ring: 0.75, brightness: 0.3, touch: 2200, place: 0.14, strings: 3, detuneCents: 14, seconds: 1,
  body: [[280, 4, 0.9], [480, 3, 0.7], [1100, 2, 0.4]],
} // prettier-ignore
export const UPRIGHT_BASS: PluckedTone = {
  ring: 2.1, brightness: 0.25, touch: 1100, place: 0.2, strings: 1, detuneCents: 0, seconds: 2.6,
  body: [[98, 3, 0.7], [160, 3, 0.5], [700, 1, 0.35]],
} // prettier-ignore
export const BASS: PluckedTone = {
  ring: 4.5, brightness: 0.4, touch: 1500, place: 0.12, strings: 1, detuneCents: 0, seconds: 2.6,
  body: [[120, 2, 0.3], [900, 1, 0.4]],
} // prettier-ignore
