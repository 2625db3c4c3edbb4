import { SAMPLE_RATE } from './sample'

type Kind = 'lowpass' | 'highpass' | 'bandpass'
type Coefficients = readonly [b0: number, b1: number, b2: number, a1: number, a2: number]

/** Of a second-order filter (Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients"). */
export function coefficientsOf(kind: Kind, frequency: number, q = Math.SQRT1_2): Coefficients {
  const w = (2 * Math.PI * Math.min(frequency, SAMPLE_RATE * 0.49)) / SAMPLE_RATE
  const alpha = Math.sin(w) / (2 * q)
  const cos = Math.cos(w)
  const a0 = 1 + alpha
  const side = kind === 'lowpass' ? (1 - cos) / 2 : kind === 'highpass' ? (1 + cos) / 2 : alpha
  const middle = kind === 'lowpass' ? 1 - cos : kind === 'highpass' ? -(1 + cos) : 0
  const other = kind === 'bandpass' ? -alpha : side
  return [side / a0, middle / a0, other / a0, (-2 * cos) / a0, (1 - alpha) / a0]
}

/** Numbers too small for the processor's fast ways are silence. */
const orSilence = (value: number) => (Math.abs(value) < 1e-20 ? 0 : value)

/** A second-order filter for one side. */
export class Biquad {
  readonly #coefficients: Coefficients
  #z1 = 0
  #z2 = 0

  constructor(kind: Kind, frequency: number, q?: number) {
    this.#coefficients = coefficientsOf(kind, frequency, q)
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
    this.#z1 = orSilence(z1)
    this.#z2 = orSilence(z2)
  }

  next(input: number): number {
    const [b0, b1, b2, a1, a2] = this.#coefficients
    const output = b0 * input + this.#z1
    this.#z1 = b1 * input - a1 * output + this.#z2
    this.#z2 = b2 * input - a2 * output
    return output
  }
}

/**
 * The same filter for both sides. Each step of a filter waits for its last one: two at a time take no longer than one.
 */
export class StereoBiquad {
  readonly #coefficients: Coefficients
  readonly #states = new Float64Array(4)

  constructor(kind: Kind, frequency: number, q?: number) {
    this.#coefficients = coefficientsOf(kind, frequency, q)
  }

  /** In place; both sides are equally long. */
  process(left: Float32Array, right: Float32Array): void {
    const [b0, b1, b2, a1, a2] = this.#coefficients
    let [left1 = 0, left2 = 0, right1 = 0, right2 = 0] = this.#states
    for (let index = 0; index < left.length; index++) {
      const leftIn = left[index] ?? 0
      const rightIn = right[index] ?? 0
      const leftOut = b0 * leftIn + left1
      const rightOut = b0 * rightIn + right1
      left1 = b1 * leftIn - a1 * leftOut + left2
      right1 = b1 * rightIn - a1 * rightOut + right2
      left2 = b2 * leftIn - a2 * leftOut
      right2 = b2 * rightIn - a2 * rightOut
      left[index] = leftOut
      right[index] = rightOut
    }
    this.#states.set([left1, left2, right1, right2].map(orSilence))
  }
}

/** A filter as a function that takes one sample at a time. */
export function filterOf(kind: Kind, frequency: number, q?: number): (input: number) => number {
  const filter = new Biquad(kind, frequency, q)
  return (input) => filter.next(input)
}
