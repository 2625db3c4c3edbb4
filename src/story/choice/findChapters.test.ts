import { describe, expect, it } from 'vitest'
import type { DirectedPhoto } from '../filmWishes'
import { analysisOf, clock, photoOf, townOf } from '../testing/madePhotos'
import { candidatesOf } from './Candidate'
import { findChapters } from './findChapters'

const HOUR = 3600
const DAY = 24 * HOUR
const BOVEC = townOf(1, 'Bovec', 46.3)
const PIRAN = townOf(2, 'Piran', 45.5)
const NEXT_DOOR = townOf(3, 'Čezsoča', 46.31)

/** Photos at so many hours, ten minutes between each. */
const photosAt = (...starts: { hours: number; count?: number; town?: typeof BOVEC }[]): DirectedPhoto[] =>
  starts
    .flatMap(({ hours, count = 3, town }) =>
      Array.from({ length: count }, (_, index) => ({ seconds: hours * HOUR + index * 600, town })),
    )
    .map(({ seconds, town }, index) =>
      photoOf(index, { takenAt: clock(seconds), analysis: analysisOf({ town: town ?? null }) }),
    )
const chaptersOf = (photos: readonly DirectedPhoto[], most = 10, locale = 'en-GB') =>
  findChapters(candidatesOf(photos), most, locale)
/** Commas, dots and the spaces around dashes come and go between versions of the words of the world's languages. */
const plain = (words: string) => words.replaceAll(/[,.]/g, '').replaceAll(/\s*–\s*/g, '–')
const told = (photos: readonly DirectedPhoto[], most?: number, locale?: string) =>
  chaptersOf(photos, most, locale).map(({ candidates, words }) => [
    candidates.length,
    words && plain(`${words.title} · ${words.subtitle}`),
  ])

describe('findChapters', () => {
  it('begins a chapter after a night, named by its day and, below, its town', () => {
    expect(told(photosAt({ hours: 0, town: BOVEC }, { hours: 25, town: BOVEC }))).toEqual([
      [3, 'Sat 14 June · Bovec'],
      [3, 'Sun 15 June · Bovec'],
    ])
  })

  it('begins one in another town, which then leads', () => {
    expect(told(photosAt({ hours: 0, town: BOVEC }, { hours: 2, town: PIRAN }))).toEqual([
      [3, 'Bovec · Sat 14 June'],
      [3, 'Piran · Sat 14 June'],
    ])
  })

  it('stays in one chapter next door, and through a meal', () => {
    expect(told(photosAt({ hours: 0, town: BOVEC }, { hours: 2, town: NEXT_DOOR }, { hours: 5 }))).toEqual([
      [9, null],
    ])
  })

  it('tells parts of a day apart by the time of day, and a night out is still its evening', () => {
    expect(told(photosAt({ hours: 0 }, { hours: 11, count: 40 }))).toEqual([
      [3, 'Sat 14 June in the morning · '],
      [40, 'Sat 14 June in the evening · '],
    ])
  })

  it('names several days by the first and the last, and years when there are several', () => {
    const days = [0, 20, 50].map((hours) => ({ hours, count: 2 }))
    expect(told(photosAt(...days, { hours: 365 * 24 }), 2)).toEqual([
      [6, '14–16 June 2025 · '],
      [3, 'Sun 14 June 2026 · '],
    ])
  })

  it('names a season by its months and years by the first and the last', () => {
    const spread = (...days: number[]) => photosAt(...days.map((day) => ({ hours: day * 24, count: 2 })))
    expect(told(spread(0, 60, 4000, 4200, 5500), 2)).toEqual([
      [4, 'June–August 2025 · '],
      [6, '2036–2040 · '],
    ])
  })

  it('speaks the language of the person', () => {
    expect(told(photosAt({ hours: 0 }, { hours: 25 }), 10, 'de').map(([, words]) => words)).toEqual([
      'Sa 14 Juni · ',
      'So 15 Juni · ',
    ])
  })

  it('makes no more chapters than there is time for: the plainest gaps stay', () => {
    const photos = photosAt({ hours: 0 }, { hours: 24 }, { hours: 24 * 9 }, { hours: 24 * 10 })
    expect(told(photos, 2).map(([count]) => count)).toEqual([6, 6])
    expect(told(photos, 1)).toEqual([[12, null]])
    expect(told(photos, 0)).toEqual([[12, null]])
  })

  it('makes none of a single photo', () => {
    expect(told(photosAt({ hours: 0 }, { hours: 30, count: 1 }))).toEqual([[4, null]])
  })

  it('finds no gap where photos were put in another order than they were taken', () => {
    const [a, b, c, d, e, f] = photosAt({ hours: 0 }, { hours: 2 * DAY })
    if (!a || !b || !c || !d || !e || !f) throw new RangeError()
    expect(told([a, d, b, e, c, f])).toEqual([[6, null]])
    expect(told([d, e, f, a, b, c])).toEqual([[6, null]])
  })

  it('lets photos without a time belong to what they follow', () => {
    const photos = photosAt({ hours: 0, count: 2 }, { hours: 30, count: 2 })
    const untimed = photoOf(9)
    expect(told([...photos.slice(0, 2), untimed, ...photos.slice(2)]).map(([count]) => count)).toEqual([3, 2])
  })
})
