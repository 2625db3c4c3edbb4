import type { StereoChunk } from '../StereoChunk'

export interface CompressorShape {
  /** dB of effective value, above which it holds back. */
  readonly threshold: number
  readonly ratio: number
}
const KNEE = 8
const ATTACK_SECONDS = 0.04
const RELEASE_SECONDS = 0.35
/** The gain is found anew so often; in between it is drawn as a line. */
const STEP = 32

/** Holds loud passages together gently, both sides alike; also takes out what lies below hearing. */
export class Compressor {
  readonly #shape: CompressorShape
  #power = 0
  #gain = 1
  readonly #dc: [number, number, number, number] = [0, 0, 0, 0]

  constructor(shape: CompressorShape) {
    this.#shape = shape
  }

  /** In place. */
  process({ left, right }: StereoChunk): void {
    const attack = 1 - Math.exp(-STEP / (ATTACK_SECONDS * 48_000))
    const release = 1 - Math.exp(-STEP / (RELEASE_SECONDS * 48_000))
    // A one-pole high-pass at 22 Hz.
    const hold = Math.exp((-2 * Math.PI * 22) / 48_000)
    let [lastLeft, lastRight, outLeft, outRight] = this.#dc
    for (let start = 0; start < left.length; start += STEP) {
      const end = Math.min(left.length, start + STEP)
      let power = 0
      for (let index = start; index < end; index++) {
        const l = left[index] ?? 0
        const r = right[index] ?? 0
        outLeft = hold * (outLeft + l - lastLeft)
        outRight = hold * (outRight + r - lastRight)
        lastLeft = l
        lastRight = r
        left[index] = outLeft
        right[index] = outRight
        power += outLeft * outLeft + outRight * outRight
      }
      power /= (end - start) * 2
      this.#power += (power > this.#power ? attack : release) * (power - this.#power)
      const gain = this.#gainFor(10 * Math.log10(this.#power + 1e-12))
      for (let index = start; index < end; index++) {
        const now = this.#gain + ((gain - this.#gain) * (index - start + 1)) / (end - start)
        left[index] = (left[index] ?? 0) * now
        right[index] = (right[index] ?? 0) * now
      }
      this.#gain = gain
    }
    this.#dc.splice(0, 4, lastLeft, lastRight, outLeft, outRight)
  }

  #gainFor(level: number): number {
    const { threshold, ratio } = this.#shape
    const over = level - threshold
    const held = over <= -KNEE / 2 ? 0 : over >= KNEE / 2 ? over : (over + KNEE / 2) ** 2 / (2 * KNEE)
    return 10 ** ((-held * (1 - 1 / ratio)) / 20)
  }
}
