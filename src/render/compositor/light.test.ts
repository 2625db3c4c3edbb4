import { beforeEach, describe, expect, it } from 'vitest'
import { OPAQUE, type Compositor } from './Compositor'
import { compositorFromDisk } from './compositorFromDisk'
import { createGrain, drawGrain } from './grain'
import { createLeak, drawLeak } from './leak'
import { clear, paste, regionOf } from './region'
import { hash, paintFlat, paintPicture, samples } from './testPictures'
import { createVignette, drawVignette } from './vignette'
import { drawWipe } from './wipe'

let compositor: Compositor
beforeEach(async () => {
  compositor = await compositorFromDisk()
})

const frameOf = (width: number, height: number, colour: readonly [number, number, number]) =>
  paintFlat(compositor, compositor.createFrame(width, height), colour)

function statistics(values: ArrayLike<number>): { mean: number; deviation: number } {
  const all = Array.from(values)
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length
  const deviation = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length)
  return { mean, deviation }
}

describe('a part of a frame', () => {
  const bars = { x: 6, y: 20, width: 90, height: 50 }

  it('keeps everything that is done to it inside', () => {
    const frame = frameOf(102, 90, [77, 88, 99])
    const stage = regionOf(frame, bars)
    const spare = regionOf(frameOf(102, 90, [20, 120, 130]), bars)
    const photo = paintPicture(compositor, 120, 80)
    compositor.draw(stage, photo, { x: -7.3, y: -4.8, width: 130, height: 88 }, OPAQUE)
    drawWipe(compositor, stage, spare, 'left', 0.6)
    drawWipe(compositor, stage, spare, 'down', 0.4)
    drawLeak(compositor, stage, spare, createLeak(compositor, 7), { amount: 200, progress: 0.4 })
    drawVignette(compositor, stage, createVignette(compositor, 90, 50, 0.8))
    drawGrain(compositor, stage.y, createGrain(compositor, 0.7, 90), 240, 3)
    const inside = (x: number, y: number, part: number) =>
      x >= bars.x * part && x < 96 * part && y >= bars.y * part && y < 70 * part
    for (const [plane, value, part] of [
      [frame.y, 77, 1],
      [frame.u, 88, 0.5],
      [frame.v, 99, 0.5],
    ] as const) {
      const outside = samples(compositor, plane).filter(
        (_, index) => !inside(index % plane.width, Math.floor(index / plane.width), part),
      )
      expect(new Set(outside)).toEqual(new Set([value]))
    }
    clear(compositor, stage)
    expect(new Set(samples(compositor, stage.y))).toEqual(new Set([16]))
    expect(samples(compositor, frame.y)[0]).toBe(77)
  })

  it('takes a picture of its size as it is', () => {
    const frame = frameOf(102, 90, [77, 88, 99])
    const stage = regionOf(frame, bars)
    const fill = compositor.createFrame(90, 50)
    compositor.draw(fill, paintPicture(compositor, 90, 50), { x: 0, y: 0, width: 90, height: 50 }, OPAQUE)
    paste(compositor, stage, fill)
    expect(hash(compositor, stage)).toBe(hash(compositor, fill))
    expect(samples(compositor, frame.y)[20 * 102 + 5]).toBe(77)
    expect(samples(compositor, frame.y)[20 * 102 + 96]).toBe(77)
  })

  it('is refused at odd pixels and beyond the frame', () => {
    const frame = compositor.createFrame(100, 50)
    expect(() => regionOf(frame, { x: 1, y: 0, width: 10, height: 10 })).toThrow(RangeError)
    expect(() => regionOf(frame, { x: 92, y: 0, width: 10, height: 10 })).toThrow(RangeError)
    expect(() => regionOf(frame, { x: 0, y: 0, width: 0, height: 10 })).toThrow(RangeError)
  })
})

