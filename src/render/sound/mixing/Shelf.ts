import { SOUND_SAMPLE_RATE, type StereoChunk } from '../StereoChunk'

const HERTZ = 4200
const GAIN = 10 ** (4.5 / 20)

/** The instruments are warm by themselves; together they want some air: what lies above 4 kHz is 4.5 dB louder. */
export class Shelf {
  #left = 0
  #right = 0

  process({ left, right }: StereoChunk): void {
    const follow = 1 - Math.exp((-2 * Math.PI * HERTZ) / SOUND_SAMPLE_RATE)
    for (let index = 0; index < left.length; index++) {
      const l = left[index] ?? 0
      const r = right[index] ?? 0
      this.#left += follow * (l - this.#left)
      this.#right += follow * (r - this.#right)
      left[index] = this.#left + GAIN * (l - this.#left)
      right[index] = this.#right + GAIN * (r - this.#right)
    }
  }
}
