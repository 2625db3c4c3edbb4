import { describe, expect, it } from 'vitest'
import type { Overlay } from '@/domain/storyboard'
import { directFilm } from './directFilm'
import type { DirectedPhoto, FilmWishes } from './filmWishes'
import { readingSeconds } from './timing/pace'
import { analysisOf, clock, face, photoOf, townOf } from './testing/madePhotos'
import { storyboardFaults } from './testing/storyboardFaults'

const DAY = 86_400
/** Two days in Bovec and Piran, so many photos each. */
const weekend = (count: number, changes: (index: number) => Partial<DirectedPhoto> = () => ({})) =>
  Array.from({ length: 2 * count }, (_, index) => {
    const town = index < count ? townOf(1, 'Bovec', 46.3) : townOf(2, 'Piran', 45.5)
    const takenAt = clock((index < count ? 0 : DAY) + index * 300)
    return photoOf(index, { takenAt, analysis: analysisOf({ town }), ...changes(index) })
  })
const wishes = (changes: Partial<FilmWishes>): FilmWishes => ({
  photos: weekend(8),
  title: 'Slovenia',
  subtitle: '',
  style: 'classic',
  durationSeconds: 70,
  width: 1920,
  height: 1080,
  fps: 30,
  ...changes,
})
const seconds = ({ startFrame, endFrame }: Overlay) => (endFrame - startFrame) / 30
const only = (overlays: readonly Overlay[], kind: Overlay['kind']) =>
  overlays.filter((overlay) => overlay.kind === kind)

describe('the chapters of a film', () => {
  it('begin with a shot, have a card over it after the film’s title, and a swell of the music', () => {
    const film = directFilm(wishes({ music: { kind: 'score', mood: 'warm', seed: 3 } }))
    const [first, second] = film.chapters
    expect([first?.title, second?.title]).toEqual(['Bovec', 'Piran'])
    expect(first?.startFrame).toBe(0)
    const opening = film.shots.find(({ reasons }) => reasons.some(({ code }) => code === 'opens_chapter'))
    expect(opening?.panels[0]?.photoId).toBe(wishes({}).photos[8]?.id)
    expect(second?.startFrame).toBeGreaterThanOrEqual(opening?.startFrame ?? NaN)
    expect(second?.startFrame).toBeLessThan(
      (opening?.startFrame ?? NaN) + (opening?.transition.frames ?? NaN),
    )
    const [title] = only(film.overlays, 'title')
    const cards = only(film.overlays, 'chapter')
    expect(cards.map(({ text }) => text)).toEqual(['Bovec', 'Piran'])
    expect(cards[0]?.startFrame).toBeGreaterThan(title?.endFrame ?? NaN)
    expect(cards[1]?.startFrame).toBe((opening?.startFrame ?? 0) + (opening?.transition.frames ?? 0))
    for (const card of cards) expect(seconds(card)).toBeCloseTo(3, 1)
    expect(film.soundtrack).toMatchObject({ swellFrames: [second?.startFrame] })
  })

  it('are not told where the film is too short, or one place and day', () => {
    expect(directFilm(wishes({ durationSeconds: 12 })).chapters).toEqual([])
    expect(directFilm(wishes({ photos: weekend(8).slice(0, 8) })).chapters).toEqual([])
  })
})

describe('the captions of a film', () => {
  const caption = 'The long way down to the river'
  const captioned = weekend(8, (index) => ({ caption: index % 3 ? '' : `${caption} ${index}` }))

  it('stay as long as it takes to read them, in every style, with a title and chapters before them', () => {
    for (const style of ['classic', 'modern', 'cinematic', 'vintage'] as const) {
      const asked = wishes({
        photos: captioned,
        style,
        durationSeconds: 120,
        music: { kind: 'score', mood: 'auto', seed: 1 },
      })
      const film = directFilm(asked)
      expect(storyboardFaults(film, asked)).toEqual([])
      const shown = only(film.overlays, 'caption')
      expect(shown).toHaveLength(6)
      for (const one of shown) expect(seconds(one)).toBeGreaterThanOrEqual(readingSeconds(one.text) - 0.05)
      const reasons = film.shots.flatMap((shot) => shot.reasons.filter(({ code }) => code === 'time_to_read'))
      expect(reasons).toHaveLength(6)
    }
  })

  it('stand where no face is: above those at the bottom of the picture, else below', () => {
    const where = (y: number, changes: Partial<FilmWishes> = {}, width = 4000) => {
      const analysis = analysisOf({ faces: [face(0.4, y, 0.15)] })
      const photos = [photoOf(0, { caption, analysis, width })]
      return only(directFilm(wishes({ photos, title: '', ...changes })).overlays, 'caption').map(
        ({ side }) => side,
      )
    }
    expect([0.1, 0.4, 0.7].map((y) => where(y))).toEqual([['bottom'], ['bottom'], ['top']])
    // It fills the tall frame; a very wide one is shown whole in the middle of it, far from both texts.
    expect(where(0.7, { width: 1080, height: 1920 })).toEqual(['top'])
    expect(where(0.7, { width: 1080, height: 1920 }, 9000)).toEqual(['bottom'])
    expect(where(0.7, { style: 'cinematic' })).toEqual(['top'])
  })
})
