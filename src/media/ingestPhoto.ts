import { askWorker } from './askWorker'
import { cleanFilename } from './cleanText'
import { keepQuickCopy } from './quickCopies'
import type { IngestedPhoto } from './readPhoto'

/**
 * Reads a photo file in a worker: its facts, and an upright thumbnail (JPEG, long edge 480 px). Any number may be asked
 * at once; they wait in a queue.
 * Rejects with a DraftError that names the file (`empty_file`, `not_a_photo`, `too_large`, `too_many_pixels`,
 * `unreadable`, `file_gone`), or with `signal.reason` when aborted.
 */
export async function ingestPhoto(file: File, signal?: AbortSignal): Promise<IngestedPhoto> {
  const { copy, ...photo } = await askWorker(
    cleanFilename(file.name),
    (worker) => worker.ingest(file),
    signal,
  )
  if (copy) keepQuickCopy(photo.facts.contentHash, copy)
  return photo
}
