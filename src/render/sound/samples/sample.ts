export const SAMPLE_RATE = 48_000

/** One recorded tone, as it were: what the mixer plays for notes near its pitch. */
export interface Sample {
  readonly left: Float32Array<ArrayBuffer>
  /** The same as `left` for mono. */
  readonly right: Float32Array<ArrayBuffer>
  readonly sampleRate: number
  /** Goes round and round without a seam. */
  readonly isLoop: boolean
}

export const frequencyOf = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12)

/** Repeatable noise in −1..1, one stream a seed (xorshift32). */
export function noiseOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2 ** 31
  }
}

/** Makes the last `seconds` of a tone fade, so that cutting it off is not heard. */
export function fadeTail(samples: Float32Array, seconds: number): void {
  const length = Math.min(samples.length, Math.round(seconds * SAMPLE_RATE))
  for (let index = 0; index < length; index++) {
    const at = samples.length - 1 - index
    samples[at] = (samples[at] ?? 0) * (index / length)
  }
}

/** Scales to a peak of 1, both sides alike. */
export function normalisePeak(...sides: readonly Float32Array[]): void {
  let peak = 1e-9
  for (const side of sides) for (const value of side) peak = Math.max(peak, Math.abs(value))
  for (const side of sides)
    for (let index = 0; index < side.length; index++) side[index] = (side[index] ?? 0) / peak
}

/**
 * A second-order filter (Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients").
 */
export class Biquad {
  readonly #coefficients: readonly [b0: number, b1: number, b2: number, a1: number, a2: number]
  #z1 = 0
  #z2 = 0

  constructor(kind: 'lowpass' | 'highpass' | 'bandpass', frequency: number, q = Math.SQRT1_2) {
    const w = (2 * Math.PI * Math.min(frequency, SAMPLE_RATE * 0.49)) / SAMPLE_RATE
    const alpha = Math.sin(w) / (2 * q)
    const cos = Math.cos(w)
    const a0 = 1 + alpha
    const side = kind === 'lowpass' ? (1 - cos) / 2 : kind === 'highpass' ? (1 + cos) / 2 : alpha
    const middle = kind === 'lowpass' ? 1 - cos : kind === 'highpass' ? -(1 + cos) : 0
    const other = kind === 'bandpass' ? -alpha : side
    this.#coefficients = [side / a0, middle / a0, other / a0, (-2 * cos) / a0, (1 - alpha) / a0]
  }

  /** In place. */
  process(samples: Float32Array): void {
    const [b0, b1, b2, a1, a2] = this.#coefficients
    let z1 = this.#z1
    let z2 = this.#z2
    for (let index = 0; index < samples.length; index++) {
      const input = samples[index] ?? 0
      const output = b0 * input + z1
      z1 = b1 * input - a1 * output + z2
      z2 = b2 * input - a2 * output
      samples[index] = output
    }
    // Numbers too small for the processor's fast ways are silence.
    this.#z1 = Math.abs(z1) < 1e-20 ? 0 : z1
    this.#z2 = Math.abs(z2) < 1e-20 ? 0 : z2
  }

  next(input: number): number {
    const [b0, b1, b2, a1, a2] = this.#coefficients
    const output = b0 * input + this.#z1
    this.#z1 = b1 * input - a1 * output + this.#z2
    this.#z2 = b2 * input - a2 * output
    return output
  }
}

/** The same as a function that takes one sample at a time. */
export function filterOf(...shape: ConstructorParameters<typeof Biquad>): (input: number) => number {
  const filter = new Biquad(...shape)
  return (input) => filter.next(input)
}
