import { PHOTO_MAX_BYTES, type PhotoFacts } from '@/domain/photo'
import { DraftError } from '@/lib/errors'
import { decodeBudget } from './decodeBudget'
import { decodeUpright, shrink } from './decodeUpright'
import { encodeJpeg } from './encodeJpeg'
import { cleanFilename } from './cleanText'
import { uprightSize } from './pictureSize'
import { readExif } from './readExif'
import { readHeader, requirePhotoFormat, type PhotoHeader } from './readHeader'
import { SNIFF_BYTES } from './sniffFormat'

export const THUMBNAIL_EDGE = 480
export const THUMBNAIL_QUALITY = 0.82
/** As large as photos are looked at. */
export const COPY_EDGE = 1600
const COPY_QUALITY = 0.9

/** A photo that has been read and can be shown. */
export interface IngestedPhoto {
  facts: PhotoFacts
  /** JPEG, upright, long edge 480 px. */
  thumbnail: Blob
}

/** Of a HEIC there is also a copy that is quick to decode: JPEG, upright, long edge 1600 px. */
export type ReadPhoto = IngestedPhoto & { copy: Blob | null }

/**
 * Reads a photo file: format, facts, proof that it decodes, thumbnail. Runs in the media worker.
 * Throws DraftError `empty_file`, `not_a_photo`, `too_large`, `too_many_pixels`, `unreadable` or
 * `file_gone`.
 */
export async function readPhoto(file: File): Promise<ReadPhoto> {
  // The format first: that a film is not a photo is the better answer than that it is too large.
  requirePhotoFormat(await readBytes(file.slice(0, SNIFF_BYTES)))
  const bytes = await readPhotoBytes(file)
  const header = readHeader(bytes)
  const exif = readExif(bytes)
  const isHeif = header.mimeType === 'image/avif' || header.mimeType === 'image/heic'
  const orientation = isHeif ? 1 : exif.orientation
  const [contentHash, pictures] = await Promise.all([
    sha256(bytes),
    decodeBudget.spend(header.pixels, () => drawPictures(bytes, header, orientation)),
  ])
  const facts: PhotoFacts = {
    ...uprightSize(header, orientation),
    filename: cleanFilename(file.name),
    mimeType: header.mimeType,
    bytes: bytes.length,
    orientation,
    takenAt: exif.takenAt,
    utcOffsetMinutes: exif.utcOffsetMinutes,
    place: exif.place,
    camera: exif.camera,
    contentHash,
  }
  return { facts, ...pictures }
}

async function drawPictures(
  bytes: Uint8Array<ArrayBuffer>,
  header: PhotoHeader,
  orientation: number,
): Promise<Pick<ReadPhoto, 'thumbnail' | 'copy'>> {
  if (header.mimeType !== 'image/heic') {
    const small = await decodeUpright(bytes, header, orientation, THUMBNAIL_EDGE)
    return { thumbnail: await encodeJpeg(small, THUMBNAIL_QUALITY), copy: null }
  }
  const large = await decodeUpright(bytes, header, orientation, COPY_EDGE)
  const thumbnail = await encodeJpeg(await shrink(large, THUMBNAIL_EDGE), THUMBNAIL_QUALITY)
  return { thumbnail, copy: await encodeJpeg(large, COPY_QUALITY) }
}

/** The bytes of a photo file within the limits. Throws DraftError `empty_file`, `too_large` or `file_gone`. */
export async function readPhotoBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > PHOTO_MAX_BYTES) throw new DraftError('too_large', `${file.size} bytes are too many`)
  const bytes = await readBytes(file)
  if (bytes.length === 0) throw new DraftError('empty_file', 'the file is empty')
  return bytes
}

/** A file that was moved, deleted or changed since it was picked fails here and nowhere else. */
async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new DraftError('file_gone', 'the file was moved, deleted or changed since it was picked', { cause })
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
