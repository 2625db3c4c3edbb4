import { wrap } from 'comlink'
import { DraftError } from '@/lib/errors'
import type { Painter } from './samples/paint.worker'

/**
 * Paints the sample photos in a worker: 12 JPEG files, landscape and portrait, with capture times over two days, UTC
 * offset and places; the same ones every time. `onEach` is told after every picture.
 * Rejects with DraftError `unreadable` when this browser cannot paint them.
 */
export async function paintSamplePhotos(onEach?: (done: number, total: number) => void): Promise<File[]> {
  const worker = new Worker(new URL('./samples/paint.worker.ts', import.meta.url), {
    type: 'module',
    name: 'painter',
  })
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', reject, { once: true })
  })
  try {
    return await Promise.race([paintAll(worker, onEach), died])
  } catch (cause) {
    throw new DraftError('unreadable', 'the sample photos cannot be painted in this browser', { cause })
  } finally {
    worker.terminate()
  }
}

async function paintAll(worker: Worker, onEach?: (done: number, total: number) => void): Promise<File[]> {
  const painter = wrap<Painter>(worker)
  const total = await painter.count()
  const files: File[] = []
  for (let index = 0; index < total; index++) {
    files.push(await painter.paint(index))
    onEach?.(files.length, total)
  }
  return files
}
