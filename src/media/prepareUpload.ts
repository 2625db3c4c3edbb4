import type { PhotoFacts } from '@/domain/photo'
import { askWorker } from './askWorker'
import type { PreparedPhoto, PrepareOptions } from './rewritePhoto'

/**
 * Encodes a photo anew for the library, in a worker: JPEG, upright, sRGB, long edge at most 4096 px, transparent parts
 * on white, with a thumbnail of 480 px. Nothing of the original file is passed through; place and capture time are
 * written only with `keepLocation`.
 * Rejects with a DraftError that names the file (`file_gone`, `unreadable`, …), or with `signal.reason` when aborted.
 */
export function prepareUpload(
  file: Blob,
  facts: PhotoFacts,
  options: PrepareOptions,
  signal?: AbortSignal,
): Promise<PreparedPhoto> {
  return askWorker(facts.filename, (worker) => worker.prepare(file, facts, options), signal)
}
