import { jpegSize } from '@/lib/jpegSize'
import type { Compositor } from '../compositor/Compositor'
import type { PhotoColour } from '../compositor/colour'
import { fromDisplayP3 } from '../compositor/gamut'
import { orient, scaleDown, toFilmColour, writeRgba } from '../compositor/photoWork'
import { allocatePlanes, half, type Planes } from '../compositor/planes'
import type { Size } from '../film/placement'
import type { MemoryUse } from '../protocol'

/** A photo decoded, upright, in the film's colour and no larger than asked for. `size` is what the file has, upright. */
export interface LoadedPicture {
  readonly picture: Planes
  readonly size: Size
}

export interface LoadTimes {
  decode: number
  scale: number
}

/** Rows of RGBA converted at a time: a large PNG never exists twice. Even, so that chroma rows are whole. */
const BAND_ROWS = 256
const JPEG_SUBSAMPLING = { I420: [2, 2], I422: [2, 1], I444: [1, 1] } as const

/**
 * Decodes a photo for the film.
 * @param sizeFor the size wanted, given the upright photo's; at most that
 * @param times milliseconds are added to it
 * @param memory `little`: a photo of which half is enough is never in memory as a whole
 * @throws when nothing in this browser can read the file
 */
export async function loadPicture(
  compositor: Compositor,
  file: Blob,
  sizeFor: (photo: Size) => Size,
  times: LoadTimes,
  memory: MemoryUse = 'plenty',
): Promise<LoadedPicture> {
  const frame = await decodeToFrame(file, memory === 'little' ? sizeFor : null, times)
  if (frame) {
    try {
      return await fromVideoFrame(compositor, frame, sizeFor, times)
    } finally {
      frame.close()
    }
  }
  const start = performance.now()
  const bitmap = await createImageBitmap(file)
  times.decode += performance.now() - start
  try {
    return fromBitmap(compositor, bitmap, sizeFor, times)
  } finally {
    bitmap.close()
  }
}

// [Note: orientation] createImageBitmap turns photos upright by itself, even when told not to. ImageDecoder gives the
// stored pixels and says on the frame how they are to be turned; browsers that do not say so take the other path.
function reportsOrientation(frame: VideoFrame): frame is VideoFrame & { rotation: number; flip: boolean } {
  return 'rotation' in frame && typeof frame.rotation === 'number' && 'flip' in frame
}

/**
 * Null when the photo has to take the path through a bitmap.
 * @param halvedFor where half of the photo is enough for this, only half is decoded
 */
async function decodeToFrame(
  file: Blob,
  halvedFor: ((photo: Size) => Size) | null,
  times: LoadTimes,
): Promise<VideoFrame | null> {
  if (typeof ImageDecoder === 'undefined' || !file.type || !(await ImageDecoder.isTypeSupported(file.type)))
    return null
  const start = performance.now()
  const data = await file.arrayBuffer()
  const decoder = new ImageDecoder({
    type: file.type,
    data,
    premultiplyAlpha: 'none',
    ...(halvedFor && halfOf(data, halvedFor)),
  })
  try {
    const { image } = await decoder.decode({ completeFramesOnly: true })
    if (reportsOrientation(image) && (isRgb(image) || yuvColour(image)) && gamutOf(image)) return image
    image.close()
    return null
  } catch {
    // The other path has the last word on whether this is a photo.
    return null
  } finally {
    times.decode += performance.now() - start
    decoder.close()
  }
}

// [Note: half a photo] JPEG is decoded at half its size without ever being there as a whole: a quarter of the memory. Only
// where the film needs no more than that, so it is the same film to the eye, and its segments have the same names.
function halfOf(
  file: ArrayBuffer,
  sizeFor: (photo: Size) => Size,
): { desiredWidth: number; desiredHeight: number } | null {
  const size = jpegSize(new Uint8Array(file))
  if (!size) return null
  const desiredWidth = Math.ceil(size.width / 2)
  const desiredHeight = Math.ceil(size.height / 2)
  // Whether it lies on its side is not known yet.
  const needed = [size, { width: size.height, height: size.width }].map(sizeFor)
  const isEnough = needed.every(({ width, height }) => width * height <= desiredWidth * desiredHeight)
  return isEnough ? { desiredWidth, desiredHeight } : null
}

async function fromVideoFrame(
  compositor: Compositor,
  frame: VideoFrame,
  sizeFor: (photo: Size) => Size,
  times: LoadTimes,
): Promise<LoadedPicture> {
  const stored = {
    width: frame.visibleRect?.width ?? frame.codedWidth,
    height: frame.visibleRect?.height ?? frame.codedHeight,
  }
  const orientation = reportsOrientation(frame) ? exifOrientation(frame.rotation, frame.flip) : 1
  const size = orientation >= 5 ? { width: stored.height, height: stored.width } : stored
  const wanted = sizeFor(size)
  const target = orientation >= 5 ? { width: wanted.height, height: wanted.width } : wanted
  const colour = yuvColour(frame)
  const copyStart = performance.now()
  const source = colour ? await copyYuv(compositor, frame, stored) : await copyRgb(compositor, frame, stored)
  const start = performance.now()
  times.decode += start - copyStart
  let picture = shrink(compositor, source, target)
  try {
    if (colour) toFilmColour(compositor, picture, colour)
    if (gamutOf(frame) === 'p3') fromDisplayP3(compositor, picture)
    if (orientation > 1) {
      const upright = orient(compositor, picture, orientation)
      compositor.free(picture)
      picture = upright
    }
  } catch (error) {
    compositor.free(picture)
    throw error
  }
  times.scale += performance.now() - start
  return { picture, size }
}

