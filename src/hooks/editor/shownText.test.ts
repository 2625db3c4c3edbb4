import { expect, test } from 'vitest'
import { shownText } from './shownText'

test('an unsaved change of mine is shown, whatever the others type or the server says', () => {
  expect(shownText({ raw: 'mine' }, 'theirs', 'saved')).toEqual({ text: 'mine', whose: 'mine' })
  expect(shownText({ raw: '' }, undefined, 'saved')).toEqual({ text: '', whose: 'mine' })
})
test('without one, what somebody else types is shown before it is saved', () => {
  expect(shownText(undefined, 'theirs', 'saved')).toEqual({ text: 'theirs', whose: 'theirs' })
  expect(shownText(undefined, '', 'saved')).toEqual({ text: '', whose: 'theirs' })
})
test('nobody typing, the server is shown', () => {
  expect(shownText(undefined, undefined, 'saved')).toEqual({ text: 'saved', whose: 'saved' })
  expect(shownText(undefined, 'saved', 'saved')).toEqual({ text: 'saved', whose: 'saved' })
})
