import { expect, it } from 'vitest'
import { directFilm } from '../directFilm'
import type { DirectedPhoto } from '../filmWishes'
import { analysisOf, face, photoOf, uuid } from '../testing/madePhotos'

/** The reasons of the film's first shot, each with the photo it is about. */
function firstReasons(photos: DirectedPhoto[]) {
  const film = directFilm({
    photos,
    title: '',
    subtitle: '',
    style: 'classic',
    durationSeconds: 8,
    width: 1920,
    height: 1080,
    fps: 30,
  })
  const [shot] = film.shots
  return {
    shown: shot?.panels.map(({ photoId }) => photoId),
    reasons: shot?.reasons.map(({ code, values }) => [code, values.of]),
  }
}

it('says of photos that share the stage which of them a reason is about, and of which of all nothing', () => {
  const analysis = analysisOf({ faces: [face(0.4, 0.3, 0.2)] })
  const upright = Array.from({ length: 4 }, (_, index) => photoOf(index, { width: 3000, height: 4000 }))
  const photos = upright.map((photo, index): DirectedPhoto =>
    index === 1 ? { ...photo, analysis, choice: 'keep' } : photo,
  )
  const { shown, reasons } = firstReasons(photos)
  expect(shown).toEqual([uuid(0), uuid(1)])
  expect(reasons).toEqual([
    ['opens_film', undefined],
    ['paired', undefined],
    ['kept_by_you', uuid(1)],
    [expect.stringMatching(/^(starts|ends)_on_faces$/), uuid(1)],
  ])
})

it('says whose caption is read', () => {
  expect(firstReasons([photoOf(0, { caption: 'The river' })]).reasons).toEqual([
    ['opens_film', undefined],
    ['time_to_read', uuid(0)],
  ])
})
