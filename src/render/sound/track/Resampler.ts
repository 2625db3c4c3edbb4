const TAPS = 32
/** Divisible by what 44.1, 32, 24 and 22.05 kHz need to fall exactly on a phase. */
const PHASES = 960

/**
 * Brings one channel to 48 kHz, piece by piece: a sinc under a Blackman window, its corner below both rates' limits.
 * Output sample n lies at the source's position `start + n · rate / 48000`.
 */
export class Resampler {
  readonly #step: number
  readonly #kernel: Float32Array
  #position: number
  #held = new Float32Array()
  /** The source's position of the first sample held. */
  #heldFrom: number

  /** @param rate of the source, in Hz @param start position of the first sample wanted @param first position of the first sample that will be given */
  constructor(rate: number, start: number, first: number) {
    this.#step = rate / 48_000
    this.#kernel = kernelFor(Math.min(1, 48_000 / rate) * 0.94)
    this.#position = start
    this.#heldFrom = first
  }

  /** @returns what can be said now; before the first sample given lies silence */
  push(samples: Float32Array): Float32Array<ArrayBuffer> {
    const held = new Float32Array(this.#held.length + samples.length)
    held.set(this.#held)
    held.set(samples, this.#held.length)
    const last = this.#heldFrom + held.length - TAPS / 2 - 1
    const count = Math.max(0, Math.floor((last - this.#position) / this.#step) + 1)
    const output = new Float32Array(count)
    for (let n = 0; n < count; n++) {
      const position = this.#position + n * this.#step
      const phase = Math.round((position - Math.floor(position)) * PHASES)
      const from = Math.floor(position) - this.#heldFrom - TAPS / 2 + 1
      let sum = 0
      for (let tap = 0; tap < TAPS; tap++)
        sum += (held[from + tap] ?? 0) * (this.#kernel[phase * TAPS + tap] ?? 0)
      output[n] = sum
    }
    this.#position += count * this.#step
    const keepFrom = Math.max(this.#heldFrom, Math.floor(this.#position) - TAPS)
    this.#held = held.slice(Math.max(0, keepFrom - this.#heldFrom))
    this.#heldFrom = Math.min(keepFrom, this.#heldFrom + held.length)
    return output
  }
}

function kernelFor(corner: number): Float32Array {
  const kernel = new Float32Array((PHASES + 1) * TAPS)
  for (let phase = 0; phase <= PHASES; phase++) {
    for (let tap = 0; tap < TAPS; tap++) {
      const x = tap - TAPS / 2 + 1 - phase / PHASES
      const angle = (Math.PI * x * 2) / TAPS
      const window = Math.abs(x) >= TAPS / 2 ? 0 : 0.42 + 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle)
      const sinc = x === 0 ? corner : Math.sin(Math.PI * corner * x) / (Math.PI * x)
      kernel[phase * TAPS + tap] = sinc * window
    }
  }
  return kernel
}
