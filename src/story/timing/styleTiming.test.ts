import { describe, expect, it } from 'vitest'
import type { FilmWishes } from '../filmWishes'
import { directFilm } from '../directFilm'
import { somebodysPhotos } from '../testing/madePhotos'

const film = (changes: Partial<FilmWishes>) =>
  directFilm({
    photos: somebodysPhotos(60, 5),
    title: '',
    subtitle: '',
    style: 'classic',
    durationSeconds: 90,
    width: 1920,
    height: 1080,
    fps: 30,
    music: { kind: 'score', mood: 'auto', seed: 4 },
    ...changes,
  })
const kinds = (changes: Partial<FilmWishes>) =>
  new Set(
    film(changes)
      .shots.slice(1)
      .map(({ transition }) => transition.kind),
  )

describe('the four styles', () => {
  it('join their shots each in their own way', () => {
    expect(kinds({})).toEqual(new Set(['dissolve']))
    expect(kinds({ style: 'modern' })).toEqual(new Set(['cut', 'push', 'slide', 'zoom']))
    expect(kinds({ style: 'cinematic' })).toEqual(new Set(['dissolve', 'black']))
    expect(kinds({ style: 'vintage' })).toEqual(new Set(['film_edge', 'dissolve', 'leak']))
  })

  it('show more photos the brisker they are', () => {
    const shots = (['modern', 'vintage', 'cinematic'] as const).map((style) => film({ style }).shots.length)
    expect(shots).toEqual(shots.toSorted((a, b) => b - a))
    expect(new Set(shots).size).toBe(3)
  })

  it('stand on a stage of 2.39 : 1 in cinematic, with bars as high on every frame, and fill the frame else', () => {
    expect(film({ style: 'cinematic' }).stage).toEqual({ x: 0, y: 138, width: 1920, height: 804 })
    expect(film({ style: 'cinematic', width: 1080, height: 1920 }).stage).toEqual({
      x: 0,
      y: 246,
      width: 1080,
      height: 1428,
    })
    expect(film({}).stage).toEqual({ x: 0, y: 0, width: 1920, height: 1080 })
  })

  it('let light leak in only in vintage, now and then, never over a flash of its own', () => {
    expect(film({}).leaks).toEqual([])
    const { leaks, shots, frameCount } = film({ style: 'vintage', durationSeconds: 600 })
    expect(leaks.length).toBeGreaterThan(20)
    const flashes = shots.filter(({ transition }) => transition.kind === 'leak')
    leaks.forEach(({ startFrame, endFrame }, index) => {
      expect(startFrame).toBeGreaterThanOrEqual(leaks[index - 1]?.endFrame ?? 0)
      expect(endFrame).toBeLessThanOrEqual(frameCount)
      const over = flashes.filter(
        (shot) => shot.startFrame < endFrame && shot.startFrame + shot.transition.frames > startFrame,
      )
      expect(over).toEqual([])
    })
  })

  it('cut most of their shots on the beat of the score, cinematic on bars', () => {
    const share = (style: FilmWishes['style'], codes: readonly string[]) => {
      const { shots } = film({ style, durationSeconds: 300 })
      const on = shots.filter(({ reasons }) => reasons.some(({ code }) => codes.includes(code)))
      return on.length / (shots.length - 1)
    }
    expect(share('modern', ['on_beat', 'on_bar'])).toBeGreaterThan(0.95)
    expect(share('classic', ['on_beat', 'on_bar'])).toBeGreaterThan(0.9)
    expect(share('cinematic', ['on_bar'])).toBeGreaterThan(0.6)
  })
})

describe('a short film of more photos, captions and chapters than it has time for', () => {
  const photos = somebodysPhotos(60, 9).map((photo, index) => ({
    ...photo,
    caption: index % 4 === 0 ? 'We went in for tea and stayed for two hours' : '',
  }))

  it.each(['classic', 'modern', 'vintage'] as const)('is cut on the beat all the same: %s', (style) => {
    for (const durationSeconds of [26, 34, 60]) {
      const { shots } = film({ photos, style, durationSeconds, title: 'Our year in pictures' })
      const on = shots.filter(({ reasons }) => reasons.some(({ code }) => /^on_(beat|bar)$/.test(code)))
      expect(on.length / (shots.length - 1)).toBeGreaterThan(0.5)
    }
  })

  it('has its title on the first picture alone, where it can be read there', () => {
    for (const style of ['classic', 'modern', 'vintage', 'cinematic'] as const) {
      const { overlays, shots } = film({ photos, style, durationSeconds: 34, title: 'Our year in pictures' })
      const [title] = overlays
      const second = shots[1]
      if (!title || !second) throw new RangeError()
      expect(title.endFrame).toBeLessThanOrEqual(second.startFrame + second.transition.frames)
    }
  })
})

describe('the music of a film', () => {
  it('is the style’s own mood unless another is asked for, and none without a wish', () => {
    expect(film({ style: 'cinematic' }).soundtrack).toMatchObject({ kind: 'score', mood: 'wide', seed: 4 })
    expect(film({ music: { kind: 'score', mood: 'carefree', seed: 9 } }).soundtrack).toMatchObject({
      mood: 'carefree',
      seed: 9,
    })
    expect(film({ music: { kind: 'none' } }).soundtrack).toEqual({ kind: 'none' })
  })

  it('is the person’s own track, laid under the whole film, also while nobody has listened to it', () => {
    const music = { kind: 'track' as const, trackId: '00000000-0000-4000-8000-00000000000a' }
    expect(film({ music }).soundtrack).toMatchObject({
      parts: [{ fromSeconds: 0, toSeconds: 90 }],
      beatGrid: null,
    })
    const trackBeats = {
      version: 1 as const, durationSeconds: 40, startSeconds: 0, endSeconds: 40, bpm: 120, firstBeatSeconds: 0, beatsPerBar: 4,
    } // prettier-ignore
    const { soundtrack } = film({ music, trackBeats })
    const played = soundtrack.kind === 'track' ? soundtrack.parts : []
    expect(played.length).toBeGreaterThan(1)
    expect(played.reduce((sum, part) => sum + part.toSeconds - part.fromSeconds, 0)).toBeCloseTo(90, 3)
  })
})
