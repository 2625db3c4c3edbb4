import type { BeatGrid } from '@/domain/music'
import type { MasterSettings } from './mastering/MasterChain'
import type { TrackOrder } from './protocol'
import { masterAll, TARGET_LUFS, type Span } from './playScore'
import { SOUND_SAMPLE_RATE, type StereoChunk } from './StereoChunk'
import type { Studio } from './Studio'
import type { TrackPart } from './track/playParts'

export interface TrackPlan {
  readonly parts: readonly TrackPart[]
  readonly beatGrid: BeatGrid | null
  readonly swellSeconds: readonly number[]
}

const FADE_IN_SECONDS = 0.05
const FADE_OUT_SECONDS = 3.5
/** Parts that meet on a beat need no more than not to click; others melt into each other. */
const JOINT_SECONDS = { onBeat: 0.04, elsewhere: 1.2 }
/** A preview measures no more than this. */
const SAMPLED_SECONDS = 60
/** dB: noise is not made louder than this. */
const MOST_GAIN = 24
const MOST_ROUNDS = 4
/** dB: nearer than this nobody hears. */
const EXACT = 0.3
/** dB: with no more gain than this the limiter has hardly anything to do. */
const UNLIMITED = 3

/** Plays a person's own track from a place to the film's end, mastered. */
export async function* playTrack(
  studio: Studio,
  file: Blob,
  { parts, beatGrid, swellSeconds }: TrackPlan,
  { from, end, isMeasured }: Span,
): AsyncGenerator<StereoChunk, void, undefined> {
  const crossfadeSeconds = beatGrid ? JOINT_SECONDS.onBeat : JOINT_SECONDS.elsewhere
  const order = { file, parts, from, end, crossfadeSeconds }
  const settings: MasterSettings = {
    inputGain: 1,
    compressor: null,
    outputGain: 1,
    fromSeconds: from / SOUND_SAMPLE_RATE,
    endSeconds: end / SOUND_SAMPLE_RATE,
    fadeInSeconds: FADE_IN_SECONDS,
    fadeOutSeconds: Math.min(FADE_OUT_SECONDS, end / SOUND_SAMPLE_RATE / 3),
    swellSeconds,
  }
  const measured = isMeasured
    ? order
    : { ...order, end: Math.min(end, from + SAMPLED_SECONDS * SOUND_SAMPLE_RATE) }
  let gain = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const lacking = await measure(studio, { ...settings, outputGain: gainOf(gain) }, measured)
    gain += lacking
    // The limiter takes loudness away where much had to be added: what it took is added once more.
    if (Math.abs(lacking) < EXACT || gain <= UNLIMITED) break
  }
  yield* masterAll(studio, { ...settings, outputGain: gainOf(gain) }, chunksOf(studio, order))
}

/** dB that the sound lacks when it is mastered like this. */
async function measure(studio: Studio, settings: MasterSettings, order: TrackOrder): Promise<number> {
  await studio.startMaster(settings)
  for await (const chunk of chunksOf(studio, order)) await studio.master(chunk)
  const { loudness } = await studio.ask((remote) => remote.finishMaster())
  return Number.isFinite(loudness) ? Math.min(MOST_GAIN, TARGET_LUFS - loudness) : 0
}

async function* chunksOf(studio: Studio, order: TrackOrder) {
  await studio.askTrack((remote) => remote.startTrack(order))
  for (;;) {
    const chunk = await studio.askTrack((remote) => remote.nextOfTrack())
    if (!chunk) return
    yield chunk
  }
}

const gainOf = (decibels: number) => 10 ** (Math.min(MOST_GAIN, decibels) / 20)
