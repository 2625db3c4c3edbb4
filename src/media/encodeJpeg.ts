import { jpegSegments } from '@/lib/jpegSegments'

const COMMENT = 0xfe
const isMetadata = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === COMMENT

/**
 * Encodes a canvas as a JPEG that carries nothing but the picture, and `exif` (a whole APP1 segment) where given.
 * What the browser writes beside the picture (Chromium: a colour profile) is taken out; an untagged JPEG is sRGB.
 * `quality` is 0 to 1.
 */
export async function encodeJpeg(
  canvas: OffscreenCanvas,
  quality: number,
  exif: Uint8Array<ArrayBuffer> | null = null,
): Promise<Blob> {
  const encoded = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  const bytes = new Uint8Array(await encoded.arrayBuffer())
  return new Blob(bareJpeg(bytes, exif), { type: 'image/jpeg' })
}

/** The parts of a JPEG without application segments and comments, JFIF's own excepted, with `exif` as its first. */
export function bareJpeg(
  bytes: Uint8Array<ArrayBuffer>,
  exif: Uint8Array<ArrayBuffer> | null,
): Uint8Array<ArrayBuffer>[] {
  const parts = [bytes.subarray(0, 2)]
  if (exif) parts.push(exif)
  let kept = 2
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (!isMetadata(marker)) continue
    parts.push(bytes.subarray(kept, start))
    kept = end
  }
  parts.push(bytes.subarray(kept))
  return parts.filter((part) => part.length > 0)
}
