import { describe, expect, it } from 'vitest'
import { differenceHash } from './differenceHash'
import { exposureOf } from './exposure'
import { meansOf, type Grey } from './pictureCopy'
import { sharpnessOf } from './sharpness'

/** A picture whose pixel at (x, y) is `paint(x, y)`, 0..255. */
function grey(width: number, height: number, paint: (x: number, y: number) => number): Grey {
  const values = Float32Array.from({ length: width * height }, (_, i) =>
    paint(i % width, Math.floor(i / width)),
  )
  return { width, height, values }
}

/** Numbers that look random and are the same every time: −1..1. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 30 - 1
  }
}

/** Slanted stripes whose edges take `softness` pixels from dark to light. */
const stripes = (softness: number, low = 40, high = 210) =>
  grey(256, 192, (x, y) => {
    const edge = Math.sin((x + 0.4 * y) / 9) * 9
    return low + (high - low) * Math.min(Math.max(0.5 + edge / softness, 0), 1)
  })

describe('the means of parts', () => {
  it('count every pixel once, also where parts end inside pixels', () => {
    expect([
      ...meansOf(
        grey(4, 2, (x) => x),
        2,
        1,
      ),
    ]).toEqual([0.5, 2.5])
    const thirds = meansOf(
      grey(4, 1, (x) => 12 * x),
      3,
      1,
    )
    expect([...thirds].map(Math.round)).toEqual([3, 18, 33])
  })
})

describe('exposure', () => {
  it('is the mean brightness, and the part that is black or white', () => {
    expect(exposureOf(grey(10, 10, () => 51))).toEqual({ brightness: 0.2, clipped: 0 })
    expect(exposureOf(grey(10, 10, (x) => (x < 3 ? 0 : x < 5 ? 255 : 102)))).toMatchObject({ clipped: 0.5 })
  })
})

describe('sharpness', () => {
  it('falls as edges soften', () => {
    const [crisp, soft, blurred] = [1, 6, 14].map((softness) => sharpnessOf(stripes(softness)))
    expect(crisp).toBeGreaterThan(0.6)
    expect(soft).toBeLessThan(Number(crisp) - 0.2)
    expect(blurred).toBeLessThan(Number(soft) - 0.1)
  })

  it('is about edges, not about contrast', () => {
    expect(sharpnessOf(stripes(4, 100, 150))).toBeCloseTo(sharpnessOf(stripes(4, 20, 240)), 1)
  })

  it('does not take noise for detail', () => {
    const random = noise(1)
    const { values, ...size } = stripes(12)
    const noisy = { ...size, values: values.map((value) => value + 8 * random()) }
    expect(sharpnessOf(noisy) - sharpnessOf(stripes(12))).toBeLessThan(0.15)
  })

  it('of a sharp subject before a blurred background is that of the subject', () => {
    const [sharp, blurred] = [stripes(1), stripes(14)]
    const subject = grey(256, 192, (x, y) => (x < 128 ? sharp : blurred).values[y * 256 + x] ?? 0)
    expect(sharpnessOf(subject)).toBeGreaterThan(sharpnessOf(sharp) - 0.1)
  })

  it('of a flat or tiny picture is none', () => {
    expect(sharpnessOf(grey(200, 200, () => 90))).toBe(0)
    expect(sharpnessOf(grey(5, 5, (x) => 50 * x))).toBe(0)
  })
})

describe('the difference hash', () => {
  const hills = (lift: number, shift = 0) =>
    grey(320, 240, (x, y) => lift + 60 * Math.sin((x + shift) / 37) + 40 * Math.cos((y - x / 3) / 23))
  const distance = (a: string, b: string): number =>
    (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length

  it('has 64 bits', () => {
    expect(differenceHash(hills(100))).toMatch(/^[0-9a-f]{16}$/)
    expect(differenceHash(grey(90, 80, (x) => x))).toBe('f'.repeat(16))
    expect(differenceHash(grey(90, 80, (x) => -x))).toBe('0'.repeat(16))
  })

  it('stays nearly the same when the light, the size or the frame changes a little', () => {
    const hash = differenceHash(hills(100))
    expect(distance(hash, differenceHash(hills(130)))).toBe(0)
    const { values } = hills(100)
    const half = grey(160, 120, (x, y) => values[2 * y * 320 + 2 * x] ?? 0)
    expect(distance(hash, differenceHash(half))).toBeLessThanOrEqual(3)
    expect(distance(hash, differenceHash(hills(100, 4)))).toBeLessThanOrEqual(9)
  })

  it('is another one for another motif', () => {
    const other = grey(320, 240, (x, y) => 128 + 90 * Math.sin(y / 17) * Math.cos(x / 61))
    expect(distance(differenceHash(hills(100)), differenceHash(other))).toBeGreaterThanOrEqual(15)
  })
})
