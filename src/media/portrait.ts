import { AVATAR_EDGE, firstFraming, squareOf, type Framing } from '@/domain/avatar'
import { analysePhoto } from './analysePhoto'
import { encodeJpeg } from './encodeJpeg'
import { ingestPhoto } from './ingestPhoto'
import { prepareUpload } from './prepareUpload'

/** A photo from which somebody's face is cut. */
export type Portrait = {
  /** JPEG, upright, without anything that the file told beside the picture. */
  picture: Blob
  width: number
  height: number
  /** Where the face is, once it was looked for; the middle where nothing was found. Never rejects. */
  firstFraming: Promise<Framing>
}

/**
 * Reads a photo of any format that can be a draft's.
 * Rejects with a DraftError (`not_a_photo`, `too_large`, `unreadable`, …), or with `signal.reason` when aborted.
 */
export async function openPortrait(file: File, signal: AbortSignal): Promise<Portrait> {
  const { facts } = await ingestPhoto(file, signal)
  const { photo, width, height } = await prepareUpload(file, facts, { keepLocation: false }, signal)
  const seen = analysePhoto(file, facts, signal).catch(() => null)
  return {
    picture: photo,
    width,
    height,
    firstFraming: seen.then((found) => firstFraming({ width, height }, found)),
  }
}

const QUALITY = 0.88

/** The part of a portrait that a framing shows: JPEG, square, at most 512 px, nothing but the picture. */
export async function cropPortrait(portrait: Portrait, framing: Framing): Promise<Blob> {
  const { left, top, edge } = squareOf(portrait, framing)
  // Rounded down everywhere: beyond the picture's edge there is nothing but black.
  const [x, y, whole] = [Math.floor(left), Math.floor(top), Math.max(1, Math.floor(edge))]
  const size = Math.min(AVATAR_EDGE, whole)
  const part = await createImageBitmap(portrait.picture, x, y, whole, whole, {
    resizeWidth: size,
    resizeHeight: size,
    resizeQuality: 'high',
  })
  try {
    const canvas = new OffscreenCanvas(size, size)
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser has no room for the picture')
    context.drawImage(part, 0, 0)
    return await encodeJpeg(canvas, QUALITY)
  } finally {
    part.close()
  }
}
