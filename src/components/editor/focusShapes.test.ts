import fc from 'fast-check'
import { expect, test } from 'vitest'
import { focusSchema, isPoint } from '@/domain/direction'
import { closeIn, drawnBetween, holdsPoint, movedBy } from './focusShapes'

const part = fc.double({ min: 0, max: 1, noNaN: true })
const spot = fc.record({ x: part, y: part })

test('a click is a point, a drag a part, whichever way it was drawn', () => {
  expect(drawnBetween({ x: 0.5, y: 0.4 }, { x: 0.51, y: 0.41 })).toEqual({
    x: 0.5,
    y: 0.4,
    width: 0,
    height: 0,
  })
  const drawn = { x: 0.2, y: 0.3, width: 0.4, height: 0.5 }
  expect(drawnBetween({ x: 0.2, y: 0.3 }, { x: 0.6, y: 0.8 })).toEqual(drawn)
  expect(drawnBetween({ x: 0.6, y: 0.8 }, { x: 0.2, y: 0.3 })).toEqual(drawn)
})

test('whatever hand and keys do, it stays on the photo', () => {
  fc.assert(
    fc.property(
      spot,
      spot,
      fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.boolean()), { maxLength: 12 }),
      (from, to, steps) => {
        let focus = drawnBetween(from, to)
        for (const [by, isMove] of steps) focus = isMove ? movedBy(focus, by, -by) : closeIn(focus, by)
        expect(focusSchema.safeParse(focus).success).toBe(true)
        expect(focus.x + focus.width).toBeLessThanOrEqual(1.001)
        expect(focus.y + focus.height).toBeLessThanOrEqual(1.001)
      },
    ),
  )
})

test('closer makes a part of a point, and further away in the end a point of a part', () => {
  const point = { x: 0.5, y: 0.5, width: 0, height: 0 }
  const near = closeIn(point, 0.04)
  expect(near).toEqual({ x: 0.2, y: 0.2, width: 0.6, height: 0.6 })
  expect(closeIn(near, 0.04).width).toBeCloseTo(0.56)
  let wide = near
  for (let n = 0; n < 20; n++) wide = closeIn(wide, -0.04)
  expect(isPoint(wide)).toBe(true)
  expect(closeIn(point, -0.04)).toEqual(point)
})

test('a hand has a point also a little beside it, and a part inside it', () => {
  const point = { x: 0.5, y: 0.5, width: 0, height: 0 }
  expect(holdsPoint(point, { x: 0.54, y: 0.46 })).toBe(true)
  expect(holdsPoint(point, { x: 0.7, y: 0.5 })).toBe(false)
  expect(holdsPoint({ x: 0.1, y: 0.1, width: 0.5, height: 0.5 }, { x: 0.5, y: 0.2 })).toBe(true)
})
