import type { Remote } from 'comlink'
import { DraftError } from '@/lib/errors'
import { MediaQueue, WorkerDied, WorkerUnreachable } from './mediaQueue'
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
    if (error instanceof WorkerUnreachable) return { ok: false, code: 'not_read', reason: error.message }
    throw error
  })
  if (!answer.ok) throw new DraftError(answer.code, `${photoName}: ${answer.reason}`)
  return answer.value
}

/** Have the worker here before the first photo: photos can then be added without a connection as well. */
export function prepareToRead(): void {
  // Not in a browser without workers: there the first photo says what is wrong.
  if ('Worker' in globalThis) queue.prepare()
}
