import { expect, test } from 'vitest'
import { UNDIRECTED } from '@/domain/direction'
import { directFilm } from './directFilm'
import { filmShots, shotAt } from './filmShots'
import { photoOf, uuid } from './testing/madePhotos'

const photos = Array.from({ length: 12 }, (_, index) =>
  photoOf(index, { width: 1600, height: 1200, caption: index % 3 === 0 ? 'A caption of some length' : '' }),
)
const film = (durationSeconds: number, shown = photos) =>
  filmShots(
    directFilm({
      photos: shown,
      title: 'Lake',
      subtitle: '',
      style: 'classic',
      durationSeconds,
      width: 1280,
      height: 720,
      fps: 30,
    }),
  )

test.each([5, 15, 60, 600])('the shots of a film of %d seconds lie end to end over all of it', (seconds) => {
  const shots = film(seconds)
  expect(shots[0]?.startSeconds).toBe(0)
  expect(shots.at(-1)?.endSeconds).toBe(seconds)
  shots.slice(1).forEach((shot, index) => expect(shot.startSeconds).toBe(shots[index]?.endSeconds))
  for (const { startSeconds, endSeconds } of shots) expect(endSeconds).toBeGreaterThan(startSeconds)
})
test('they keep the order of the photos; with a caption a photo stays longer', () => {
  const shots = film(60)
  expect(shots.flatMap(({ photoIds }) => photoIds)).toEqual(photos.map(({ id }) => id))
  const seconds = shots.map(({ startSeconds, endSeconds }) => endSeconds - startSeconds)
  expect(seconds[3]).toBeGreaterThan(seconds[4] ?? 0)
})
test('what comes round again says so', () => {
  const shots = film(600, photos.slice(0, 2))
  expect(shots.slice(0, 2).some(({ isAgain }) => isAgain)).toBe(false)
  expect(shots.length).toBeGreaterThan(2)
  expect(shots.slice(2).every(({ isAgain }) => isAgain)).toBe(true)
})
test('a title card is a shot with its words, and its photo comes first after it', () => {
  const card = { text: 'The sea', subtitle: 'in June', seconds: 3, side: 'before' as const }
  const titled = photos.map((photo, index) =>
    index === 4 ? { ...photo, direction: { ...UNDIRECTED, card } } : photo,
  )
  const shots = film(60, titled)
  const at = shots.findIndex((shot) => shot.card !== null)
  expect(shots[at]).toMatchObject({ card: { text: 'The sea', subtitle: 'in June' }, photoIds: [uuid(4)] })
  expect((shots[at]?.endSeconds ?? 0) - (shots[at]?.startSeconds ?? 0)).toBe(3)
  expect(shots[at + 1]).toMatchObject({ card: null, photoIds: [uuid(4)], isAgain: false })
})
test('at every moment of the film one shot is on screen, the last one also at the end', () => {
  const shots = film(25)
  expect(shotAt(shots, 0)).toBe(shots[0])
  const cut = shots[4]?.startSeconds ?? 0
  expect(shotAt(shots, cut)).toBe(shots[4])
  expect(shotAt(shots, cut - 0.001)).toBe(shots[3])
  expect(shotAt(shots, 25)).toBe(shots.at(-1))
  expect(shotAt([], 3)).toBeUndefined()
})
