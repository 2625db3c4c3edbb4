import { wrap, type Remote } from 'comlink'
import type { PictureSize } from '../pictureSize'
import type { HeicWorker } from './heic.worker'

interface Decoder {
  worker: Worker
  remote: Remote<HeicWorker>
  busy: boolean
}

/** libheif keeps the memory of the largest photo it has seen (12 MP: 150 MB), so an idle worker is let go. */
const IDLE_MS = 10_000
const decoders = new Set<Decoder>()
let idle: ReturnType<typeof setTimeout> | undefined

/**
 * Decodes a HEIC file in a worker of its own, upright and scaled to `size`, in its own colour space. The caller closes
 * the picture. Rejects when it cannot be decoded.
 *
 * [Note: HEIC beside the others]
 * libheif blocks its thread for the better part of a second, where the browser's own decoders work in threads of their
 * own. So it never runs in the media worker: that one would stop answering for all other photos.
 */
export async function decodeHeic(bytes: Uint8Array<ArrayBuffer>, size: PictureSize): Promise<ImageBitmap> {
  clearTimeout(idle)
  const decoder = [...decoders].find(({ busy }) => !busy) ?? openDecoder()
  decoder.busy = true
  const listening = new AbortController()
  const died = new Promise<never>((_, reject) => {
    const onError = (event: ErrorEvent) => {
      event.preventDefault()
      reject(new Error(event.message))
    }
    decoder.worker.addEventListener('error', onError, { signal: listening.signal })
  })
  try {
    return await Promise.race([decoder.remote.decode(bytes, size), died])
  } catch (error) {
    // What is left in a worker that ran out of memory is not to be trusted with the next photo.
    closeDecoder(decoder)
    throw error
  } finally {
    listening.abort()
    decoder.busy = false
    if ([...decoders].every(({ busy }) => !busy)) {
      idle = setTimeout(() => decoders.forEach(closeDecoder), IDLE_MS)
    }
  }
}

function openDecoder(): Decoder {
  const worker = new Worker(new URL('./heic.worker.ts', import.meta.url), { type: 'module', name: 'heic' })
  const decoder = { worker, remote: wrap<HeicWorker>(worker), busy: false }
  decoders.add(decoder)
  return decoder
}

function closeDecoder(decoder: Decoder): void {
  decoder.worker.terminate()
  decoders.delete(decoder)
}
