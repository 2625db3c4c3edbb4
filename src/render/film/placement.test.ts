import { describe, expect, it } from 'vitest'
import { combineShifts, panelRectangle, shiftRectangle } from './placement'

const stage = { width: 1278, height: 536 }

describe('panels', () => {
  it('that touch go on to touch, at even pixels, and fill the stage together', () => {
    for (const parts of [
      [0.5, 0.5],
      [1 / 3, 1 / 3, 1 / 3],
      [0.21, 0.79],
    ]) {
      let x = 0
      const places = parts.map((width) => {
        const place = panelRectangle({ x, y: 0, width, height: 1 }, stage)
        x += width
        return place
      })
      expect(places.every((place) => place.x % 2 === 0 && place.width % 2 === 0)).toBe(true)
      places.slice(1).forEach((place, index) => {
        const before = places[index]
        expect(place.x).toBe((before?.x ?? NaN) + (before?.width ?? NaN))
      })
      expect(places.reduce((sum, { width }) => sum + width, 0)).toBe(1278)
      expect(places.every(({ height }) => height === 536)).toBe(true)
    }
  })
})

describe('a stage that moves', () => {
  it('takes everything on it along', () => {
    const middle = { x: 639, y: 268, width: 100, height: 50 }
    expect(shiftRectangle(middle, stage, { dx: -20, dy: 8, scale: 1 })).toEqual({
      x: 619,
      y: 276,
      width: 100,
      height: 50,
    })
    expect(shiftRectangle(middle, stage, { dx: 0, dy: 0, scale: 1.5 })).toEqual({
      x: 639,
      y: 268,
      width: 150,
      height: 75,
    })
  })

  it('moves by one shift and then the other', () => {
    const [one, other] = [
      { dx: 12, dy: -6, scale: 1.2 },
      { dx: -3.5, dy: 2, scale: 1.01 },
    ]
    const box = { x: 40, y: 60, width: 200, height: 90 }
    const together = shiftRectangle(box, stage, combineShifts(one, other))
    const each = shiftRectangle(shiftRectangle(box, stage, one), stage, other)
    for (const key of ['x', 'y', 'width', 'height'] as const) expect(together[key]).toBeCloseTo(each[key])
  })
})
