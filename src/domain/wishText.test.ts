import { expect, test } from 'vitest'
import { isCaption, readWish, wishText } from './wishText'
import { WISH_FIELDS } from './wishes'

const wishes = {
  title: 'Lake ',
  description: '',
  style: 'vintage',
  durationSeconds: 90,
  aspectRatio: '4:5',
  music: { kind: 'score', mood: 'wide', seed: 7 },
} as const

test.each(WISH_FIELDS)('the characters of %s stand for what they were made of', (field) => {
  expect(readWish(field, wishText(wishes, field))).toEqual({ [field]: wishes[field] })
})
test.each([
  ['title', '   '],
  ['title', 'x'.repeat(121)],
  ['description', 'x'.repeat(2001)],
  ['style', 'baroque'],
  ['durationSeconds', ''],
  ['durationSeconds', '4'],
  ['durationSeconds', '1801'],
  ['durationSeconds', '1e2'],
  ['durationSeconds', '12.5'],
  ['aspectRatio', '3:2'],
  ['music', 'score:gloomy:7'],
  ['music', 'score:wide:'],
  ['music', 'track:mine'],
  ['music', ''],
] as const)('%s cannot be "%s"', (field, text) => {
  expect(readWish(field, text)).toBeNull()
})
test('a caption has at most 200 characters and may be empty', () => {
  expect([isCaption(''), isCaption('x'.repeat(200)), isCaption('x'.repeat(201))]).toEqual([true, true, false])
})
