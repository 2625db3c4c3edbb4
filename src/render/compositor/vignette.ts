import type { Compositor } from './Compositor'
import { allocatePlanes, type Plane, type Planes } from './planes'

/** How far from the middle (0) to the corners (1), squared, the darkening begins. */
const BEGINS = 0.05
/** What is taken from the corners at full strength. */
const DEEPEST = 0.85

/**
 * How much of its light each pixel of the stage loses: `y` and `u` of the planes hold it for luma and chroma, 0..255.
 * @param strength 0..1
 */
export function createVignette(
  compositor: Compositor,
  width: number,
  height: number,
  strength: number,
): Planes {
  const map = allocatePlanes(compositor.memory, width, height)
  const strongest = 255 * DEEPEST * strength
  for (const plane of [map.y, map.u]) {
    const across = squares(plane.width)
    const down = squares(plane.height)
    const rows = compositor.memory.range(plane.offset, plane.stride * plane.height)
    rows.fill(0)
    for (let y = 0; y < plane.height; y++) {
      const dy = down[y] ?? 0
      const row = rows.subarray(y * plane.stride, y * plane.stride + plane.width)
      for (let x = 0; x < row.length; x++) {
        const t = (((across[x] ?? 0) + dy) / 2 - BEGINS) / (1 - BEGINS)
        // It begins without a bend: an eye would see the ring.
        if (t > 0) row[x] = Math.round(strongest * t * t * (3 - 2 * t))
      }
    }
  }
  return map
}

/** Darkens the corners of a stage, light and colour alike. */
export function drawVignette(compositor: Compositor, stage: Planes, map: Planes): void {
  const darken = (plane: Plane, by: Plane, black: number) =>
    // prettier-ignore
    compositor.wasm.toward(
      plane.offset, plane.stride, by.offset, by.stride, plane.width, plane.height, black, 256,
    )
  darken(stage.y, map.y, 16)
  darken(stage.u, map.u, 128)
  darken(stage.v, map.u, 128)
}

/** Squared distance of each pixel's middle from the middle of a side, 1 at its ends. */
function squares(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, index) => {
    const distance = (2 * (index + 0.5)) / size - 1
    return distance * distance
  })
}
