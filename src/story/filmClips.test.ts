import { expect, test } from 'vitest'
import { directFilm } from './directFilm'
import { clipAt, filmClips } from './filmClips'

const photos = Array.from({ length: 12 }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  width: 1600,
  height: 1200,
  takenAt: null,
  caption: index % 3 === 0 ? 'A caption of some length' : '',
}))
const film = (durationSeconds: number, count = photos.length) =>
  filmClips(
    directFilm({
      photos: photos.slice(0, count),
      title: 'Lake',
      subtitle: '',
      style: 'classic',
      durationSeconds,
      width: 1280,
      height: 720,
      fps: 30,
    }),
  )

test.each([5, 15, 60, 600])('the clips of a film of %d seconds lie end to end over all of it', (seconds) => {
  const clips = film(seconds)
  expect(clips[0]?.startSeconds).toBe(0)
  expect(clips.at(-1)?.endSeconds).toBe(seconds)
  clips.slice(1).forEach((clip, index) => expect(clip.startSeconds).toBe(clips[index]?.endSeconds))
  for (const { startSeconds, endSeconds } of clips) expect(endSeconds).toBeGreaterThan(startSeconds)
})
test('they keep the order of the photos; with caption a photo stays longer', () => {
  const clips = film(60)
  expect(clips.map(({ photoId }) => photoId)).toEqual(photos.map(({ id }) => id))
  const seconds = clips.map(({ startSeconds, endSeconds }) => endSeconds - startSeconds)
  expect(seconds[3]).toBeGreaterThan(seconds[4] ?? 0)
})
test('a photo can have several clips, and none', () => {
  expect(new Set(film(600, 2).map(({ photoId }) => photoId)).size).toBe(2)
  expect(film(600, 2).length).toBeGreaterThan(2)
  expect(film(5).length).toBeLessThan(12)
})
test('at every moment of the film one clip is on screen, the last one also at the end', () => {
  const clips = film(25)
  expect(clipAt(clips, 0)).toBe(clips[0])
  const cut = clips[4]?.startSeconds ?? 0
  expect(clipAt(clips, cut)).toBe(clips[4])
  expect(clipAt(clips, cut - 0.001)).toBe(clips[3])
  expect(clipAt(clips, 25)).toBe(clips.at(-1))
  expect(clipAt([], 3)).toBeUndefined()
})
