import { describe, expect, it } from 'vitest'
import { opacityOf, shiftOfNew, shiftOfOld, type Entrance } from './entrances'

const stage = { width: 640, height: 360 }
const at = (kind: Entrance['kind'], direction: Entrance['direction'], progress: number): Entrance => ({
  kind,
  direction,
  progress,
})
const steps = Array.from({ length: 19 }, (_, index) => (index + 1) / 20)

describe('a transition that moves', () => {
  it.each([
    ['left', 640, 0],
    ['right', -640, 0],
    ['up', 0, 360],
    ['down', 0, -360],
  ] as const)('brings the new picture to its place from the other side: %s', (direction, dx, dy) => {
    for (const kind of ['slide', 'push'] as const) {
      const begin = shiftOfNew(at(kind, direction, 0.001), stage)
      expect(begin).toMatchObject({ dx: expect.closeTo(dx), dy: expect.closeTo(dy), scale: 1 })
      expect(shiftOfNew(at(kind, direction, 0.999), stage)).toMatchObject({
        dx: expect.closeTo(0),
        dy: expect.closeTo(0),
      })
    }
  })

  it('goes one way only, by whole even pixels', () => {
    const places = steps.map((progress) => shiftOfNew(at('push', 'left', progress), stage).dx)
    expect(places).toEqual(places.toSorted((a, b) => b - a))
    expect(places.every((place) => place % 2 === 0)).toBe(true)
  })

  it('pushes the old picture out without a gap between them', () => {
    for (const progress of steps) {
      const [old, fresh] = [shiftOfOld, shiftOfNew].map((shift) => shift(at('push', 'up', progress), stage))
      expect((fresh?.dy ?? NaN) - (old?.dy ?? NaN)).toBe(360)
    }
  })

  it('leaves the old picture where it is under a slide, and brings it closer in a zoom', () => {
    expect(shiftOfOld(at('slide', 'left', 0.5), stage)).toEqual({ dx: 0, dy: 0, scale: 1 })
    const scales = steps.map((progress) => shiftOfOld(at('zoom', 'left', progress), stage).scale)
    expect(scales).toEqual(scales.toSorted((a, b) => a - b))
    expect(scales.at(-1)).toBeGreaterThan(1.5)
  })

  it('pulls the strip a little too far and lets it settle, the frame line between its pictures', () => {
    const places = steps.map((progress) => shiftOfNew(at('film_edge', 'up', progress), stage).dy)
    expect(Math.min(...places)).toBeLessThan(-6)
    expect(Math.min(...places)).toBeGreaterThan(-360 * 0.07)
    for (const progress of steps) {
      const entrance = at('film_edge', 'up', progress)
      const gap = shiftOfNew(entrance, stage).dy - shiftOfOld(entrance, stage).dy - 360
      expect(gap).toBeGreaterThan(360 * 0.05)
      expect(gap).toBeLessThan(360 * 0.09)
    }
  })
})

describe('a transition that blends', () => {
  it('goes from nothing to all, and moving ones hide what is below', () => {
    for (const kind of ['dissolve', 'zoom', 'leak'] as const) {
      const opacities = steps.map((progress) => opacityOf(at(kind, 'left', progress)))
      expect(opacities).toEqual(opacities.toSorted((a, b) => a - b))
      expect(opacities[0]).toBeLessThan(10)
      expect(opacities.at(-1)).toBeGreaterThan(250)
    }
    for (const kind of ['slide', 'push', 'wipe', 'film_edge'] as const)
      expect(opacityOf(at(kind, 'left', 0.1))).toBe(256)
  })
})
