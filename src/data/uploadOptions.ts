import type { RetryOptions } from './retry'

/** `media`: photos and thumbnails of libraries. `videos`: films and their pictures. Both private. */
export type Bucket = 'media' | 'videos'

export type UploadOptions = RetryOptions & {
  signal: AbortSignal
  /** 0..1 of the bytes sent in the running attempt. */
  onProgress?: (fraction: number) => void
}

/** How long a signed address works. */
export const SIGNED_URL_SECONDS = 3600

/**
 * [Note: not kept longer than its address] What is stored under a path never changes, so a person's own browser may keep it,
 * but no longer than the address under which it got it works, and nobody in between. The address itself is kept nowhere but
 * in memory.
 */
export const KEPT_SECONDS = SIGNED_URL_SECONDS
