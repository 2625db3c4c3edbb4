import type { ScoreNote } from '@/domain/score'
import { VOICES } from './instruments'
import { GROWTH_SECONDS } from './samples/drums'
import type { Sample } from './samples/sample'
import { SOUND_SAMPLE_RATE, type StereoChunk } from './StereoChunk'

const VIBRATO_HERTZ = 5.3
/** A bent pitch is found anew so often; nobody hears steps of less than a millisecond. */
const PITCH_STEP = 32

/** A note that sounds: reads its sample at its pitch, under an envelope of straight lines. */
export class Voice {
  readonly #sample: Sample
  readonly #rate: number
  readonly #vibratoCents: number
  readonly #seconds: number
  /** Film sample of each corner of the envelope, and its gain. */
  readonly #corners: readonly (readonly [number, number])[]
  #position: number
  /** Film sample that is played next. */
  #at: number

  /** @param root the pitch that the sample was recorded at */
  constructor(note: ScoreNote, sample: Sample, root: number) {
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
      ? ((startSeconds * 7.13 + pitch * 0.37) * sample.sampleRate) % sample.left.length
      : isGrowing(note)
        ? Math.max(0, GROWTH_SECONDS - seconds) * SOUND_SAMPLE_RATE
        : 0
    this.#position = offset + (this.#at - start) * this.#rate
  }

  /** Adds what sounds of it between `from` and the chunk's end. @returns false once it has died away */
  addTo(chunk: StereoChunk, from: number): boolean {
    const end = from + chunk.left.length
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
        this.#read(chunk, this.#at - from, count, gain, slope, this.#rate * this.#vibrato())
        this.#at += count
      }
    }
    const isOver = !this.#sample.isLoop && this.#position >= this.#sample.left.length
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

  /** Between samples a curve through the four around (Catmull-Rom). */
  #read(chunk: StereoChunk, place: number, count: number, gain: number, slope: number, rate: number): void {
    const { left, right, isLoop } = this.#sample
    if (!isLoop) return this.#readLines(chunk, place, count, gain, slope, rate)
    const sumLeft = chunk.left
    const sumRight = chunk.right
    const length = left.length
    let position = this.#position
    for (let index = place; index < place + count; index++, gain += slope, position += rate) {
      if (position >= length) position -= length
      const at = Math.floor(position)
      const t = position - at
      let before = at - 1
      let next = at + 1
      let afterNext = at + 2
      if (before < 0) before += length
      if (next >= length) next -= length
      if (afterNext >= length) afterNext -= length
      // The weights are the same on both sides.
      const t2 = t * t
      const t3 = t2 * t
      const w0 = (-t3 + 2 * t2 - t) * 0.5 * gain
      const w1 = (3 * t3 - 5 * t2 + 2) * 0.5 * gain
      const w2 = (-3 * t3 + 4 * t2 + t) * 0.5 * gain
      const w3 = (t3 - t2) * 0.5 * gain
      sumLeft[index] =
        (sumLeft[index] ?? 0) + (left[before] ?? 0) * w0 + (left[at] ?? 0) * w1 + (left[next] ?? 0) * w2 + (left[afterNext] ?? 0) * w3 // prettier-ignore
      sumRight[index] =
        (sumRight[index] ?? 0) + (right[before] ?? 0) * w0 + (right[at] ?? 0) * w1 + (right[next] ?? 0) * w2 + (right[afterNext] ?? 0) * w3 // prettier-ignore
    }
    this.#position = position
  }

  /** In tones at the full rate there is so little high up that a straight line does. */
  #readLines(
    chunk: StereoChunk,
    place: number,
    count: number,
    gain: number,
    slope: number,
    rate: number,
  ): void {
    const { left, right } = this.#sample
    const sumLeft = chunk.left
    const sumRight = chunk.right
    const end = Math.min(place + count, place + Math.ceil((left.length - 1 - this.#position) / rate))
    let position = this.#position
    for (let index = place; index < end; index++, gain += slope, position += rate) {
      const at = Math.floor(position)
      const next = gain * (position - at)
      const here = gain - next
      sumLeft[index] = (sumLeft[index] ?? 0) + (left[at] ?? 0) * here + (left[at + 1] ?? 0) * next
      sumRight[index] = (sumRight[index] ?? 0) + (right[at] ?? 0) * here + (right[at + 1] ?? 0) * next
    }
    this.#position += count * rate
  }
}

const isGrowing = ({ instrument }: ScoreNote) => instrument === 'cymbalSwell' || instrument === 'riser'

function envelopeOf(note: ScoreNote, start: number, { isLoop, left }: Sample): [number, number][] {
  const voice = VOICES[note.instrument]
  const level = 10 ** (voice.gain / 20) * note.velocity ** 1.5
  const length = note.seconds * SOUND_SAMPLE_RATE
  const end = start + length
  if (voice.step === 0) {
    const quietUntil = isGrowing(note) ? length * 0.4 : 0
    return [[start, quietUntil > 0 ? 0 : level], [start + quietUntil, level], [start + left.length, level]] // prettier-ignore
  }
  const attack = Math.min(voice.attack, note.seconds * 0.4) * SOUND_SAMPLE_RATE
  const gone = end + voice.release * SOUND_SAMPLE_RATE
  if (!isLoop) return [[start, 0], [start + attack, level], [end, level], [gone, 0]] // prettier-ignore
  // A held tone lives: it swells a little and gives way.
  const height = start + attack + (length - attack) * 0.45
  return [[start, 0], [start + attack, level * 0.86], [height, level], [end, level * 0.82], [gone, 0]] // prettier-ignore
}
