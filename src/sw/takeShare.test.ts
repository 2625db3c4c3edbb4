import { expect, test } from 'vitest'
import { isStale, SHARE_MAX_AGE_MS, SHARE_MAX_BYTES, SHARE_MAX_PHOTOS } from '@/domain/sharedPhotos'
import { withinBounds } from './takeShare'

const photo = (name: string, size = 1) => ({ name, size })

test('as many photos are taken as there is room for; the others are named', () => {
  const many = Array.from({ length: SHARE_MAX_PHOTOS + 2 }, (_, n) => photo(`${n}.jpg`))
  const { taken, leftOut } = withinBounds(many)
  expect(taken).toHaveLength(SHARE_MAX_PHOTOS)
  expect(leftOut).toEqual([`${SHARE_MAX_PHOTOS}.jpg`, `${SHARE_MAX_PHOTOS + 1}.jpg`])
})

test('one that is too large leaves room for those behind it', () => {
  const { taken, leftOut } = withinBounds([photo('a'), photo('huge', SHARE_MAX_BYTES), photo('b')])
  expect(taken.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(leftOut).toEqual(['huge'])
})

test('shared photos wait for an hour, by a clock that runs forwards', () => {
  const at = 1_800_000_000_000
  expect(isStale(at, at + SHARE_MAX_AGE_MS)).toBe(false)
  expect(isStale(at, at + SHARE_MAX_AGE_MS + 1)).toBe(true)
  expect(isStale(at, at - SHARE_MAX_AGE_MS - 1)).toBe(true)
})
