import type { Instrument } from '@/domain/score'
import { VOICES } from './instruments'
import { filterOf } from './samples/sample'
import type { StereoChunk } from './StereoChunk'

export const LAYERS = 3

/** Where notes of one instrument and loudness are put together: soft ones sound dull, loud ones open. */
export class Lane {
  readonly block: StereoChunk
  readonly #filters: readonly [(input: number) => number, (input: number) => number] | null
  readonly #send: number
  readonly #echo: number
  /** Blocks since something was put in. */
  #idle = 0

  constructor(instrument: Instrument, layer: number, size: number) {
    const { step, dull, bright, send, echo } = VOICES[instrument]
    const hertz = dull * (bright / dull) ** ((layer + 0.5) / LAYERS)
    this.block = { left: new Float32Array(size), right: new Float32Array(size) }
    this.#filters = step === 0 ? null : [filterOf('lowpass', hertz), filterOf('lowpass', hertz)]
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
      const [filterLeft, filterRight] = this.#filters
      for (let index = 0; index < left.length; index++) {
        left[index] = filterLeft(left[index] ?? 0)
        right[index] = filterRight(right[index] ?? 0)
      }
    }
    addScaled(dry, this.block, 1)
    if (this.#send > 0) addScaled(room, this.block, this.#send)
    if (this.#echo > 0) addScaled(echo, this.block, this.#echo)
    left.fill(0)
    right.fill(0)
  }
}

export function addScaled(sum: StereoChunk, part: StereoChunk, gain: number): void {
  for (let index = 0; index < sum.left.length; index++) {
    sum.left[index] = (sum.left[index] ?? 0) + (part.left[index] ?? 0) * gain
    sum.right[index] = (sum.right[index] ?? 0) + (part.right[index] ?? 0) * gain
  }
}
