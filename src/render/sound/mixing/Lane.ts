import type { Instrument } from '@/domain/score'
import { VOICES } from '../instruments'
import { coefficientsOf } from '../samples/filters'
import type { MixMemory } from './MixMemory'

export const LAYERS = 3

/** Where notes of one instrument and loudness are put together: soft ones sound dull, loud ones open. */
export class Lane {
  /** Byte offsets of what is put in. */
  readonly left: number
  readonly right: number
  readonly #memory: MixMemory
  readonly #size: number
  /** 0: none. */
  readonly #filter: number
  readonly #send: number
  readonly #echo: number
  /** Blocks since something was put in. */
  #idle = 0

  constructor(memory: MixMemory, instrument: Instrument, layer: number, size: number) {
    const { step, dull, bright, send, echo } = VOICES[instrument]
    const hertz = dull * (bright / dull) ** ((layer + 0.5) / LAYERS)
    this.#memory = memory
    this.#size = size
    this.left = memory.allocate(size)
    this.right = memory.allocate(size)
    this.#filter = step === 0 ? 0 : lowpass(memory, hertz)
    this.#send = send > -40 ? 10 ** (send / 20) : 0
    this.#echo = echo === null ? 0 : 10 ** (echo / 20)
  }

  touch(): void {
    this.#idle = 0
  }

  /** Gives what was put in on to the buses (byte offset: mix, room, echo), and empties it. */
  pour(buses: number): void {
    // The filter rings for less than a block.
    if (this.#idle++ > 1) return
    this.#memory.wasm.pour(this.left, this.right, this.#size, this.#filter, buses, this.#send, this.#echo)
  }
}

/** Five coefficients and two states a side, f64. */
function lowpass(memory: MixMemory, hertz: number): number {
  const offset = memory.allocate(9 * 2)
  memory.doubles(offset, 5).set(coefficientsOf('lowpass', hertz))
  return offset
}
