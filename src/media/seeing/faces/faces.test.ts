import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCandidates } from './blazeface'
import { boxOf, withoutRepeats } from './faceBoxes'
import { pointInPicture } from './pictureArea'
import { tilesOf } from './tiles'

describe('the tiles in which faces are looked for', () => {
  const size = fc.record({
    width: fc.integer({ min: 40, max: 1600 }),
    height: fc.integer({ min: 40, max: 1600 }),
  })

  it('show every face of a twentieth to a third of a tile whole, wherever it is', () => {
    fc.assert(
      fc.property(
        size,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (picture, x, y) => {
          const tiles = tilesOf(picture)
          for (const edge of new Set(tiles.map((tile) => tile.edge))) {
            const face = 0.29 * Math.min(edge, picture.width, picture.height)
            const [left, top] = [x * (picture.width - face), y * (picture.height - face)]
            const whole = tiles.some(
              (tile) =>
                tile.edge === edge &&
                Math.abs(left + face / 2 - tile.centerX) <= (edge - face) / 2 + 1e-6 &&
                Math.abs(top + face / 2 - tile.centerY) <= (edge - face) / 2 + 1e-6,
            )
            expect(whole).toBe(true)
          }
        },
      ),
    )
  })

  it('are never many', () => {
    fc.assert(fc.property(size, (picture) => tilesOf(picture).length <= 50))
    expect(tilesOf({ width: 1600, height: 1200 })).toHaveLength(13)
  })
})

describe('what the detector answers', () => {
  /** Answers that see nothing but one face, guessed by one place. */
  function answers(grid: 0 | 1, guess: number, values: number[]): Float32Array[] {
    const outputs = [512, 384].flatMap((count) => [
      new Float32Array(count).fill(-9),
      new Float32Array(16 * count),
    ])
    outputs[2 * grid]?.fill(9, guess, guess + 1)
    outputs[2 * grid + 1]?.set(values, 16 * guess)
    return outputs
  }

  it('is read from the place that guesses', () => {
    // Row 2, column 3 of 16, and row 5, column 1 of 8.
    const fine = answers(0, 2 * (2 * 16 + 3), [8, -4, 64, 60, -10, 0, 10, 0])
    expect(readCandidates(fine, 0.5)).toEqual([
      { centerX: 64 / 256, centerY: 36 / 256, edge: 64 / 256, score: expect.closeTo(1, 2), angle: 0 },
    ])
    const coarse = answers(1, 6 * (5 * 8 + 1) + 4, [0, 0, 128, 128, 0, 10, 0, -10])
    expect(readCandidates(coarse, 0.5)).toEqual([
      { centerX: 48 / 256, centerY: 176 / 256, edge: 0.5, score: expect.closeTo(1, 2), angle: -Math.PI / 2 },
    ])
  })

  it('is nothing below the threshold', () => {
    expect(readCandidates(answers(0, 0, []), 0.99999)).toEqual([])
  })
})

describe('boxes', () => {
  const face = (left: number, top: number, edge: number, score: number) => ({
    left,
    top,
    right: left + edge,
    bottom: top + edge,
    score,
  })

  it('of the same face become the surest one', () => {
    const [vague, sure, beside] = [face(10, 10, 40, 0.7), face(14, 12, 44, 0.9), face(80, 10, 40, 0.6)]
    expect(withoutRepeats([vague, sure, beside])).toEqual([sure, beside])
  })

  it('reach around the head, and not beyond the photo', () => {
    const box = boxOf(face(100, 100, 100, 0.8), { width: 400, height: 400 })
    expect(box.y * 400).toBeCloseTo(70)
    expect((box.x + box.width) * 400).toBeCloseTo(212)
    expect((box.y + box.height) * 400).toBeCloseTo(208)
    expect(boxOf(face(-20, 350, 100, 0.8), { width: 400, height: 400 })).toMatchObject({ x: 0 })
    expect(boxOf(face(350, 350, 100, 0.8), { width: 400, height: 400 })).toMatchObject({
      width: expect.closeTo(1 - 338 / 400),
      height: expect.closeTo(1 - 320 / 400),
    })
  })

  it('of a turned part lie where they are in the picture', () => {
    const quarter = { centerX: 50, centerY: 80, edge: 40, angle: Math.PI / 2 }
    const { x, y } = pointInPicture(quarter, 1, 0.5)
    expect([x, y].map(Math.round)).toEqual([50, 100])
  })
})
