import { LoudnessMeter } from '../mastering/LoudnessMeter'
import { SOUND_SAMPLE_RATE } from '../StereoChunk'
import { TrackUnreadable } from '../TrackUnreadable'
import { DecodedTrack } from './decodeTrack'
import { onsetsOf, type Onsets } from './onsets'

/** What the worker hears in a track: where there is sound, and its beginning for the tempo. */
export interface HeardTrack {
  readonly durationSeconds: number
  readonly startSeconds: number
  readonly endSeconds: number
  /** Mono, 48 kHz, from `startSeconds` on, about as loud as other music. */
  readonly excerpt: Float32Array<ArrayBuffer>
  readonly onsets: Onsets
}

/** Tempos are steady over two minutes or not at all. */
const EXCERPT_SECONDS = 120
const BLOCK = SOUND_SAMPLE_RATE / 20
/** Quieter than the loudest moment by so much is silence, as amplitude. */
const SILENCE = 0.004

/** @throws TrackUnreadable */
export async function listenTrack(file: Blob): Promise<HeardTrack> {
  const track = await DecodedTrack.open(file)
  const levels: number[] = []
  const meter = new LoudnessMeter()
  const excerpt = new Float32Array(EXCERPT_SECONDS * SOUND_SAMPLE_RATE)
  let kept = 0
  let heardAt: number | null = null
  let at = 0
  let peak = 0
  for await (const chunk of track.read(0, Math.ceil(track.durationSeconds * SOUND_SAMPLE_RATE))) {
    if (kept < excerpt.length) meter.add(chunk)
    for (let index = 0; index < chunk.left.length; index++, at++) {
      const value = ((chunk.left[index] ?? 0) + (chunk.right[index] ?? 0)) / 2
      peak = Math.max(peak, Math.abs(value))
      if (at % BLOCK === 0) {
        levels.push(peak)
        peak = 0
      }
      heardAt ??= Math.abs(value) > SILENCE ? at : null
      if (heardAt !== null && kept < excerpt.length) excerpt[kept++] = value
    }
  }
  levels.push(peak)
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0)
  if (heardAt === null || loudest < SILENCE) throw new TrackUnreadable('nothing is heard in this file')
  const lastLoud = levels.findLastIndex((level) => level > SILENCE * loudest)
  const gain = 10 ** (Math.min(30, -14 - meter.integrated()) / 20)
  const part = excerpt.slice(0, kept).map((value) => value * gain)
  return {
    durationSeconds: track.durationSeconds,
    startSeconds: heardAt / SOUND_SAMPLE_RATE,
    endSeconds: Math.min(track.durationSeconds, (lastLoud * BLOCK) / SOUND_SAMPLE_RATE),
    excerpt: part,
    onsets: onsetsOf(part),
  }
}
