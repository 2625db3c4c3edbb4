import { analysisSchema, type Analysis } from '@/domain/analysis'
import type { PhotoFacts } from '@/domain/photo'
import { log } from '@/lib/log'
import { MediaQueue, WorkerDied } from './mediaQueue'
import { takeQuickCopy } from './quickCopies'
import type { SeeingWorker } from './seeing/protocol'

const queue = new MediaQueue<SeeingWorker>({
  spawn: () =>
    new Worker(new URL('./seeing/see.worker.ts', import.meta.url), { type: 'module', name: 'seeing' }),
  parallel: 1,
  idleMs: 20_000,
})

/**
 * Looks at a photo in a worker of its own: faces, focus, sharpness, exposure, hash, the town and zone of its place. Any
 * number may be asked at once; they wait in a queue behind each other and never hold up `ingestPhoto`.
 * Null when nothing could be seen; what could be is there otherwise. Rejects only with `signal.reason` when aborted.
 */
export async function analysePhoto(
  file: Blob,
  facts: PhotoFacts,
  signal?: AbortSignal,
): Promise<Analysis | null> {
  const picture = takeQuickCopy(facts.contentHash) ?? file
  try {
    const seen = await queue.run((worker) => worker.see(picture, facts), signal)
    return seen && analysisSchema.parse(seen)
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (error instanceof WorkerDied) return null
    log.info('A photo was not looked at', error)
    return null
  }
}
