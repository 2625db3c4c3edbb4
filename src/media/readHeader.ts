import { PHOTO_MAX_EDGE, PHOTO_MAX_PIXELS, type PhotoFileType } from '@/domain/photo'
import { DraftError } from '@/lib/errors'
import { isProgressive, jpegSize } from '@/lib/jpegSize'
import { heifPixels, heifSize } from './headers/heifProperties'
import { pngSize } from './headers/pngSize'
import { webpSize } from './headers/webpSize'
import type { PictureSize } from './pictureSize'
import { sniffFormat } from './sniffFormat'

/** What a photo file's own header says: its format, and its size before EXIF orientation is applied. */
export interface PhotoHeader extends PictureSize {
  mimeType: PhotoFileType
  /** How many are unpacked to decode it: of a HEIC also those that its crop leaves out. */
  pixels: number
}

/**
 * [Note: what a picture may cost] A file of a few kilobytes can unpack to gigabytes. An ordinary JPEG is decoded at the size
 * that is needed and costs little however large it is; a progressive one is held whole, with two bytes for each of its
 * values, the others with four a pixel. libheif takes eight, and a second for sixteen megapixels: enough for what phones
 * make (48, panoramas 60).
 */
const MOST_PIXELS: Record<PhotoFileType, number> = {
  'image/jpeg': PHOTO_MAX_PIXELS,
  'image/png': 100_000_000,
  'image/webp': 100_000_000,
  'image/avif': 100_000_000,
  'image/heic': 64_000_000,
}
const MOST_PROGRESSIVE = 100_000_000

/**
 * Names the format from the first bytes of a file.
 * Throws DraftError `empty_file` or `not_a_photo`.
 */
export function requirePhotoFormat(head: Uint8Array): PhotoFileType {
  if (head.length === 0) throw new DraftError('empty_file', 'the file is empty')
  const format = sniffFormat(head)
  if (format === null)
    throw new DraftError('not_a_photo', 'its first bytes are not those of a JPEG, PNG, WebP, AVIF or HEIC')
  return format
}

/**
 * Reads format and size from a whole photo file without decoding any pixel, so that a picture too large for this
 * device is refused before it is unpacked. HEIF's size is that after its own rotation.
 * Throws DraftError `empty_file`, `not_a_photo`, `unreadable` (no size in it) or `too_many_pixels`.
 */
export function readHeader(bytes: Uint8Array): PhotoHeader {
  const mimeType = requirePhotoFormat(bytes)
  const size = readSize(bytes, mimeType)
  if (!size || size.width === 0 || size.height === 0)
    throw new DraftError('unreadable', 'its header names no size')
  const { width, height } = size
  const pixels = mimeType === 'image/heic' ? heifPixels(bytes) : width * height
  const most = mimeType === 'image/jpeg' && isProgressive(bytes) ? MOST_PROGRESSIVE : MOST_PIXELS[mimeType]
  if (Math.max(width, height) > PHOTO_MAX_EDGE || pixels > most) {
    throw new DraftError('too_many_pixels', `${width} × ${height} pixels are too many`)
  }
  return { mimeType, width, height, pixels }
}

function readSize(bytes: Uint8Array, mimeType: PhotoFileType): PictureSize | null {
  try {
    switch (mimeType) {
      case 'image/jpeg':
        return jpegSize(bytes)
      case 'image/png':
        return pngSize(bytes)
      case 'image/webp':
        return webpSize(bytes)
      case 'image/avif':
      case 'image/heic':
        return heifSize(bytes, mimeType)
      default:
        return mimeType satisfies never
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
