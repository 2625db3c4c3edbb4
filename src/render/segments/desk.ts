import type { Storyboard } from '@/domain/storyboard'
import type { FrameRange } from './segmentKey'

/** What is said between who makes a film (`Office`) and an encoder, which mostly runs in a worker of its own. */

export interface SegmentJob extends FrameRange {
  readonly kind: 'segment'
  readonly index: number
  /** What the segment is kept under. */
  readonly key: string
  /** A frame of the segment that the film's thumbnail is made of; −1 when it is not here. */
  readonly thumbnailFrame: number
  /** Where the stretch of segments ends that this encoder is to make, as it looks now. */
  readonly runEndFrame: number
}

export interface DrainJob {
  readonly kind: 'drain'
}

/** `drain`: there is nothing to make now; bring what is in work to its end, then ask again. `end`: the film is done. */
export type Job =
  SegmentJob | { readonly kind: 'thumbnail'; readonly frame: number } | DrainJob | { readonly kind: 'end' }

export interface Errand {
  readonly job: Job
  /** The film from now on; null when it is as before. */
  readonly storyboard: Storyboard | null
}

/** The office as one encoder sees it. */
export interface Desk {
  next(): Promise<Errand>
  readPhoto(photoId: string): Promise<Blob>
  /** The frames that were painted since the last call; fewer than none when some have to be made again. */
  painted(frames: number): void
  /** The segment lies in the store under its key. */
  kept(job: SegmentJob): void
  thumbnail(picture: Blob): void
  /** A photo cannot be decoded; the segment in work was given up. */
  unreadable(photoId: string): Promise<void>
}

/** Milliseconds by stage; see `StageSeconds`. */
export interface EncodeTimes {
  readonly decode: number
  readonly scale: number
  readonly photoWait: number
  readonly composite: number
  readonly frame: number
  readonly encodeWait: number
  readonly keep: number
}

/** An encoder at work. */
export interface RunningEncoder {
  /** Resolves after `end`. @throws RenderError, StorageFull */
  readonly finished: Promise<EncodeTimes>
  /** Ends it at once. */
  close(): void
}
