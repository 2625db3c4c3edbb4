import type { PhotoFacts } from '@/domain/photo'
import { decodeBudget } from './decodeBudget'
import { decodeUpright, shrink } from './decodeUpright'
import { encodeJpeg } from './encodeJpeg'
import { readHeader } from './readHeader'
import { readPhotoBytes, THUMBNAIL_EDGE, THUMBNAIL_QUALITY } from './readPhoto'
import { writeExif } from './writeExif'

const UPLOAD_EDGE = 4096
const UPLOAD_QUALITY = 0.9

export interface PrepareOptions {
  /** Write place and capture time into the photo. Otherwise nothing but the picture is in it. */
  keepLocation: boolean
}

/** A photo fit to leave the device. */
export interface PreparedPhoto {
  /** JPEG, upright, sRGB, long edge at most 4096 px. */
  photo: Blob
  /** JPEG, upright, long edge 480 px, never with a place. */
  thumbnail: Blob
  width: number
  height: number
}

/**
 * Encodes a photo anew. Runs in the media worker.
 * Throws DraftError `file_gone`, `unreadable` and what else the header refuses.
 */
export async function rewritePhoto(
  file: Blob,
  facts: Pick<PhotoFacts, 'orientation' | 'takenAt' | 'utcOffsetMinutes' | 'place'>,
  { keepLocation }: PrepareOptions,
): Promise<PreparedPhoto> {
  const bytes = await readPhotoBytes(file)
  const header = readHeader(bytes)
  return await decodeBudget.spend(header.pixels, async () => {
    const canvas = await decodeUpright(bytes, header, facts.orientation, UPLOAD_EDGE)
    const photo = await encodeJpeg(canvas, UPLOAD_QUALITY, keepLocation ? writeExif(facts) : null)
    const thumbnail = await encodeJpeg(await shrink(canvas, THUMBNAIL_EDGE), THUMBNAIL_QUALITY)
    return { photo, thumbnail, width: canvas.width, height: canvas.height }
  })
}
