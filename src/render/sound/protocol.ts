import type { Score } from '@/domain/score'
import type { MasterSettings } from './mastering/MasterChain'
import type { StereoChunk } from './StereoChunk'
import type { Beats } from './track/findBeats'
import type { HeardTrack } from './track/listenTrack'
import type { Onsets } from './track/onsets'
import type { TrackPart } from './track/playParts'

/** What the sound worker does for the page; by comlink. Arrays are handed over, not copied, in both directions. */
export interface SoundWorker {
  /** Plays a score from a sample of the film on. */
  startScore(score: Score, from: number): Promise<void>
  /** The next pieces of the score, at least so many samples. */
  nextOfScore(samples: number): StereoChunk
  /** Begins a mastering; chunks are then given to `master` in their order. */
  startMaster(settings: MasterSettings): void
  master(chunk: StereoChunk): StereoChunk
  finishMaster(): { readonly rest: StereoChunk; readonly loudness: number }
  /** Rejects with an error named `TrackUnreadable`, as the two below. */
  listen(file: Blob): Promise<HeardTrack>
  findBeats(onsets: Onsets, guess: number): Beats | null
  startTrack(order: TrackOrder): Promise<void>
  /** The next piece of the track, null after its end. */
  nextOfTrack(): Promise<StereoChunk | null>
}

export interface TrackOrder {
  readonly file: Blob
  readonly parts: readonly TrackPart[]
  /** Samples of the film. */
  readonly from: number
  readonly end: number
  readonly crossfadeSeconds: number
}
