import { describe, expect, it } from 'vitest'
import { WHOLE_STAGE, type Panel } from '@/domain/storyboard'
import { combineShifts, panelRectangle, pictureSize, placePhoto, shiftRectangle } from './placement'

const center = { centerX: 0.5, centerY: 0.5 }
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

describe('the place of a photo', () => {
  const frame = { width: 1920, height: 1080 }

  it('covers the frame without bars and without stretching', () => {
    const at = placePhoto({ width: 4000, height: 3000 }, frame, 'cover', { zoom: 1, ...center })
    expect(at).toEqual({ x: 0, y: -180, width: 1920, height: 1440 })
  })

  it('never leaves the photo, even for a framing at its edge', () => {
    const at = placePhoto({ width: 4000, height: 3000 }, frame, 'cover', {
      zoom: 1.5,
      centerX: 0,
      centerY: 1,
    })
    expect(at.x).toBe(0)
    expect(at.y + at.height).toBeCloseTo(1080)
  })

  it('stands in the middle when it is shown whole', () => {
    const at = placePhoto({ width: 3000, height: 4000 }, frame, 'contain', { zoom: 1, ...center })
    expect(at).toEqual({ x: 555, y: 0, width: 810, height: 1080 })
  })

  it('asks for the pixels that its closest framing shows, never for more than there are', () => {
    const plain: Panel = {
      photoId: crypto.randomUUID(),
      area: WHOLE_STAGE,
      fit: 'cover',
      from: { zoom: 1, ...center },
      to: { zoom: 1.2, ...center },
    }
    expect(pictureSize({ width: 4000, height: 3000 }, frame, plain)).toEqual({ width: 2304, height: 1728 })
    expect(pictureSize({ width: 1000, height: 700 }, frame, plain)).toEqual({ width: 1000, height: 700 })
    const far = { ...plain, to: { zoom: 4, ...center } }
    expect(pictureSize({ width: 8000, height: 4500 }, frame, far).width).toBe(Math.ceil(1920 * 1.9))
  })
})
