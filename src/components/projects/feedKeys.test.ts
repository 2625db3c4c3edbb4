import { expect, test } from 'vitest'
import { nextPlace } from './feedKeys'
import { copyTitle } from './useProjectActions'

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 7, 7],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 7],
  ['ArrowDown', 6, 6],
  ['ArrowUp', 1, 1],
  ['ArrowUp', 7, 4],
  ['Home', 5, 0],
  ['End', 2, 7],
  ['a', 2, null],
])('of eight projects in three columns %s leads from %i to %s', (key, from, to) => {
  expect(nextPlace(key, from, 3, 8)).toBe(to)
})

test('the title of a copy says that it is one and is never too long', () => {
  expect(copyTitle('Lake')).toBe('Lake (copy)')
  expect(copyTitle('x'.repeat(120))).toBe(`${'x'.repeat(113)} (copy)`)
})
