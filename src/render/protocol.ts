import type { Storyboard } from '@/domain/storyboard'
import type { RenderErrorCode } from '@/lib/errors'

/** What is said between the page (`renderFilm.ts`) and the worker (`worker.ts`). Only we post to either. */

/**
 * Seconds by stage. `decode` happens on other threads; `photoWait` is what the film waited for it, `encodeWait` what it
 * waited for the encoder.
 */
export interface StageSeconds {
  readonly decode: number
  readonly scale: number
  readonly photoWait: number
  readonly composite: number
  readonly frame: number
  readonly encodeWait: number
  readonly write: number
}

export interface RenderProgress {
  readonly framesDone: number
  readonly frameCount: number
  /** Over the last seconds; 0 until it is known. */
  readonly framesPerSecond: number
  readonly secondsLeft: number | null
  readonly stage: 'rendering' | 'finishing'
}

export type ToWorker =
  | {
      readonly type: 'start'
      readonly storyboard: Storyboard
      readonly title: string
      /** The file that the worker writes, in the origin's private file system. */
      readonly folder: FileSystemDirectoryHandle
      readonly fileName: string
    }
  | { readonly type: 'photo'; readonly photoId: string; readonly file: Blob }

export type FromWorker =
  | { readonly type: 'read'; readonly photoId: string }
  | { readonly type: 'progress'; readonly progress: RenderProgress }
  | {
      readonly type: 'done'
      readonly codec: string
      readonly thumbnail: Blob
      readonly skippedPhotoIds: string[]
      readonly stages: StageSeconds
    }
  | { readonly type: 'failed'; readonly code: RenderErrorCode; readonly message: string }
