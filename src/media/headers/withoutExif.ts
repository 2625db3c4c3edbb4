import type { PhotoFileType } from '@/domain/photo'
import { jpegSegments } from '@/lib/jpegSegments'

const APP1 = 0xe1
const PNG_SIGNATURE = 8
const PNG_CHUNK_FRAME = 12
const WEBP_FIRST_CHUNK = 12

/**
 * [Note: we turn pictures ourselves]
 * Browsers disagree on orientation: Chromium applies EXIF's to JPEG and PNG even when told not to, and not to WebP.
 * So the decoder is handed the picture without its EXIF, gives the pixels as they are stored, and we turn them.
 *
 * Returns the parts of the file that remain, which share memory with `bytes`. Colour profiles stay.
 */
export function withoutExif(
  bytes: Uint8Array<ArrayBuffer>,
  mimeType: PhotoFileType,
): Uint8Array<ArrayBuffer>[] {
  switch (mimeType) {
    case 'image/jpeg':
      return keepRest(
        bytes,
        [...jpegSegments(bytes)].filter((segment) => segment.marker === APP1),
      )
    case 'image/png':
      return keepRest(
        bytes,
        pngChunks(bytes).filter((chunk) => chunk.type === 'eXIf'),
      )
    case 'image/webp':
      return [webpWithoutExif(bytes)]
    case 'image/avif':
    case 'image/heic':
      // Nothing to take away: HEIF decoders ignore EXIF orientation, as the format demands.
      return [bytes]
    default:
      return mimeType satisfies never
  }
}

interface Range {
  start: number
  end: number
}

function keepRest(bytes: Uint8Array<ArrayBuffer>, dropped: Range[]): Uint8Array<ArrayBuffer>[] {
  const starts = [0, ...dropped.map((range) => range.end)]
  const ends = [...dropped.map((range) => range.start), bytes.length]
  return starts.map((start, i) => bytes.subarray(start, ends[i])).filter((part) => part.length > 0)
}

function pngChunks(bytes: Uint8Array): (Range & { type: string })[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: (Range & { type: string })[] = []
  for (let at = PNG_SIGNATURE; at + PNG_CHUNK_FRAME <= bytes.length;) {
    const end = at + PNG_CHUNK_FRAME + view.getUint32(at)
    if (end > bytes.length) break
    chunks.push({ type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), start: at, end })
    at = end
  }
  return chunks
}

/** A RIFF file names its own length, so the chunk stays in place under a name that no decoder knows. */
function webpWithoutExif(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = WEBP_FIRST_CHUNK; at + 8 <= copy.length;) {
    const size = view.getUint32(at + 4, true)
    if (String.fromCharCode(...copy.subarray(at, at + 4)) === 'EXIF') copy.set([0x4a, 0x55, 0x4e, 0x4b], at)
    at += 8 + size + (size % 2)
  }
  return copy
}
