import { colourFactors, type PhotoColour } from './colour'
import type { Compositor } from './Compositor'
import { allocatePlanes, type Planes } from './planes'

/** What is done to a photo once, before frames are drawn from it. */

/** Exact-area downscale to 4:2:0 of at most the source's size; the source may be sampled 4:2:0, 4:2:2 or 4:4:4. */
export function scaleDown(compositor: Compositor, source: Planes, width: number, height: number): Planes {
  if (width > source.width || height > source.height) throw new RangeError('scaleDown does not enlarge')
  const target = allocatePlanes(compositor.memory, width, height)
  for (const key of ['y', 'u', 'v'] as const) {
    const from = source[key]
    const to = target[key]
    // prettier-ignore
    compositor.wasm.areaScale(
      from.offset, from.stride, from.width, from.height,
      to.offset, to.stride, Math.min(to.width, from.width), Math.min(to.height, from.height),
    )
  }
  return target
}

/** Converts a 4:2:0 picture in place to what the film is made of. */
export function toFilmColour(compositor: Compositor, picture: Planes, colour: PhotoColour): void {
  const f = colourFactors(colour)
  if (!f) return
  const { y, u, v } = picture
  // prettier-ignore
  compositor.wasm.convertColour(
    y.offset, y.stride, u.offset, v.offset, u.stride, y.width, y.height,
    f.blackLevel, f.yy, f.yu, f.yv, f.uu, f.uv, f.vu, f.vv,
  )
}

/**
 * Converts rows of RGBA or BGRA (not premultiplied, transparent parts over white) into a picture, from row `top` on.
 * @param top even, so that rows of chroma are whole
 */
export function writeRgba(
  compositor: Compositor,
  target: Planes,
  top: number,
  rows: number,
  pixels: Uint8Array | Uint8ClampedArray,
  options: { order: 'rgba' | 'bgra'; opaque: boolean },
): void {
  if (top % 2 || top < 0 || rows < 1 || top + rows > target.height)
    throw new RangeError(`rows ${top}+${rows}`)
  if (pixels.length < target.width * rows * 4) throw new RangeError('too few pixels')
  const { y, u, v } = target
  const staging = compositor.memory.allocate(target.width * rows * 4)
  compositor.memory.view(staging).set(pixels.subarray(0, staging.bytes))
  const red = options.order === 'rgba' ? 0 : 2
  const chromaAt = (top / 2) * u.stride
  // prettier-ignore
  compositor.wasm.fromRgba(
    staging.offset, target.width, rows, red, 2 - red, options.opaque ? 1 : 0,
    y.offset + top * y.stride, y.stride, u.offset + chromaAt, v.offset + chromaAt, u.stride,
  )
  compositor.memory.free(staging)
}

/** @returns a picture turned upright as EXIF orientation 2..8 asks; the given one stays. */
export function orient(compositor: Compositor, source: Planes, orientation: number): Planes {
  const turn = ORIENTATIONS[orientation]
  if (!turn) throw new RangeError(`orientation ${orientation}`)
  const [width, height] = turn.transpose ? [source.height, source.width] : [source.width, source.height]
  const target = allocatePlanes(compositor.memory, width, height)
  for (const key of ['y', 'u', 'v'] as const) {
    const from = source[key]
    const to = target[key]
    // prettier-ignore
    compositor.wasm.orient(
      from.offset, from.stride, to.offset, to.stride, to.width, to.height,
      turn.transpose ? 1 : 0, turn.mirrorX ? 1 : 0, turn.mirrorY ? 1 : 0,
    )
  }
  return target
}

/** EXIF orientation: exchange rows and columns first, then mirror. */
const ORIENTATIONS: Record<number, { transpose: boolean; mirrorX: boolean; mirrorY: boolean }> = {
  2: { transpose: false, mirrorX: true, mirrorY: false },
  3: { transpose: false, mirrorX: true, mirrorY: true },
  4: { transpose: false, mirrorX: false, mirrorY: true },
  5: { transpose: true, mirrorX: false, mirrorY: false },
  6: { transpose: true, mirrorX: true, mirrorY: false },
  7: { transpose: true, mirrorX: true, mirrorY: true },
  8: { transpose: true, mirrorX: false, mirrorY: true },
}
