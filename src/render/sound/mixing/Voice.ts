import type { ScoreNote } from '@/domain/score'
import { VOICES } from '../instruments'
import { GROWTH_SECONDS } from '../samples/drums'
import { SOUND_SAMPLE_RATE } from '../StereoChunk'
import type { KeptSample } from './KeptSample'
import type { MixingExports } from './wasm'

const VIBRATO_HERTZ = 5.3
/** A bent pitch is found anew so often; nobody hears steps of less than a millisecond. */
const PITCH_STEP = 32

/** A note that sounds: reads its sample at its pitch, under an envelope of straight lines. */
export class Voice {
  readonly #sample: KeptSample
  readonly #rate: number
  readonly #vibratoCents: number
  readonly #seconds: number
  /** Film sample of each corner of the envelope, and its gain. */
  readonly #corners: readonly (readonly [number, number])[]
  #position: number
  /** Film sample that is played next. */
  #at: number

  /** @param root the pitch that the sample was recorded at */
  constructor(note: ScoreNote, sample: KeptSample, root: number) {
    const { instrument, startSeconds, seconds, pitch } = note
    const voice = VOICES[instrument]
    const isDrum = voice.step === 0
    const start = startSeconds * SOUND_SAMPLE_RATE
    const bend = isDrum ? 1 : 2 ** ((pitch - root) / 12)
    this.#sample = sample
    this.#rate = (bend * sample.sampleRate) / SOUND_SAMPLE_RATE
    this.#seconds = seconds
    this.#vibratoCents = seconds > 0.35 ? voice.vibratoCents : 0
    this.#corners = envelopeOf(note, start, sample)
    this.#at = Math.ceil(start)
    // Each player begins somewhere else in the loop; growing noises end where they should.
    const offset = sample.isLoop
      ? ((startSeconds * 7.13 + pitch * 0.37) * sample.sampleRate) % sample.length
      : isGrowing(note)
        ? Math.max(0, GROWTH_SECONDS - seconds) * SOUND_SAMPLE_RATE
        : 0
    this.#position = offset + (this.#at - start) * this.#rate
  }

  /**
   * Adds what sounds of it between `from` and `size` samples later to a block (byte offsets of its sides).
   * @returns false once it has died away
   */
  addTo(wasm: MixingExports, block: Sides, from: number, size: number): boolean {
    const end = from + size
    const last = this.#corners.at(-1)?.[0] ?? 0
    for (let corner = 1; corner < this.#corners.length && this.#at < end; corner++) {
      const [beginAt, beginGain] = this.#corners[corner - 1] ?? [0, 0]
      const [endAt, endGain] = this.#corners[corner] ?? [0, 0]
      if (this.#at >= endAt) continue
      const slope = endAt > beginAt ? (endGain - beginGain) / (endAt - beginAt) : 0
      const until = Math.min(end, Math.ceil(endAt))
      while (this.#at < until) {
        const count = Math.min(until - this.#at, this.#vibratoCents > 0 ? PITCH_STEP : until)
        const gain = beginGain + slope * (this.#at - beginAt)
        this.#read(wasm, block, this.#at - from, count, gain, slope, this.#rate * this.#vibrato())
        this.#at += count
      }
    }
    const isOver = !this.#sample.isLoop && this.#position >= this.#sample.length
    return this.#at < last && !isOver
  }

  /** Sets in after a while, as a hand or a breath does. */
  #vibrato(): number {
    if (this.#vibratoCents === 0) return 1
    const seconds = (this.#at - (this.#corners[0]?.[0] ?? 0)) / SOUND_SAMPLE_RATE
    const begin = Math.min(0.25, this.#seconds * 0.3)
    const depth = Math.max(0, Math.min(1, (seconds - begin) / Math.min(0.4, this.#seconds * 0.5)))
    return 2 ** ((this.#vibratoCents * depth * Math.sin(2 * Math.PI * VIBRATO_HERTZ * seconds)) / 1200)
  }

  #read(
    wasm: MixingExports,
    block: Sides,
    place: number,
    count: number,
    gain: number,
    slope: number,
    rate: number,
  ): void {
    const { left, right, length, isLoop } = this.#sample
    const sumLeft = block.left + place * 4
    const sumRight = block.right + place * 4
    const position = this.#position
    if (isLoop) {
      this.#position = wasm.playLoop(
        left,
        right,
        length,
        position,
        rate,
        gain,
        slope,
        sumLeft,
        sumRight,
        count,
      )
      return
    }
    const most = Math.max(0, Math.min(count, Math.ceil((length - 1 - position) / rate)))
    wasm.playOnce(left, right, position, rate, gain, slope, sumLeft, sumRight, most)
    this.#position += count * rate
  }
}

/** Byte offsets. */
interface Sides {
  readonly left: number
  readonly right: number
}

const isGrowing = ({ instrument }: ScoreNote) => instrument === 'cymbalSwell' || instrument === 'riser'

function envelopeOf(
  note: ScoreNote,
  start: number,
  { isLoop, length: sampleLength }: KeptSample,
): [number, number][] {
  const voice = VOICES[note.instrument]
  const level = 10 ** (voice.gain / 20) * note.velocity ** 1.5
  const length = note.seconds * SOUND_SAMPLE_RATE
  const end = start + length
  if (voice.step === 0) {
    const quietUntil = isGrowing(note) ? length * 0.4 : 0
    return [[start, quietUntil > 0 ? 0 : level], [start + quietUntil, level], [start + sampleLength, level]] // prettier-ignore
  }
  const attack = Math.min(voice.attack, note.seconds * 0.4) * SOUND_SAMPLE_RATE
  const gone = end + voice.release * SOUND_SAMPLE_RATE
  if (!isLoop) return [[start, 0], [start + attack, level], [end, level], [gone, 0]] // prettier-ignore
  // A held tone lives: it swells a little and gives way.
  const height = start + attack + (length - attack) * 0.45
  return [[start, 0], [start + attack, level * 0.86], [height, level], [end, level * 0.82], [gone, 0]] // prettier-ignore
}
