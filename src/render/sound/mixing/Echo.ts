import { SOUND_SAMPLE_RATE, type StereoChunk } from '../StereoChunk'

const BACK = 0.3
/** The further side still hears a little. */
const NEAR = 0.92
const FAR = 0.38
/** Hz: each time darker. */
const DARK = 3200

/** Throws sound from side to side, each time softer and darker. */
export class Echo {
  readonly #first: Float32Array
  readonly #second: Float32Array
  #at = 0
  #dark = 0

  constructor(seconds: number) {
    const length = Math.max(1, Math.round(seconds * SOUND_SAMPLE_RATE))
    this.#first = new Float32Array(length)
    this.#second = new Float32Array(length)
  }

  /** Adds the echoes of a block to another. */
  process(input: StereoChunk, output: StereoChunk): void {
    const follow = 1 - Math.exp((-2 * Math.PI * DARK) / SOUND_SAMPLE_RATE)
    for (let index = 0; index < input.left.length; index++) {
      const first = this.#first[this.#at] ?? 0
      const second = this.#second[this.#at] ?? 0
      this.#dark += follow * (first - this.#dark)
      const given = ((input.left[index] ?? 0) + (input.right[index] ?? 0)) / 2
      this.#first[this.#at] = given + second * BACK
      this.#second[this.#at] = this.#dark
      output.left[index] = (output.left[index] ?? 0) + this.#dark * NEAR + second * FAR
      output.right[index] = (output.right[index] ?? 0) + this.#dark * FAR + second * NEAR
      this.#at = this.#at + 1 === this.#first.length ? 0 : this.#at + 1
    }
  }
}
