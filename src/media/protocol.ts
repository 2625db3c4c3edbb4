import type { PhotoFacts } from '@/domain/photo'
import type { DraftErrorCode } from '@/lib/errors'
import type { ReadPhoto } from './readPhoto'
import type { PreparedPhoto, PrepareOptions } from './rewritePhoto'

/** Errors lose their class and code on the way out of a worker, so a refusal travels as a value. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: DraftErrorCode; reason: string }

/** What the media worker does. */
export interface MediaWorker {
  ingest(file: File): Promise<Answer<ReadPhoto>>
  prepare(file: Blob, facts: PhotoFacts, options: PrepareOptions): Promise<Answer<PreparedPhoto>>
}
