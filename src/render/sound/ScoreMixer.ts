import type { Score, ScoreNote } from '@/domain/score'
import { nameOf, ringSecondsOf, sampleKeyOf, VOICES, type SampleKey } from './instruments'
import { ROOMS } from './rooms'
import { GROWTH_SECONDS } from './samples/drums'
import { Console } from './Console'
import { SOUND_SAMPLE_RATE, type StereoChunk } from './StereoChunk'

/** A recorded sample as the browser plays it. */
export interface RecordedSample {
  readonly buffer: AudioBuffer
  readonly isLoop: boolean
}
export interface Library {
  readonly samples: ReadonlyMap<string, RecordedSample>
  readonly impulse: AudioBuffer
}

interface Played {
  readonly note: ScoreNote
  readonly sample: SampleKey
  /** Seconds after the note's beginning that it can be heard, without the room. */
  readonly heardSeconds: number
}

/**
 * Plays a score a stretch at a time.
 *
 * [Note: a stretch and what rings after it]
 * Each stretch is a context of its own that plays the notes which begin in it until they and the room have died away.
 * What rings on after its end is added to the next stretch. Everything in a context is linear (what is not, is in the
 * mastering), so this is the same as playing the film in one go, without its sound in memory.
 */
export class ScoreMixer {
  readonly #score: Score
  readonly #library: Library
  readonly #played: readonly Played[]
  #ringing: StereoChunk = { left: new Float32Array(), right: new Float32Array() }

  constructor(score: Score, library: Library) {
    this.#score = score
    this.#library = library
    this.#played = playedNotes(score)
  }

  /** What must be in the library for a stretch. */
  samplesOf(from: number, length: number): SampleKey[] {
    const notes = this.#notesIn(from, length)
    return [...new Map(notes.map(({ sample }) => [nameOf(sample), sample])).values()]
  }

  /** The samples from `from` on; stretches must be asked for one after the other. */
  async mix(from: number, length: number): Promise<StereoChunk> {
    const begin = from / SOUND_SAMPLE_RATE
    const end = (from + length) / SOUND_SAMPLE_RATE
    const notes = this.#notesIn(from, length)
    const tail = notes.reduce(
      (most, { note, heardSeconds }) => Math.max(most, note.startSeconds + heardSeconds - end),
      0,
    )
    const room = ROOMS[this.#score.mood].seconds + ROOMS[this.#score.mood].predelaySeconds
    const ringing = notes.length > 0 ? Math.ceil((tail + room + ECHO_SECONDS) * SOUND_SAMPLE_RATE) : 0
    const total = Math.max(length + ringing, this.#ringing.left.length)
    const mixed = notes.length > 0 ? await this.#render(notes, begin, length + ringing) : silence(total)
    const all = total === mixed.left.length ? mixed : pad(mixed, total)
    addTo(all.left, this.#ringing.left)
    addTo(all.right, this.#ringing.right)
    this.#ringing = { left: all.left.slice(length), right: all.right.slice(length) }
    return { left: all.left.slice(0, length), right: all.right.slice(0, length) }
  }

  #notesIn(from: number, length: number): Played[] {
    const begin = from / SOUND_SAMPLE_RATE
    const end = (from + length) / SOUND_SAMPLE_RATE
    return this.#played.filter(({ note }) => note.startSeconds >= begin && note.startSeconds < end)
  }

  async #render(notes: readonly Played[], begin: number, samples: number): Promise<StereoChunk> {
    const context = new OfflineAudioContext(2, samples, SOUND_SAMPLE_RATE)
    const console = new Console(context, this.#library.impulse, this.#score)
    for (const { note, sample } of notes) {
      const recorded = this.#library.samples.get(nameOf(sample))
      if (recorded) playNote(context, console, recorded, note, sample.root, note.startSeconds - begin)
    }
    const buffer = await context.startRendering()
    return { left: buffer.getChannelData(0), right: buffer.getChannelData(1) }
  }
}

const ECHO_SECONDS = 2.5

function playedNotes(score: Score): Played[] {
  const strokes = new Map<string, number>()
  return score.notes.map((note) => {
    const stroke = strokes.get(note.instrument) ?? 0
    strokes.set(note.instrument, stroke + 1)
    const sample = sampleKeyOf(note.instrument, note.pitch, stroke)
    const isDrum = VOICES[note.instrument].step === 0
    return {
      note,
      sample,
      heardSeconds: isDrum ? note.seconds + 3.5 : note.seconds + ringSecondsOf(note.instrument),
    }
  })
}

function playNote(
  context: OfflineAudioContext,
  console: Console,
  { buffer, isLoop }: RecordedSample,
  { instrument, seconds, pitch, velocity, startSeconds }: ScoreNote,
  root: number,
  at: number,
): void {
  const voice = VOICES[instrument]
  const isDrum = voice.step === 0
  const source = new AudioBufferSourceNode(context, { buffer, loop: isLoop })
  if (!isDrum) source.playbackRate.value = 2 ** ((pitch - root) / 12)
  const level = 10 ** (voice.gain / 20) * velocity ** 1.5
  const envelope = new GainNode(context, { gain: 0 })
  source.connect(envelope).connect(console.laneFor(instrument, pitch, velocity))
  const { gain } = envelope
  if (instrument === 'cymbalSwell' || instrument === 'riser') {
    gain.setValueAtTime(0, at).linearRampToValueAtTime(level, at + seconds * 0.4)
    source.start(at, Math.max(0, GROWTH_SECONDS - seconds))
    return
  }
  if (isDrum) {
    gain.setValueAtTime(level, at)
    source.start(at)
    return
  }
  const attack = Math.min(voice.attack, seconds * 0.4)
  const end = at + seconds
  gain.setValueAtTime(0, at).linearRampToValueAtTime(isLoop ? level * 0.86 : level, at + attack)
  // A held tone lives: it swells a little and gives way.
  if (isLoop) gain.linearRampToValueAtTime(level, at + attack + (seconds - attack) * 0.45)
  gain.linearRampToValueAtTime(isLoop ? level * 0.82 : level, end)
  gain.linearRampToValueAtTime(0, end + voice.release)
  if (voice.vibratoCents > 0 && seconds > 0.35)
    console.vibrato(source.detune, voice.vibratoCents, at, seconds)
  // Each player begins somewhere else in the loop.
  source.start(at, isLoop ? (startSeconds * 7.13 + pitch * 0.37) % buffer.duration : 0)
  source.stop(end + voice.release)
}

const silence = (length: number): StereoChunk => ({
  left: new Float32Array(length),
  right: new Float32Array(length),
})

function pad(chunk: StereoChunk, length: number): StereoChunk {
  const longer = silence(length)
  longer.left.set(chunk.left)
  longer.right.set(chunk.right)
  return longer
}

function addTo(sum: Float32Array, part: Float32Array): void {
  for (let index = 0; index < part.length; index++) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0)
}
