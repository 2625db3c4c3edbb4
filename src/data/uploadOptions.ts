import type { RetryOptions } from './retry'

/** `media`: photos and thumbnails of libraries. `videos`: films and their pictures. Both private. */
export type Bucket = 'media' | 'videos'

export type UploadOptions = RetryOptions & {
  signal: AbortSignal
  /** 0..1 of the bytes sent in the running attempt. */
  onProgress?: (fraction: number) => void
}
