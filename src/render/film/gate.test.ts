import { describe, expect, it } from 'vitest'
import { cameraPicture, lampAt, weaveAt } from './gate'

const stage = { width: 1920, height: 1080 }
const frames = Array.from({ length: 300 }, (_, index) => index)

describe('an old camera', () => {
  it('weaves around the middle, never further than it may, and never shows an edge', () => {
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1920],
      [1080, 1080],
    ] as const) {
      const places = frames.map((frame) => weaveAt({ jitter: 0.004 }, frame, 30, { width, height }))
      for (const { dx, dy, scale } of places) {
        expect(Math.abs(dy)).toBeLessThanOrEqual(0.004 * height)
        expect(Math.abs(dx)).toBeLessThanOrEqual(((scale - 1) / 2) * width)
        expect(Math.abs(dy)).toBeLessThanOrEqual(((scale - 1) / 2) * height)
      }
      expect(Math.abs(places.reduce((sum, { dy }) => sum + dy, 0) / 300)).toBeLessThan(1)
      expect(new Set(places.map(({ dy }) => dy)).size).toBeGreaterThan(250)
    }
  })

  it('weaves by the same part of the picture at every size', () => {
    const [large, small] = [1920, 960].map((width) =>
      weaveAt({ jitter: 0.004 }, 77, 30, { width, height: (width * 9) / 16 }),
    )
    expect((small?.dy ?? NaN) * 2).toBeCloseTo(large?.dy ?? NaN)
    expect(small?.scale).toBe(large?.scale)
  })

  it('flickers around its light, more with more flicker', () => {
    const swing = (flicker: number) => {
      const lights = frames.map((frame) => lampAt({ flicker }, frame, 24))
      expect(Math.abs(lights.reduce((sum, light) => sum + light, 0) / 300 - 256)).toBeLessThan(3)
      return Math.max(...lights) - Math.min(...lights)
    }
    expect(swing(0)).toBe(0)
    expect(swing(0.3)).toBeGreaterThan(4)
    expect(swing(1)).toBeGreaterThan(swing(0.3) * 2)
    expect(swing(1)).toBeLessThan(60)
  })

  it('stands still without jitter', () => {
    expect(weaveAt({ jitter: 0 }, 5, 30, stage)).toEqual({ dx: 0, dy: 0, scale: 1 })
  })

  it('takes no more than thirty pictures a second', () => {
    for (const [fps, each] of [
      [60, 4],
      [30, 2],
      [24, 2],
      [15, 1],
    ] as const) {
      expect(frames.map((frame) => cameraPicture(frame, fps))).toEqual(
        frames.map((frame) => Math.floor(frame / each)),
      )
    }
  })
})
