import type { Instrument } from '@/domain/score'
import { VOICES } from './instruments'
import { StereoBiquad } from './samples/filters'
import type { StereoChunk } from './StereoChunk'

export const LAYERS = 3

/** Where notes of one instrument and loudness are put together: soft ones sound dull, loud ones open. */
export class Lane {
  readonly block: StereoChunk
  readonly #filter: StereoBiquad | null
  readonly #send: number
  readonly #echo: number
  /** Blocks since something was put in. */
  #idle = 0

  constructor(instrument: Instrument, layer: number, size: number) {
    const { step, dull, bright, send, echo } = VOICES[instrument]
    const hertz = dull * (bright / dull) ** ((layer + 0.5) / LAYERS)
    this.block = { left: new Float32Array(size), right: new Float32Array(size) }
    this.#filter = step === 0 ? null : new StereoBiquad('lowpass', hertz)
    this.#send = send > -40 ? 10 ** (send / 20) : 0
    this.#echo = echo === null ? 0 : 10 ** (echo / 20)
  }

  touch(): void {
    this.#idle = 0
  }

  /** Gives what was put in on, and empties it. */
  pour(dry: StereoChunk, room: StereoChunk, echo: StereoChunk): void {
    // The filter rings for less than a block.
    if (this.#idle++ > 1) return
    const { left, right } = this.block
    this.#filter?.process(left, right)
    this.#share(left, dry.left, room.left, echo.left)
    this.#share(right, dry.right, room.right, echo.right)
  }

  /** Everything in one pass: what a lane costs is the way to the memory. */
  #share(block: Float32Array, dry: Float32Array, room: Float32Array, echo: Float32Array): void {
    const send = this.#send
    const toEcho = this.#echo
    for (let index = 0; index < block.length; index++) {
      const value = block[index] ?? 0
      dry[index] = (dry[index] ?? 0) + value
      room[index] = (room[index] ?? 0) + value * send
      if (toEcho > 0) echo[index] = (echo[index] ?? 0) + value * toEcho
      block[index] = 0
    }
  }
}

export function addScaled(sum: StereoChunk, part: StereoChunk, gain: number): void {
  addSide(sum.left, part.left, gain)
  addSide(sum.right, part.right, gain)
}

function addSide(sum: Float32Array, part: Float32Array, gain: number): void {
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0) * gain
}
