import { SOUND_SAMPLE_RATE, type StereoChunk } from '../StereoChunk'
import { Compressor, type CompressorShape } from './Compressor'
import { Limiter, LIMITER_DELAY } from './Limiter'
import { LoudnessMeter } from './LoudnessMeter'

export interface MasterSettings {
  /** Factor before everything else: brings the mix to about its loudness. */
  readonly inputGain: number
  readonly compressor: CompressorShape | null
  /** Factor before the limiter: what the measured loudness still lacks. */
  readonly outputGain: number
  /** Seconds of the film: where the sound begins and ends, and how long its fades are. */
  readonly fromSeconds: number
  readonly endSeconds: number
  readonly fadeInSeconds: number
  readonly fadeOutSeconds: number
  /** Seconds at which the sound rises a little (for music that does not do so itself). */
  readonly swellSeconds: readonly number[]
}

/** dB that a swell rises, and how long before and after. */
const SWELL = { decibels: 2.2, before: 3, after: 5 }
const GAIN_STEP = 480

/** The last hands on the sound, a chunk at a time. As many samples come out as went in, once `finish` is called. */
export class MasterChain {
  readonly #settings: MasterSettings
  readonly #compressor: Compressor | null
  readonly #limiter = new Limiter()
  readonly #meter = new LoudnessMeter()
  #in = 0
  #out = 0
  #skipped = 0

  constructor(settings: MasterSettings) {
    this.#settings = settings
    this.#compressor = settings.compressor ? new Compressor(settings.compressor) : null
  }

  /** Works in place on the chunk's samples; gives back what is ready, a few milliseconds less at first. */
  process(chunk: StereoChunk): StereoChunk {
    const { inputGain, outputGain } = this.#settings
    scale(chunk, () => inputGain)
    this.#compressor?.process(chunk)
    scale(chunk, (at) => outputGain * this.#swellGain((this.#in + at) / SOUND_SAMPLE_RATE))
    this.#in += chunk.left.length
    return this.#limit(chunk)
  }

  /** What was still held back. */
  finish(): StereoChunk {
    const rest = Math.max(0, this.#in - this.#out)
    return this.#limit({ left: new Float32Array(rest), right: new Float32Array(rest) })
  }

  /** LUFS of everything that came out so far. */
  loudness(): number {
    return this.#meter.integrated()
  }

  #limit(chunk: StereoChunk): StereoChunk {
    this.#limiter.process(chunk)
    // What the limiter holds back makes the first samples silence that belongs to no time.
    const early = Math.max(0, Math.min(chunk.left.length, LIMITER_DELAY - this.#skipped))
    this.#skipped += early
    const ready = { left: chunk.left.slice(early), right: chunk.right.slice(early) }
    const from = this.#out
    scale(ready, (at) => this.#fadeGain((from + at) / SOUND_SAMPLE_RATE))
    this.#out += ready.left.length
    this.#meter.add(ready)
    return ready
  }
  #swellGain(at: number): number {
    const { swellSeconds, fromSeconds } = this.#settings
    if (swellSeconds.length === 0) return 1
    let most = 0
    for (const swell of swellSeconds) {
      const distance = at + fromSeconds - swell
      const span = distance < 0 ? SWELL.before : SWELL.after
      if (Math.abs(distance) < span) most = Math.max(most, 0.5 + 0.5 * Math.cos((Math.PI * distance) / span))
    }
    return 10 ** ((SWELL.decibels * (most - 0.3)) / 20)
  }

  #fadeGain(at: number): number {
    const { fromSeconds, endSeconds, fadeInSeconds, fadeOutSeconds } = this.#settings
    const place = at + fromSeconds
    const rising = fadeInSeconds > 0 ? Math.min(1, place / fadeInSeconds) : 1
    const left = endSeconds - place
    const falling = fadeOutSeconds > 0 ? Math.max(0, Math.min(1, left / fadeOutSeconds)) : 1
    // A fade that the ear takes for even: the square of a quarter sine.
    return Math.sin((Math.PI / 2) * rising) * Math.sin((Math.PI / 2) * falling) ** 2
  }
}

/** Applies a gain that is asked for now and then and drawn as a line in between. */
function scale({ left, right }: StereoChunk, gainAt: (sample: number) => number): void {
  let gain = gainAt(0)
  for (let start = 0; start < left.length; start += GAIN_STEP) {
    const end = Math.min(left.length, start + GAIN_STEP)
    const next = gainAt(end)
    if (gain !== 1 || next !== 1) {
      for (let index = start; index < end; index++) {
        const now = gain + ((next - gain) * (index - start)) / (end - start)
        left[index] = (left[index] ?? 0) * now
        right[index] = (right[index] ?? 0) * now
      }
    }
    gain = next
  }
}
