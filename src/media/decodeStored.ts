import { DraftError } from '@/lib/errors'
import { decodeHeic } from './heic/decodeHeic'
import { fitLongEdge } from './pictureSize'
import type { PhotoHeader } from './readHeader'

/** JPEG pictures can be decoded at any number of eighths of their size, which saves time and nearly all the memory. */
const JPEG_SCALE_STEPS = 8

/**
 * Decodes a photo as it is stored, and about as large as asked: `longEdge` or a little more (never much less, never
 * enlarged). The caller closes it.
 * Throws DraftError `unreadable`.
 */
export async function decodeStored(
  bytes: Uint8Array<ArrayBuffer>[],
  header: PhotoHeader,
  longEdge: number,
): Promise<VideoFrame | ImageBitmap> {
  const blob = new Blob(bytes, { type: header.mimeType })
  try {
    if (header.mimeType === 'image/heic') {
      return await decodeHeic(new Uint8Array(await blob.arrayBuffer()), fitLongEdge(header, longEdge))
    }
    if (header.mimeType === 'image/jpeg' && 'ImageDecoder' in globalThis) {
      return await decodeJpegScaled(blob, header, longEdge).catch(() => decodeWhole(blob, header, longEdge))
    }
    return await decodeWhole(blob, header, longEdge)
  } catch (cause) {
    throw new DraftError('unreadable', 'this browser cannot decode it', { cause })
  }
}

async function decodeJpegScaled(blob: Blob, header: PhotoHeader, longEdge: number): Promise<VideoFrame> {
  const eighths = Math.ceil((JPEG_SCALE_STEPS * longEdge) / Math.max(header.width, header.height))
  const desired =
    eighths < JPEG_SCALE_STEPS
      ? {
          desiredWidth: Math.ceil((header.width * eighths) / JPEG_SCALE_STEPS),
          desiredHeight: Math.ceil((header.height * eighths) / JPEG_SCALE_STEPS),
        }
      : {}
  const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: header.mimeType, ...desired })
  try {
    return (await decoder.decode()).image
  } finally {
    decoder.close()
  }
}

async function decodeWhole(blob: Blob, header: PhotoHeader, longEdge: number): Promise<ImageBitmap> {
  const { width, height } = fitLongEdge(header, longEdge)
  return await createImageBitmap(blob, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' })
}