describe('the vignette', () => {
  it('takes light and colour from the corners, nothing from the middle', () => {
    const frame = frameOf(160, 90, [200, 90, 170])
    drawVignette(compositor, frame, createVignette(compositor, 160, 90, 0.5))
    const luma = samples(compositor, frame.y)
    expect(luma[45 * 160 + 80]).toBe(200)
    const corner = luma[0] ?? NaN
    expect(corner).toBeLessThan(16 + 184 * 0.62)
    expect([luma[159], luma[89 * 160], luma[90 * 160 - 1]]).toEqual([corner, corner, corner])
    const kept = (corner - 16) / (200 - 16)
    expect(Math.abs((samples(compositor, frame.u)[0] ?? NaN) - (128 - 38 * kept))).toBeLessThan(1.5)
    const row = luma.slice(45 * 160 + 80, 46 * 160)
    expect(row).toEqual(row.toSorted((a, b) => b - a))
  })

  it('leaves what is black black', () => {
    const frame = frameOf(64, 64, [16, 128, 128])
    const before = hash(compositor, frame)
    drawVignette(compositor, frame, createVignette(compositor, 64, 64, 1))
    expect(hash(compositor, frame)).toBe(before)
  })
})

describe('grain', () => {
  const grained = (luma: number, amount: number, turn = 1, gain = 256) => {
    const frame = frameOf(400, 300, [luma, 90, 170])
    const grain = createGrain(compositor, amount, 300)
    drawGrain(compositor, frame.y, grain, gain, turn)
    const values = samples(compositor, frame.y)
    expect(new Set(samples(compositor, frame.u))).toEqual(new Set([90]))
    compositor.free(frame)
    compositor.memory.free(grain.block)
    return values
  }

  it('is even noise around the light that was there, as strong as asked', () => {
    for (const amount of [0.2, 0.5, 1]) {
      const { mean, deviation } = statistics(grained(110, amount))
      expect(Math.abs(mean - 110)).toBeLessThan(0.4)
      expect(deviation / (15 * amount)).toBeGreaterThan(0.75)
      expect(deviation / (15 * amount)).toBeLessThan(1.15)
    }
  })

  it('spares black and is weak in white, and keeps the range of video', () => {
    expect(new Set(grained(16, 1)).size).toBeLessThan(30)
    expect(statistics(grained(16, 1)).deviation).toBeLessThan(statistics(grained(110, 1)).deviation / 3)
    const white = grained(235, 1)
    expect(statistics(white).deviation).toBeLessThan(statistics(grained(110, 1)).deviation / 2)
    expect(Math.max(...white)).toBe(235)
    expect(Math.min(...grained(17, 1))).toBeGreaterThanOrEqual(16)
  })

  it('is another one in every picture, and the same one again', () => {
    const [one, again, other] = [4, 4, 5].map((turn) => grained(110, 0.5, turn))
    if (!one || !again || !other) throw new Error()
    expect(Buffer.compare(one, again)).toBe(0)
    const same = one.filter((value, index) => value === other[index]).length / one.length
    expect(same).toBeLessThan(0.1)
  })

  it('has no seam where the noise begins again', () => {
    const frame = frameOf(1280, 640, [110, 128, 128])
    drawGrain(compositor, frame.y, createGrain(compositor, 1, 1080), 256, 9)
    const luma = samples(compositor, frame.y)
    const steps = Array.from({ length: 1279 }, (_, x) => {
      let sum = 0
      for (let y = 0; y < 640; y++) sum += Math.abs((luma[y * 1280 + x] ?? 0) - (luma[y * 1280 + x + 1] ?? 0))
      return sum / 640
    })
    const { mean } = statistics(steps)
    expect(Math.max(...steps) / mean).toBeLessThan(1.25)
  })

  it('comes with the light of the lamp', () => {
    expect(new Set(grained(116, 0, 1, 128))).toEqual(new Set([66]))
    expect(new Set(grained(116, 0, 1, 282))).toEqual(new Set([126]))
    expect(new Set(grained(235, 0, 1, 299))).toEqual(new Set([235]))
  })
})

