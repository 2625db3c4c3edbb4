import { beforeEach, describe, expect, it } from 'vitest'
import { blurredFill } from './blurredFill'
import { OPAQUE, type Compositor } from './Compositor'
import { compositorFromDisk } from './compositorFromDisk'
import { orient, scaleDown } from './photoWork'
import { allocatePlanes, MAX_SIDE, type Planes } from './planes'
import { plainResample, psnr } from './reference'
import { hash, paintFlat, paintPicture, plain, samples, seededRandom } from './testPictures'

let compositor: Compositor
beforeEach(async () => {
  compositor = await compositorFromDisk()
})

const whole = ({ width, height }: Planes) => ({ x: 0, y: 0, width, height })

describe('drawing a photo on a frame', () => {
  it.each([
    ['closer', { x: -40.3, y: -20.7, width: 210.5, height: 141.2 }],
    ['smaller than half', { x: 0, y: 0, width: 128, height: 72 }],
    ['much smaller', { x: 0, y: -3.5, width: 128.7, height: 80 }],
  ])('is bilinear to a part of a pixel: %s', (_name, at) => {
    const photo = paintPicture(compositor, 333, 222)
    const frame = compositor.createFrame(128, 72)
    compositor.draw(frame, photo, at, OPAQUE)
    const stepX = photo.width / at.width
    const stepY = photo.height / at.height
    const mapping = { originX: -at.x * stepX, stepX, originY: -at.y * stepY, stepY }
    const wanted = plainResample(plain(compositor, photo.y), 128, 72, mapping)
    expect(psnr(samples(compositor, frame.y), wanted)).toBeGreaterThan(46)
    const chroma = { ...mapping, originX: (mapping.originX - stepX / 2) / 2, originY: mapping.originY / 2 }
    const wantedU = plainResample(plain(compositor, photo.u), 64, 36, chroma)
    expect(psnr(samples(compositor, frame.u), wantedU)).toBeGreaterThan(46)
  })

  it('moves evenly by parts of a pixel', () => {
    // A slope of 2 per pixel, drawn from its twofold: a shift of a pixel changes every sample by 4.
    const slope = allocatePlanes(compositor.memory, 120, 20)
    paintFlat(compositor, slope, [0, 128, 128])
    const view = compositor.memory.range(slope.y.offset, slope.y.stride * 20)
    for (let y = 0; y < 20; y++) for (let x = 0; x < 120; x++) view[y * slope.y.stride + x] = x * 2
    const frame = compositor.createFrame(40, 16)
    const values = Array.from({ length: 9 }, (_, turn) => {
      compositor.draw(frame, slope, { x: -10 + turn / 8, y: 0, width: 60, height: 10 }, OPAQUE)
      return samples(compositor, frame.y)[5 * 40 + 20] ?? NaN
    })
    const steps = values.slice(1).map((value, index) => (values[index] ?? NaN) - value)
    expect(values.at(-1)).toBe((values[0] ?? NaN) - 4)
    for (const step of steps) expect(Math.abs(step - 0.5)).toBeLessThanOrEqual(0.5)
  })

  it('blends by opacity, rounded to the nearest', () => {
    const frame = paintFlat(compositor, compositor.createFrame(34, 18), [40, 128, 128])
    const photo = paintFlat(compositor, allocatePlanes(compositor.memory, 20, 20), [200, 80, 190])
    compositor.draw(frame, photo, whole(frame), 64)
    expect(new Set(samples(compositor, frame.y))).toEqual(new Set([80]))
    expect(new Set(samples(compositor, frame.u))).toEqual(new Set([116]))
  })

  it('covers the pixels under a moving edge by their part', () => {
    const frame = paintFlat(compositor, compositor.createFrame(32, 8), [16, 128, 128])
    const photo = paintFlat(compositor, allocatePlanes(compositor.memory, 10, 10), [216, 128, 128])
    compositor.draw(frame, photo, { x: 4.25, y: 0, width: 10.5, height: 8 }, OPAQUE)
    const row = samples(compositor, frame.y).slice(0, 16)
    expect([...row]).toEqual([16, 16, 16, 16, 166, ...Array.from({ length: 9 }, () => 216), 166, 16])
  })

  it('draws nothing of a photo beside the frame', () => {
    const frame = paintFlat(compositor, compositor.createFrame(16, 16), [16, 128, 128])
    const before = hash(compositor, frame)
    const photo = paintPicture(compositor, 10, 10)
    compositor.draw(frame, photo, { x: 16, y: 0, width: 10, height: 10 }, OPAQUE)
    compositor.draw(frame, photo, { x: 0, y: -10, width: 10, height: 10 }, OPAQUE)
    expect(hash(compositor, frame)).toBe(before)
  })

  it('stays inside its memory for tiny, huge and odd photos', () => {
    const random = seededRandom(11)
    const sizes = [
      [1, 1],
      [1, 900],
      [900, 1],
      [2, 3],
      [15, 17],
      [MAX_SIDE, 2],
      [3, 20_000],
    ] as const
    for (const [width, height] of sizes) {
      for (const [frameWidth, frameHeight] of [
        [2, 2],
        [50, 30],
        [270, 480],
      ] as const) {
        const fence = compositor.memory.allocate(4096)
        const frame = compositor.createFrame(frameWidth, frameHeight)
        const after = compositor.memory.allocate(4096)
        for (const block of [fence, after]) compositor.memory.view(block).fill(0xa5)
        const photo = paintPicture(compositor, width, height)
        const scale = Math.max(frameWidth / width, frameHeight / height) * (1 + random())
        const at = { x: -random(), y: -random(), width: width * scale + 2, height: height * scale + 2 }
        compositor.draw(frame, photo, at, OPAQUE)
        compositor.draw(frame, photo, at, 100)
        const fill = blurredFill(compositor, photo, frameWidth, frameHeight)
        for (const block of [fence, after]) {
          const touched = compositor.memory.view(block).findIndex((byte) => byte !== 0xa5)
          expect(touched, `${width}×${height} on ${frameWidth}×${frameHeight}`).toBe(-1)
        }
        const least = (planes: Planes) =>
          samples(compositor, planes.y).reduce((low, value) => Math.min(low, value))
        expect(least(frame)).toBeGreaterThanOrEqual(least(photo))
        for (const planes of [frame, photo, fill]) compositor.free(planes)
        compositor.memory.free(fence)
        compositor.memory.free(after)
      }
    }
  })

  it('refuses films with odd sides and planes that are too large', () => {
    expect(() => compositor.createFrame(101, 50)).toThrow(RangeError)
    expect(() => allocatePlanes(compositor.memory, MAX_SIDE + 1, 1)).toThrow(RangeError)
    expect(() => allocatePlanes(compositor.memory, 0, 1)).toThrow(RangeError)
  })
})

