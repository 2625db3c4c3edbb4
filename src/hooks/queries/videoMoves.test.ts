import { expect, test } from 'vitest'
import { inLine, type VideoStatus } from '@/domain/video'
import { placesAfter } from './videoMoves'

const at = (second: number, id: string, status: VideoStatus = 'queued') => ({
  id,
  status,
  queuedAt: `2025-11-23T10:00:0${second}+00:00`,
})
const line = [at(1, 'a'), at(2, 'b'), at(3, 'c')]

const orderAfter = (videoId: string, beforeId: string | null) => {
  const places = placesAfter(line, { videoId, beforeId })
  return inLine(line.map((video) => ({ ...video, queuedAt: places.get(video.id) ?? video.queuedAt })))
    .map(({ id }) => id)
    .join('')
}

test.each([
  ['c', 'a', 'cab'],
  ['a', null, 'bca'],
  ['a', 'c', 'bac'],
  ['b', 'c', 'abc'],
  ['c', null, 'abc'],
])('%s before %s: %s', (videoId, beforeId, order) => {
  expect(orderAfter(videoId, beforeId)).toBe(order)
})

test('only the places there are change hands, so that a film which is asked for later comes last', () => {
  const places = [...placesAfter(line, { videoId: 'c', beforeId: 'a' }).values()]
  expect(places.toSorted()).toEqual(line.map(({ queuedAt }) => queuedAt))
})

test('what is not in the line moves nothing, and nothing is moved before it', () => {
  expect(placesAfter(line, { videoId: 'x', beforeId: 'a' }).size).toBe(0)
  expect(placesAfter(line, { videoId: 'a', beforeId: 'x' }).size).toBe(0)
})

test('the line has what waits, first made first, to the microsecond', () => {
  const early = { ...at(1, 'z'), queuedAt: '2025-11-23T10:00:00.000001+00:00' }
  const later = { ...at(1, 'y'), queuedAt: '2025-11-23T10:00:00.000002+00:00' }
  const made = at(0, 'm', 'processing')
  expect(inLine([...line, later, made, early]).map(({ id }) => id)).toEqual(['z', 'y', 'a', 'b', 'c'])
})
