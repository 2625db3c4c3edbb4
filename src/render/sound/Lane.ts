import type { Instrument } from '@/domain/score'
import { VOICES } from './instruments'
import { Biquad } from './samples/sample'
import type { StereoChunk } from './StereoChunk'

export const LAYERS = 3

/** Where notes of one instrument and loudness are put together: soft ones sound dull, loud ones open. */
export class Lane {
  readonly block: StereoChunk
  readonly #filters: readonly [Biquad, Biquad] | null
  readonly #send: number
  readonly #echo: number
  /** Blocks since something was put in. */
  #idle = 0

  constructor(instrument: Instrument, layer: number, size: number) {
    const { step, dull, bright, send, echo } = VOICES[instrument]
    const hertz = dull * (bright / dull) ** ((layer + 0.5) / LAYERS)
    this.block = { left: new Float32Array(size), right: new Float32Array(size) }
    this.#filters = step === 0 ? null : [new Biquad('lowpass', hertz), new Biquad('lowpass', hertz)]
    this.#send = send > -40 ? 10 ** (send / 20) : 0
    this.#echo = echo === null ? 0 : 10 ** (echo / 20)
  }

  touch(): void {
    this.#idle = 0
  }

  /** Gives what was put in on, and empties it. */
  pour(dry: StereoChunk, room: StereoChunk, echo: StereoChunk): void {
    // The filters ring for less than a block.
    if (this.#idle++ > 1) return
    const { left, right } = this.block
    if (this.#filters) {
      this.#filters[0].process(left)
      this.#filters[1].process(right)
    }
    addScaled(dry, this.block, 1)
    if (this.#send > 0) addScaled(room, this.block, this.#send)
    if (this.#echo > 0) addScaled(echo, this.block, this.#echo)
    left.fill(0)
    right.fill(0)
  }
}

export function addScaled(sum: StereoChunk, part: StereoChunk, gain: number): void {
  addSide(sum.left, part.left, gain)
  addSide(sum.right, part.right, gain)
}

function addSide(sum: Float32Array, part: Float32Array, gain: number): void {
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0) * gain
}
