import { DraftError } from '@/lib/errors'
import { decodeStored } from './decodeStored'
import { withoutExif } from './headers/withoutExif'
import { fitLongEdge, uprightSize } from './pictureSize'
import type { PhotoHeader } from './readHeader'

/**
 * Decodes a photo onto a canvas: upright, sRGB, on white, its long edge at most `longEdge` pixels.
 * Throws DraftError `unreadable` when the browser cannot decode it.
 */
export async function decodeUpright(
  bytes: Uint8Array<ArrayBuffer>,
  header: PhotoHeader,
  orientation: number,
  longEdge: number,
): Promise<OffscreenCanvas> {
  const parts = orientation === 1 ? [bytes] : withoutExif(bytes, header.mimeType)
  const picture = await decodeStored(parts, header, longEdge)
  try {
    const stored = fitLongEdge(header, longEdge)
    const { width, height } = uprightSize(stored, orientation)
    const canvas = new OffscreenCanvas(width, height)
    const context = canvasContext(canvas)
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.setTransform(...turn(orientation, width, height))
    context.drawImage(picture, 0, 0, stored.width, stored.height)
    return canvas
  } finally {
    picture.close()
  }
}

/** A smaller copy of an upright picture. */
export async function shrink(canvas: OffscreenCanvas, longEdge: number): Promise<OffscreenCanvas> {
  const { width, height } = fitLongEdge(canvas, longEdge)
  const small = new OffscreenCanvas(width, height)
  const bitmap = await createImageBitmap(canvas, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  })
  canvasContext(small).drawImage(bitmap, 0, 0)
  bitmap.close()
  return small
}

/** Pixels that are read back at once are kept out of the graphics card. */
function canvasContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, colorSpace: 'srgb', willReadFrequently: true })
  if (!context) throw new DraftError('unreadable', 'this browser has no room for its pixels')
  context.imageSmoothingQuality = 'high'
  return context
}

/** The canvas transform that sets a picture stored with this EXIF orientation upright in `width` × `height`. */
function turn(
  orientation: number,
  width: number,
  height: number,
): [a: number, b: number, c: number, d: number, e: number, f: number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0]
    case 3:
      return [-1, 0, 0, -1, width, height]
    case 4:
      return [1, 0, 0, -1, 0, height]
    case 5:
      return [0, 1, 1, 0, 0, 0]
    case 6:
      return [0, 1, -1, 0, width, 0]
    case 7:
      return [0, -1, -1, 0, width, height]
    case 8:
      return [0, -1, 1, 0, 0, height]
    default:
      return [1, 0, 0, 1, 0, 0]
  }
}