/** Frees the source. */
function shrink(compositor: Compositor, source: Planes, { width, height }: Size): Planes {
  const isPlain = source.u.width === half(source.width) && source.u.height === half(source.height)
  if (isPlain && width === source.width && height === source.height) return source
  try {
    return scaleDown(compositor, source, width, height)
  } finally {
    compositor.free(source)
  }
}

function yuvColour({ format, colorSpace }: VideoFrame): PhotoColour | null {
  if (format !== 'I420' && format !== 'I422' && format !== 'I444') return null
  const fullRange = colorSpace.fullRange ?? true
  if (colorSpace.matrix === 'bt709') return { matrix: 'bt709', fullRange }
  const is601 = colorSpace.matrix === 'bt470bg' || colorSpace.matrix === 'smpte170m'
  return is601 ? { matrix: 'bt601', fullRange } : null
}

/** Null for colours that the browser has to convert. See: [Note: wide gamut] */
function gamutOf({ colorSpace }: VideoFrame): 'film' | 'p3' | null {
  // TypeScript's list of primaries is shorter than the browsers'.
  const { primaries, transfer }: { primaries: string | null; transfer: string | null } = colorSpace
  // A profile of the file's own that is none of these is reported as null.
  if (transfer !== 'iec61966-2-1' && transfer !== 'bt709' && transfer !== 'smpte170m') return null
  if (primaries === 'smpte432') return 'p3'
  return primaries === 'bt709' || primaries === 'smpte170m' ? 'film' : null
}

const isRgb = ({ format }: VideoFrame) =>
  format === 'RGBA' || format === 'RGBX' || format === 'BGRA' || format === 'BGRX'

async function copyYuv(compositor: Compositor, frame: VideoFrame, { width, height }: Size): Promise<Planes> {
  const format = frame.format === 'I422' || frame.format === 'I444' ? frame.format : 'I420'
  const [across, down] = JPEG_SUBSAMPLING[format]
  const chroma = { width: Math.ceil(width / across), height: Math.ceil(height / down) }
  const planes = allocatePlanes(compositor.memory, width, height, chroma)
  // Not straight into the compositor's memory: it may grow, and move, while the copy is under way.
  const staging = new Uint8Array(planes.block.bytes)
  const layout = [planes.y, planes.u, planes.v].map(({ offset, stride }) => ({
    offset: offset - planes.block.offset,
    stride,
  }))
  try {
    await frame.copyTo(staging, { layout })
  } catch (error) {
    compositor.free(planes)
    throw error
  }
  compositor.memory.view(planes.block).set(staging)
  return planes
}

async function copyRgb(compositor: Compositor, frame: VideoFrame, { width, height }: Size): Promise<Planes> {
  const planes = allocatePlanes(compositor.memory, width, height)
  const order = frame.format === 'BGRA' || frame.format === 'BGRX' ? 'bgra' : 'rgba'
  const opaque = frame.format === 'BGRX' || frame.format === 'RGBX'
  const x = frame.visibleRect?.x ?? 0
  const y = frame.visibleRect?.y ?? 0
  const band = new Uint8Array(width * Math.min(BAND_ROWS, height) * 4)
  try {
    for (let top = 0; top < height; top += BAND_ROWS) {
      const rows = Math.min(BAND_ROWS, height - top)
      await frame.copyTo(band, {
        rect: { x, y: y + top, width, height: rows },
        layout: [{ offset: 0, stride: width * 4 }],
      })
      writeRgba(compositor, planes, top, rows, band, { order, opaque })
    }
  } catch (error) {
    compositor.free(planes)
    throw error
  }
  return planes
}

function fromBitmap(
  compositor: Compositor,
  bitmap: ImageBitmap,
  sizeFor: (photo: Size) => Size,
  times: LoadTimes,
): LoadedPicture {
  const start = performance.now()
  const size = { width: bitmap.width, height: bitmap.height }
  const canvas = new OffscreenCanvas(size.width, Math.min(BAND_ROWS, size.height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser has no canvas in workers')
  const planes = allocatePlanes(compositor.memory, size.width, size.height)
  try {
    for (let top = 0; top < size.height; top += BAND_ROWS) {
      const rows = Math.min(BAND_ROWS, size.height - top)
      context.clearRect(0, 0, size.width, rows)
      context.drawImage(bitmap, 0, -top)
      const { data } = context.getImageData(0, 0, size.width, rows)
      writeRgba(compositor, planes, top, rows, data, { order: 'rgba', opaque: false })
    }
  } catch (error) {
    compositor.free(planes)
    throw error
  }
  const picture = shrink(compositor, planes, sizeFor(size))
  times.scale += performance.now() - start
  return { picture, size }
}

/** EXIF orientation 1..8 of a frame that is shown turned clockwise by `rotation` degrees and then mirrored if `flip`. */
function exifOrientation(rotation: number, flip: boolean): number {
  const quarter = (((Math.round(rotation / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3
  const plain = [1, 6, 3, 8] as const
  const mirrored = [2, 5, 4, 7] as const
  return (flip ? mirrored : plain)[quarter]
}
