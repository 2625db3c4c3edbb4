import type { Score, ScoreNote } from '@/domain/score'
import { Convolver } from './Convolver'
import { Echo } from './Echo'
import { nameOf, record, sampleKeyOf, VOICES } from './instruments'
import { addScaled, Lane, LAYERS } from './Lane'
import { ROOMS } from './rooms'
import { impulseOf } from './samples/impulse'
import type { Sample } from './samples/sample'
import { Shelf } from './Shelf'
import { SOUND_SAMPLE_RATE, type StereoChunk } from './StereoChunk'
import { Voice } from './Voice'

/** A third of a second: short enough for the cache, long enough for the room's pieces to be few. */
export const MIX_BLOCK = 2 ** 14

/**
 * Plays a score block after block: the notes that sound, their lanes, the echo and the room. Samples are recorded when a
 * note first needs them. The same score always gives the same sound.
 */
export class ScoreMixer {
  readonly #notes: readonly { readonly note: ScoreNote; readonly stroke: number }[]
  readonly #samples = new Map<string, Sample>()
  readonly #lanes = new Map<string, Lane>()
  readonly #room: Convolver
  readonly #wet: number
  readonly #echo: Echo
  readonly #air = new Shelf()
  readonly #buses = { room: silence(), echo: silence(), echoes: silence() }
  #voices: { readonly voice: Voice; readonly lane: Lane }[] = []
  #next = 0
  #at: number

  /** @param from sample of the film to begin at: what began before is not heard */
  constructor(score: Score, from: number) {
    const strokes = new Map<string, number>()
    this.#notes = score.notes.map((note) => {
      const stroke = strokes.get(note.instrument) ?? 0
      strokes.set(note.instrument, stroke + 1)
      return { note, stroke }
    })
    const shape = ROOMS[score.mood]
    const [left, right] = impulseOf(shape, 5)
    this.#room = new Convolver({ left, right }, MIX_BLOCK)
    this.#wet = 10 ** (shape.wet / 20)
    this.#echo = new Echo(score.echoSeconds)
    this.#at = from
    this.#next = this.#notes.findIndex(({ note }) => note.startSeconds * SOUND_SAMPLE_RATE >= from)
    if (this.#next < 0) this.#next = this.#notes.length
  }

  /** The next `MIX_BLOCK` samples. */
  mix(): StereoChunk {
    this.#begin(this.#at + MIX_BLOCK)
    this.#voices = this.#voices.filter(({ voice, lane }) => {
      lane.touch()
      return voice.addTo(lane.block, this.#at)
    })
    const dry = silence()
    const { room, echo, echoes } = this.#buses
    for (const { left, right } of [room, echo, echoes]) {
      left.fill(0)
      right.fill(0)
    }
    for (const lane of this.#lanes.values()) lane.pour(dry, room, echo)
    this.#echo.process(echo, echoes)
    addScaled(dry, echoes, 1)
    addScaled(room, echoes, 0.3)
    this.#room.process(room, dry, this.#wet)
    this.#air.process(dry)
    this.#at += MIX_BLOCK
    return dry
  }

  /** Lets the notes before `end` begin. */
  #begin(end: number): void {
    for (; this.#next < this.#notes.length; this.#next++) {
      const played = this.#notes[this.#next]
      if (!played || played.note.startSeconds * SOUND_SAMPLE_RATE >= end) return
      const { note, stroke } = played
      const key = sampleKeyOf(note.instrument, note.pitch, stroke)
      const sample = this.#samples.get(nameOf(key)) ?? record(key)
      this.#samples.set(nameOf(key), sample)
      this.#voices.push({ voice: new Voice(note, sample, key.root), lane: this.#laneOf(note) })
    }
  }

  #laneOf({ instrument, velocity }: ScoreNote): Lane {
    const isDrum = VOICES[instrument].step === 0
    const layer = isDrum ? 0 : Math.min(LAYERS - 1, Math.floor(velocity * LAYERS))
    const name = `${instrument} ${layer}`
    const lane = this.#lanes.get(name) ?? new Lane(instrument, layer, MIX_BLOCK)
    this.#lanes.set(name, lane)
    return lane
  }
}

const silence = (): StereoChunk => ({ left: new Float32Array(MIX_BLOCK), right: new Float32Array(MIX_BLOCK) })
