import { expect, test } from 'vitest'
import { subtitleOf } from './subtitle'

const taken = ['2024-06-19T23:59:59', null, '2024-06-12T00:00:01']

test('a short description stands under the title', () => {
  expect(subtitleOf(' With grandma ', taken)).toBe('With grandma')
})
test('without one, the days of the photos do, as the camera had them', () => {
  expect(subtitleOf('', taken)).toMatch(/^June 12\s–\s19, 2024$/)
  expect(subtitleOf('', ['2024-06-12T08:00:00'])).toBe('June 12, 2024')
})
test('a long description or no dates leave it empty', () => {
  expect(subtitleOf('x'.repeat(81), taken)).toBe('')
  expect(subtitleOf('Two\nlines', taken)).toBe('')
  expect(subtitleOf('', [null])).toBe('')
})