describe('leaking light', () => {
  it('only ever brightens, warmly, on one side', () => {
    const frame = frameOf(320, 180, [90, 128, 128])
    const spare = compositor.createFrame(320, 180)
    for (const seed of [1, 2, 3, 4]) {
      paintFlat(compositor, frame, [90, 128, 128])
      drawLeak(compositor, frame, spare, createLeak(compositor, seed), { amount: OPAQUE, progress: 0.5 })
      const luma = samples(compositor, frame.y)
      expect(Math.min(...luma)).toBeGreaterThanOrEqual(90)
      expect(Math.max(...luma)).toBeGreaterThan(120)
      expect(luma.filter((value) => value < 96).length / luma.length).toBeGreaterThan(0.2)
      expect(statistics(samples(compositor, frame.v)).mean).toBeGreaterThan(128.5)
      expect(statistics(samples(compositor, frame.u)).mean).toBeLessThan(127.5)
    }
  })

  it('outshines the colours below where it is strong', () => {
    const frame = frameOf(320, 180, [90, 200, 80])
    const spare = compositor.createFrame(320, 180)
    drawLeak(compositor, frame, spare, createLeak(compositor, 3), { amount: OPAQUE, progress: 0.5 })
    const [luma, blue] = [samples(compositor, frame.y), samples(compositor, frame.u)]
    const brightest = luma.indexOf(Math.max(...luma))
    const [x, y] = [(brightest % 320) >> 1, Math.floor(brightest / 320) >> 1]
    expect(blue[y * 160 + x]).toBeLessThan(128)
    expect(Math.max(...blue)).toBe(200)
  })

  it('is no more than nothing at amount 0, and another one for every seed', () => {
    const spare = compositor.createFrame(64, 36)
    const leaked = (seed: number, amount: number) => {
      const frame = frameOf(64, 36, [90, 110, 128])
      drawLeak(compositor, frame, spare, createLeak(compositor, seed), { amount, progress: 0.5 })
      return hash(compositor, frame)
    }
    expect(leaked(1, 0)).toBe(hash(compositor, frameOf(64, 36, [90, 110, 128])))
    expect(new Set([1, 2, 3, 4, 5].map((seed) => leaked(seed, 128))).size).toBe(5)
  })
})

describe('a wipe', () => {
  it.each([
    ['left', [1, 0]],
    ['right', [0, 1]],
    ['up', [1, 0]],
    ['down', [0, 1]],
  ] as const)('moves its soft edge to where it is told: %s', (direction, [newAtEnd, newAtStart]) => {
    const target = frameOf(100, 60, [40, 100, 100])
    drawWipe(compositor, target, frameOf(100, 60, [200, 150, 150]), direction, 0.5)
    const luma = samples(compositor, target.y)
    const line =
      direction === 'left' || direction === 'right'
        ? luma.slice(0, 100)
        : Uint8Array.from({ length: 60 }, (_, y) => luma[y * 100] ?? 0)
    expect(line[0]).toBe(newAtStart ? 200 : 40)
    expect(line.at(-1)).toBe(newAtEnd ? 200 : 40)
    const sorted = line.toSorted((a, b) => (newAtStart ? b - a : a - b))
    expect(line).toEqual(sorted)
    const soft = line.filter((value) => value > 40 && value < 200).length / line.length
    expect(soft).toBeGreaterThan(0.06)
    expect(soft).toBeLessThan(0.2)
  })

  it('begins with all of the old picture and ends with all of the new one', () => {
    const target = paintPictureFrame(1)
    const source = paintPictureFrame(2)
    const before = hash(compositor, target)
    drawWipe(compositor, target, source, 'left', 0)
    expect(hash(compositor, target)).toBe(before)
    drawWipe(compositor, target, source, 'left', 1)
    expect(hash(compositor, target)).toBe(hash(compositor, source))
  })

  function paintPictureFrame(seed: number) {
    const frame = compositor.createFrame(94, 50)
    compositor.draw(
      frame,
      paintPicture(compositor, 94, 50, seed),
      { x: 0, y: 0, width: 94, height: 50 },
      OPAQUE,
    )
    return frame
  }
})
