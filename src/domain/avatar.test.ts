import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFraming, settled, squareOf } from './avatar'

const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
})
const any = fc.double({ min: -3, max: 9, noNaN: true })
const framing = fc.record({ x: any, y: any, zoom: any })

test('whatever is asked for, the square is inside the picture and not smaller than a quarter of its shorter side', () => {
  fc.assert(
    fc.property(size, framing, (picture, asked) => {
      const { left, top, edge } = squareOf(picture, asked)
      const shorter = Math.min(picture.width, picture.height)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(left + edge).toBeLessThanOrEqual(picture.width + 1e-6)
      expect(top + edge).toBeLessThanOrEqual(picture.height + 1e-6)
      expect(edge).toBeGreaterThanOrEqual(shorter / 4 - 1e-6)
      expect(edge).toBeLessThanOrEqual(shorter)
    }),
  )
})

test('settled shows the same, and settles once', () => {
  fc.assert(
    fc.property(size, framing, (picture, asked) => {
      const once = settled(picture, asked)
      const [before, after] = [squareOf(picture, asked), squareOf(picture, once)]
      expect(after.left).toBeCloseTo(before.left, 3)
      expect(after.top).toBeCloseTo(before.top, 3)
      expect(after.edge).toBeCloseTo(before.edge, 3)
      const twice = settled(picture, once)
      expect(twice.x).toBeCloseTo(once.x, 6)
      expect(twice.y).toBeCloseTo(once.y, 6)
    }),
  )
})

const LANDSCAPE = { width: 4000, height: 3000 }

test('at first it is the largest face, with room around it', () => {
  const small = { x: 0.05, y: 0.05, width: 0.05, height: 0.05 }
  const large = { x: 0.6, y: 0.4, width: 0.15, height: 0.2 }
  const { left, top, edge } = squareOf(
    LANDSCAPE,
    firstFraming(LANDSCAPE, { faces: [small, large], focus: null }),
  )
  expect(left + edge / 2).toBeCloseTo(0.675 * 4000)
  expect(top + edge / 2).toBeCloseTo(0.5 * 3000)
  expect(edge).toBeCloseTo(600 * 2.2)
})

test('a face at the edge is as near to the middle as the picture allows', () => {
  const face = { x: 0, y: 0, width: 0.2, height: 0.2 }
  const { left, top } = squareOf(LANDSCAPE, firstFraming(LANDSCAPE, { faces: [face], focus: null }))
  expect(left).toBeCloseTo(0)
  expect(top).toBeCloseTo(0)
})

test('without a face it is what draws the eye, else the middle, as large as can be', () => {
  const focus = { x: 0.5, y: 0, width: 0.5, height: 1 }
  expect(squareOf(LANDSCAPE, firstFraming(LANDSCAPE, { faces: [], focus }))).toEqual({
    left: 1000,
    top: 0,
    edge: 3000,
  })
  expect(squareOf(LANDSCAPE, firstFraming(LANDSCAPE, null))).toEqual({ left: 500, top: 0, edge: 3000 })
})
