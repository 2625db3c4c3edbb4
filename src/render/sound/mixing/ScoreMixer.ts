import type { Score, ScoreNote } from '@/domain/score'
import { nameOf, record, sampleKeyOf, VOICES } from '../instruments'
import { ROOMS } from '../rooms'
import { impulseOf } from '../samples/impulse'
import { SOUND_SAMPLE_RATE, type StereoChunk } from '../StereoChunk'
import { Echo } from './Echo'
import { Lane, LAYERS } from './Lane'
import type { MixMemory } from './MixMemory'
import { Room } from './Room'
import { Shelf } from './Shelf'
import { keepSample, type KeptSample } from './KeptSample'
import { Voice } from './Voice'

/** A third of a second: short enough for the cache, long enough for the room's pieces to be few. */
export const MIX_BLOCK = 2 ** 14
const BUSES = 4
const BUS_BYTES = MIX_BLOCK * 2 * 4

/**
 * Plays a score block after block: the notes that sound, their lanes, the echo and the room. Samples are recorded when a
 * note first needs them. The same score always gives the same sound.
 */
export class ScoreMixer {
  readonly #memory: MixMemory
  readonly #notes: readonly { readonly note: ScoreNote; readonly stroke: number }[]
  readonly #samples = new Map<string, KeptSample>()
  readonly #lanes = new Map<string, Lane>()
  readonly #room: Room
  readonly #wet: number
  readonly #echo: Echo
  readonly #air = new Shelf()
  /** Byte offset of left and right of the mix, then of what goes to the room, to the echo, and comes back from it. */
  readonly #buses: number
  #voices: { readonly voice: Voice; readonly lane: Lane }[] = []
  #next = 0
  #at: number

  /** @param from sample of the film to begin at: what began before is not heard */
  constructor(memory: MixMemory, score: Score, from: number) {
    this.#memory = memory
    const strokes = new Map<string, number>()
    this.#notes = score.notes.map((note) => {
      const stroke = strokes.get(note.instrument) ?? 0
      strokes.set(note.instrument, stroke + 1)
      return { note, stroke }
    })
    const shape = ROOMS[score.mood]
    const [left, right] = impulseOf(shape, 5)
    this.#buses = memory.allocate(MIX_BLOCK * 2 * BUSES)
    this.#room = new Room(memory, { left, right }, MIX_BLOCK)
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
      return voice.addTo(this.#memory.wasm, lane, this.#at, MIX_BLOCK)
    })
    this.#memory.floats(this.#buses, MIX_BLOCK * 2 * BUSES).fill(0)
    for (const lane of this.#lanes.values()) lane.pour(this.#buses)
    const echoes = this.#bus(3)
    this.#echo.process(this.#bus(2), echoes)
    addScaled(this.#bus(0), echoes, 1)
    addScaled(this.#bus(1), echoes, 0.3)
    this.#room.process(this.#buses + BUS_BYTES, this.#buses, this.#wet)
    const { left, right } = this.#bus(0)
    const mixed = { left: left.slice(), right: right.slice() }
    this.#air.process(mixed)
    this.#at += MIX_BLOCK
    return mixed
  }

  #bus(index: number): StereoChunk {
    const offset = this.#buses + index * BUS_BYTES
    return {
      left: this.#memory.floats(offset, MIX_BLOCK),
      right: this.#memory.floats(offset + BUS_BYTES / 2, MIX_BLOCK),
    }
  }

  /** Lets the notes before `end` begin. */
  #begin(end: number): void {
    for (; this.#next < this.#notes.length; this.#next++) {
      const played = this.#notes[this.#next]
      if (!played || played.note.startSeconds * SOUND_SAMPLE_RATE >= end) return
      const { note, stroke } = played
      const key = sampleKeyOf(note.instrument, note.pitch, stroke)
      const sample = this.#samples.get(nameOf(key)) ?? keepSample(this.#memory, record(key))
      this.#samples.set(nameOf(key), sample)
      this.#voices.push({ voice: new Voice(note, sample, key.root), lane: this.#laneOf(note) })
    }
  }

  #laneOf({ instrument, velocity }: ScoreNote): Lane {
    const isDrum = VOICES[instrument].step === 0
    const layer = isDrum ? 0 : Math.min(LAYERS - 1, Math.floor(velocity * LAYERS))
    const name = `${instrument} ${layer}`
    const lane = this.#lanes.get(name) ?? new Lane(this.#memory, instrument, layer, MIX_BLOCK)
    this.#lanes.set(name, lane)
    return lane
  }
}

function addScaled(sum: StereoChunk, part: StereoChunk, gain: number): void {
  addSide(sum.left, part.left, gain)
  addSide(sum.right, part.right, gain)
}

function addSide(sum: Float32Array, part: Float32Array, gain: number): void {
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0) * gain
}
