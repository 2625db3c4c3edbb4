import type { StereoChunk } from '../StereoChunk'
import { TRUE_PEAK_DELAY, TruePeak } from './truePeak'

/** Four milliseconds: how long before a peak the gain begins to fall. */
const LOOKAHEAD = 192
const RELEASE_SECONDS = 0.12
/** True peak that is never passed, −1.2 dB: what the standard's interpolator may miss stays below −1 dB. */
const CEILING = 10 ** (-1.2 / 20)

/**
 * Keeps peaks, those between samples included, below −1 dB without being heard: the gain is the least that any of the
 * next 4 ms needs, smoothed over these 4 ms. What comes out lags by `LIMITER_DELAY` samples.
 */
export class Limiter {
  readonly #peaks = [new TruePeak(CEILING), new TruePeak(CEILING)] as const
  readonly #left = new Float32Array(LIMITER_DELAY)
  readonly #right = new Float32Array(LIMITER_DELAY)
  #at = 0
  /** The least gain of a window: rising values and when they were. */
  readonly #queue: { time: number; gain: number }[] = []
  readonly #smooth = new Float64Array(LOOKAHEAD).fill(1)
  #smoothSum = LOOKAHEAD
  #smoothAt = 0
  #released = 1
  #time = 0

  process({ left, right }: StereoChunk): void {
    const [leftPeak, rightPeak] = this.#peaks
    const recovery = 1 - Math.exp(-1 / (RELEASE_SECONDS * 48_000))
    for (let index = 0; index < left.length; index++) {
      const l = left[index] ?? 0
      const r = right[index] ?? 0
      const peak = Math.max(leftPeak.next(l), rightPeak.next(r))
      const least = this.#leastOfWindow(peak > CEILING ? CEILING / peak : 1)
      this.#released = Math.min(least, this.#released + (1 - this.#released) * recovery)
      const gain = this.#smoothed(this.#released)
      left[index] = (this.#left[this.#at] ?? 0) * gain
      right[index] = (this.#right[this.#at] ?? 0) * gain
      this.#left[this.#at] = l
      this.#right[this.#at] = r
      this.#at = (this.#at + 1) % LIMITER_DELAY
    }
  }

  #leastOfWindow(gain: number): number {
    const queue = this.#queue
    const time = this.#time++
    // Nothing to hold back, now or lately: most of the time.
    if (gain === 1 && queue.length === 0) return 1
    while ((queue.at(-1)?.gain ?? -1) >= gain) queue.pop()
    if (gain < 1) queue.push({ time, gain })
    if (queue[0] && queue[0].time <= time - LOOKAHEAD) queue.shift()
    return queue[0]?.gain ?? 1
  }

  #smoothed(gain: number): number {
    this.#smoothSum += gain - (this.#smooth[this.#smoothAt] ?? 1)
    this.#smooth[this.#smoothAt] = gain
    this.#smoothAt = (this.#smoothAt + 1) % LOOKAHEAD
    return this.#smoothSum / LOOKAHEAD
  }
}

export const LIMITER_DELAY = LOOKAHEAD + TRUE_PEAK_DELAY - 1
