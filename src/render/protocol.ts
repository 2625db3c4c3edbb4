import type { Storyboard } from '@/domain/storyboard'
import type { FileFormat } from '@/domain/video'
import type { RenderErrorCode } from '@/lib/errors'
import type { StereoChunk } from './sound/StereoChunk'

/** What is said between the page (`renderFilm.ts`) and the worker (`worker.ts`). Only we post to either. */

/**
 * Seconds by stage, of all encoders together. `decode` happens on other threads; `photoWait` is what the film waited for
 * it, `encodeWait` what it waited for the encoder. `keep` stores finished segments, `write` joins them.
 */
export interface StageSeconds {
  readonly decode: number
  readonly scale: number
  readonly photoWait: number
  readonly composite: number
  readonly frame: number
  readonly encodeWait: number
  readonly keep: number
  readonly write: number
}

/** How many segments of two seconds a film has, and how many of them were encoded for it: the others were kept. */
export interface SegmentCounts {
  readonly total: number
  readonly made: number
}

export interface RenderProgress {
  /** Counts what was kept of an earlier film as done. */
  readonly framesDone: number
  readonly frameCount: number
  /** Over the last seconds; 0 until it is known. */
  readonly framesPerSecond: number
  readonly secondsLeft: number | null
  readonly stage: 'rendering' | 'finishing'
}

/** `little`: large photos are decoded at half their size, few at a time, by one encoder. */
export type MemoryUse = 'plenty' | 'little'

export type ToWorker =
  | {
      readonly type: 'start'
      readonly storyboard: Storyboard
      readonly title: string
      readonly format: FileFormat
      /** Content hash of each photo by its id; for those not known a name that is used only once. */
      readonly photoHashes: ReadonlyMap<string, string>
      readonly memory: MemoryUse
      /** Names what is heard by its content; null when nothing is. */
      readonly soundKey: string | null
      /** The file that the worker writes, in the origin's private file system. */
      readonly folder: FileSystemDirectoryHandle
      readonly fileName: string
    }
  | { readonly type: 'photo'; readonly photoId: string; readonly file: Blob }
  /** The piece of sound that was asked for; null after the last. */
  | { readonly type: 'sound'; readonly take: number; readonly chunk: StereoChunk | null }

export type FromWorker =
  | { readonly type: 'read'; readonly photoId: string }
  /** Asks for the next piece of sound. Each take begins with the film: there is a second one when the first has failed. */
  | { readonly type: 'listen'; readonly take: number }
  | { readonly type: 'progress'; readonly progress: RenderProgress }
  | {
      readonly type: 'done'
      readonly codec: string
      readonly thumbnail: Blob
      readonly skippedPhotoIds: string[]
      readonly stages: StageSeconds
      readonly segments: SegmentCounts
    }
  | {
      readonly type: 'failed'
      readonly code: RenderErrorCode
      readonly message: string
      /** See `RenderError`. */
      readonly bytesNeeded: number | null
    }