describe('putting frames together', () => {
  it('dissolves from one frame to another', () => {
    const below = paintFlat(compositor, compositor.createFrame(30, 10), [20, 100, 100])
    const above = paintFlat(compositor, compositor.createFrame(30, 10), [220, 140, 160])
    compositor.dissolve(below, above, 128)
    expect([below.y, below.u, below.v].map((plane) => samples(compositor, plane)[7])).toEqual([120, 120, 130])
    compositor.dissolve(below, above, OPAQUE)
    expect(hash(compositor, below)).toBe(hash(compositor, above))
  })

  it('fades to black and back', () => {
    const frame = paintPicture(compositor, 30, 10)
    const before = hash(compositor, frame)
    compositor.fadeToBlack(frame, OPAQUE)
    expect(hash(compositor, frame)).toBe(before)
    compositor.fadeToBlack(frame, 0)
    expect(new Set(samples(compositor, frame.y))).toEqual(new Set([16]))
    expect(new Set(samples(compositor, frame.u))).toEqual(new Set([128]))
  })

  it('lays text over its place only, by its own opacity', () => {
    const frame = paintFlat(compositor, compositor.createFrame(24, 8), [50, 128, 128])
    const pixels = new Uint8ClampedArray(6 * 2 * 4)
    pixels.fill(255, 0, 4)
    pixels.set([255, 255, 255, 128], 4)
    const text = compositor.createOverlay(pixels, 6, 2, 10, 4)
    compositor.overlay(frame, text, OPAQUE)
    const luma = samples(compositor, frame.y)
    expect(luma[4 * 24 + 10]).toBe(235)
    expect(luma[4 * 24 + 11]).toBe(143)
    expect([...luma].filter((value) => value !== 50)).toHaveLength(2)
    expect(new Set(samples(compositor, frame.u))).toEqual(new Set([128]))
  })

  it('refuses text beyond the frame', () => {
    const frame = compositor.createFrame(24, 8)
    const text = compositor.createOverlay(new Uint8ClampedArray(8 * 4 * 4), 8, 4, 18, 0)
    expect(() => compositor.overlay(frame, text, OPAQUE)).toThrow(RangeError)
  })

  it('makes a fill of the photo that is dark, smooth and full', () => {
    const photo = paintPicture(compositor, 90, 160)
    const fill = blurredFill(compositor, photo, 320, 180)
    const luma = samples(compositor, fill.y)
    const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length
    const photoLuma = samples(compositor, photo.y)
    const photoMean = photoLuma.reduce((sum, value) => sum + value, 0) / photoLuma.length
    expect(mean - 16).toBeLessThan((photoMean - 16) * 0.75)
    expect(mean - 16).toBeGreaterThan((photoMean - 16) * 0.45)
    const steps = luma
      .slice(1)
      .map((value, index) => ((index + 1) % 320 ? Math.abs(value - (luma[index] ?? NaN)) : 0))
    expect(Math.max(...steps)).toBeLessThan(4)
  })

  it('gives all memory back', () => {
    const photo = paintPicture(compositor, 90, 160)
    const used = compositor.memory.usedBytes
    compositor.free(blurredFill(compositor, photo, 320, 180))
    compositor.free(orient(compositor, photo, 6))
    compositor.free(scaleDown(compositor, photo, 20, 30))
    compositor.freeOverlay(compositor.createOverlay(new Uint8ClampedArray(16), 2, 2, 0, 0))
    expect(compositor.memory.usedBytes).toBe(used)
  })
})
