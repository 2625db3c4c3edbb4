import type { Compositor } from './Compositor'
import { allocatePlanes, type Plane, type Planes } from './planes'
import type { PlainPlane } from './reference'

/** Pictures for the tests: made of numbers, so that they are the same in Node and in every browser. */

/** Repeatable numbers in 0..1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Slopes, a grid and some noise: edges, smooth parts and detail in one picture. */
export function paintPicture(compositor: Compositor, width: number, height: number, seed = 1): Planes {
  const planes = allocatePlanes(compositor.memory, width, height)
  compositor.memory.view(planes.block).fill(0xee)
  const random = seededRandom(seed)
  fill(compositor, planes.y, (x, y) => {
    const grid = (Math.floor(x / 7) + Math.floor(y / 5)) % 2 ? 40 : 0
    return 16 + Math.floor(((x * 3 + y * 2 + seed * 31) % 140) + grid + random() * 8)
  })
  fill(compositor, planes.u, (x, y) => 60 + ((x * 2 + y + seed * 17) % 120))
  fill(compositor, planes.v, (x, y) => 70 + ((x + y * 3 + seed * 29) % 110))
  return planes
}

export function paintFlat(
  compositor: Compositor,
  planes: Planes,
  [y, u, v]: readonly [number, number, number],
): Planes {
  fill(compositor, planes.y, () => y)
  fill(compositor, planes.u, () => u)
  fill(compositor, planes.v, () => v)
  return planes
}

function fill(compositor: Compositor, plane: Plane, value: (x: number, y: number) => number): void {
  const view = compositor.memory.range(plane.offset, plane.stride * plane.height)
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) view[y * plane.stride + x] = value(x, y)
  }
}

/** The samples of a plane without what lies between its rows. */
export function samples(compositor: Compositor, plane: Plane): Uint8Array {
  const view = compositor.memory.range(plane.offset, plane.stride * plane.height)
  const out = new Uint8Array(plane.width * plane.height)
  for (let y = 0; y < plane.height; y++) {
    out.set(view.subarray(y * plane.stride, y * plane.stride + plane.width), y * plane.width)
  }
  return out
}

export function plain(compositor: Compositor, plane: Plane): PlainPlane {
  const copy = samples(compositor, plane)
  return { width: plane.width, height: plane.height, at: (x, y) => copy[y * plane.width + x] ?? NaN }
}

/** A short name for all samples of a picture or frame (FNV-1a, twice 32 bits). */
export function hash(compositor: Compositor, { y, u, v }: Planes): string {
  let one = 0x811c9dc5
  let other = 0x9747b28c
  for (const plane of [y, u, v]) {
    for (const value of samples(compositor, plane)) {
      one = Math.imul(one ^ value, 0x01000193)
      other = Math.imul(other ^ (value + 1), 0x01000193)
    }
  }
  return [one, other].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
