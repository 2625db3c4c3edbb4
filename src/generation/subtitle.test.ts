import { expect, test } from 'vitest'
import { subtitleOf } from './subtitle'

const english = (description: string, takenAt: readonly (string | null)[]) =>
  subtitleOf(description, takenAt, 'en')

const taken = ['2024-06-19T23:59:59', null, '2024-06-12T00:00:01']

test('a short description stands under the title', () => {
  expect(english(' With grandma ', taken)).toBe('With grandma')
})
test('without one, the days of the photos do, as the camera had them', () => {
  expect(english('', taken)).toMatch(/^June 12\s–\s19, 2024$/)
  expect(english('', ['2024-06-12T08:00:00'])).toBe('June 12, 2024')
})
test('a long description or no dates leave it empty', () => {
  expect(english('x'.repeat(81), taken)).toBe('')
  expect(english('Two\nlines', taken)).toBe('')
  expect(english('', [null])).toBe('')
})
test('the days are written in the language of the film', () => {
  expect(subtitleOf('', ['2024-06-12T08:00:00'], 'de')).toBe('12. Juni 2024')
  expect(subtitleOf('', taken, 'ja')).toBe('2024/06/12～2024/06/19')
})
