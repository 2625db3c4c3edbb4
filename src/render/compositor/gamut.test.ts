import { beforeEach, describe, expect, it } from 'vitest'
import type { Compositor } from './Compositor'
import { compositorFromDisk } from './compositorFromDisk'
import { fromDisplayP3 } from './gamut'
import { allocatePlanes } from './planes'
import { paintFlat, paintPicture, samples, seededRandom } from './testPictures'

let compositor: Compositor
beforeEach(async () => {
  compositor = await compositorFromDisk()
})

type Triple = readonly [number, number, number]

const toFilm = ([r, g, b]: Triple): [number, number, number] => {
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return [16 + 219 * y, 128 + (224 * (b - y)) / 1.8556, 128 + (224 * (r - y)) / 1.5748]
}
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const encoded = (light: number) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

/** Display P3 to sRGB as CSS Color 4 has it, clipped. */
function inSrgb(p3: Triple): [number, number, number] {
  const [r, g, b] = p3.map(linear)
  const mix = (x: number, y: number, z: number) =>
    encoded(Math.min(1, Math.max(0, x * (r ?? NaN) + y * (g ?? NaN) + z * (b ?? NaN))))
  return [
    mix(1.2249401763, -0.2249401763, 0),
    mix(-0.0420569547, 1.0420569547, 0),
    mix(-0.0196375546, -0.0786360456, 1.0982736001),
  ]
}

describe('a photo in Display P3', () => {
  it('has the colours that a screen would show', () => {
    const random = seededRandom(9)
    const misses: number[] = []
    for (let turn = 0; turn < 300; turn++) {
      const p3 = [random(), random(), random()] as const
      const planes = allocatePlanes(compositor.memory, 3, 3)
      const [y, u, v] = toFilm(p3)
      paintFlat(compositor, planes, [Math.round(y), Math.round(u), Math.round(v)])
      fromDisplayP3(compositor, planes)
      const wanted = toFilm(inSrgb(p3))
      const found = [planes.y, planes.u, planes.v].map((plane) => samples(compositor, plane).at(-1) ?? NaN)
      misses.push(...found.map((value, index) => Math.abs(value - (wanted[index] ?? NaN))))
      compositor.free(planes)
    }
    expect(misses.reduce((sum, miss) => sum + miss, 0) / misses.length).toBeLessThan(0.7)
    // Where sRGB ends, half a step of the photo's chroma may be several of the film's.
    expect(Math.max(...misses)).toBeLessThan(5)
  })

  it('keeps its greys, and its detail of light', () => {
    const photo = paintPicture(compositor, 61, 41)
    const view = compositor.memory
    for (const plane of [photo.u, photo.v]) view.range(plane.offset, plane.stride * plane.height).fill(128)
    const before = samples(compositor, photo.y)
    fromDisplayP3(compositor, photo)
    expect(Buffer.compare(samples(compositor, photo.y), before)).toBe(0)
    const tinted = paintFlat(compositor, allocatePlanes(compositor.memory, 4, 4), [100, 110, 160])
    const rows = compositor.memory.range(tinted.y.offset, tinted.y.stride * 4)
    rows[0] = 120
    fromDisplayP3(compositor, tinted)
    const luma = samples(compositor, tinted.y)
    expect((luma[0] ?? 0) - (luma[1] ?? 0)).toBe(20)
  })
})
