import type { TrackAnalysis } from '@/domain/music'
import { TrackUnreadable } from './TrackUnreadable'

/**
 * Listens to a person's own track for its length, tempo and first beat. Decodes in a worker.
 * @throws TrackUnreadable when the browser cannot decode it or nothing is heard in it; `signal.reason`
 */
export async function analyseTrack(file: Blob, signal?: AbortSignal): Promise<TrackAnalysis> {
  signal?.throwIfAborted()
  await file.slice(0, 1).arrayBuffer()
  throw new TrackUnreadable('not listened to yet')
}
