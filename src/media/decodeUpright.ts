import { DraftError } from '@/lib/errors'
import { withoutExif } from './headers/withoutExif'
import type { PhotoHeader } from './readHeader'

export interface Size {
  width: number
  height: number
}

/** EXIF orientations 5 to 8 lie on their side. */
export function uprightSize(stored: Size, orientation: number): Size {
  return orientation >= 5
    ? { width: stored.height, height: stored.width }
    : { width: stored.width, height: stored.height }
}

/** The size whose long edge is at most `longEdge`, of the same shape, never enlarged, never below one pixel. */
export function fitLongEdge(size: Size, longEdge: number): Size {
  const scale = Math.min(1, longEdge / Math.max(size.width, size.height))
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  }
}

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
  const stored = fitLongEdge(header, longEdge)
  const bitmap = await decode(new Blob(parts, { type: header.mimeType }), stored)
  const { width, height } = uprightSize(stored, orientation)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvasContext(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.setTransform(...turn(orientation, width, height))
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas
}

async function decode(blob: Blob, size: Size): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, {
      resizeWidth: size.width,
      resizeHeight: size.height,
      resizeQuality: 'high',
    })
  } catch (cause) {
    throw new DraftError('unreadable', 'this browser cannot decode it', { cause })
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
