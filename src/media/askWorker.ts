import type { Remote } from 'comlink'
import { DraftError } from '@/lib/errors'
import { MediaQueue, WorkerDied } from './mediaQueue'
import type { Answer, MediaWorker } from './protocol'

const queue = new MediaQueue<MediaWorker>({
  spawn: () => new Worker(new URL('./ingest.worker.ts', import.meta.url), { type: 'module', name: 'media' }),
})

/**
 * Has the media worker do something to a photo. Rejects with a DraftError whose message names the photo, or with
 * `signal.reason` when aborted.
 */
export async function askWorker<T>(
  photoName: string,
  call: (worker: Remote<MediaWorker>) => Promise<Answer<T>>,
  signal?: AbortSignal,
): Promise<T> {
  const answer = await queue.run(call, signal).catch((error: unknown): Answer<T> => {
    if (error instanceof WorkerDied) return { ok: false, code: 'unreadable', reason: error.message }
    throw error
  })
  if (!answer.ok) throw new DraftError(answer.code, `${photoName}: ${answer.reason}`)
  return answer.value
}
