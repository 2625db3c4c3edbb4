import type { MasterSettings } from './mastering/MasterChain'
import type { SampleKey } from './instruments'
import type { RoomShape } from './samples/impulse'
import type { Sample } from './samples/sample'
import type { StereoChunk } from './StereoChunk'

/** What the sound worker does for the page; by comlink. Arrays are handed over, not copied, in both directions. */
export interface SoundWorker {
  record(key: SampleKey): Sample
  impulse(shape: RoomShape, seed: number): StereoChunk
  /** Begins a mastering; chunks are then given to `master` in their order. */
  startMaster(settings: MasterSettings): void
  master(chunk: StereoChunk): StereoChunk
  finishMaster(): { readonly rest: StereoChunk; readonly loudness: number }
}
