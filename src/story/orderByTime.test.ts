import { describe, expect, it } from 'vitest'
import type { DirectedPhoto } from './filmWishes'
import { orderByTime } from './orderByTime'
import { analysisOf, clock, photoOf, seededRandom, townOf, turnBits } from './testing/madePhotos'
import { trueTimes } from './time/trueTimes'

const numbers = (photos: readonly DirectedPhoto[]) => photos.map(({ id }) => Number(id.slice(-12)))
const HOUR = 3600
const HASH = '3c5a96e1f00fd2b4'

describe('orderByTime', () => {
  it('orders by the moment, not by what the clock on the wall said: a flight west lands before it left', () => {
    const photos = [
      photoOf(1, { takenAt: clock(4 * HOUR), utcOffsetMinutes: 120 }),
      photoOf(2, { takenAt: clock(3 * HOUR), utcOffsetMinutes: -240 }),
      photoOf(3, { takenAt: clock(HOUR), utcOffsetMinutes: 120 }),
      photoOf(4, { takenAt: clock(5 * HOUR), utcOffsetMinutes: 0 }),
    ]
    expect(numbers(orderByTime(photos))).toEqual([3, 1, 4, 2])
  })

  it('takes the zone of the place where the file names none, and else of the photo nearest in time', () => {
    const photos = [
      photoOf(1, { takenAt: clock(2 * HOUR), analysis: analysisOf({ utcOffsetMinutes: 120 }) }),
      photoOf(2, { takenAt: clock(2 * HOUR + 60) }),
      photoOf(3, { takenAt: clock(HOUR), utcOffsetMinutes: 0 }),
      photoOf(4, { takenAt: clock(HOUR - 60) }),
    ]
    expect(numbers(orderByTime(photos))).toEqual([1, 2, 4, 3])
  })

  it('keeps photos without a time with those they came after, and the first of all before those they preceded', () => {
    const photos = [
      photoOf(1),
      photoOf(2, { takenAt: clock(900) }),
      photoOf(3),
      photoOf(4),
      photoOf(5, { takenAt: clock(100) }),
      photoOf(6, { takenAt: clock(900) }),
      photoOf(7, { takenAt: 'some day' }),
    ]
    const ordered = orderByTime(photos)
    expect(numbers(ordered)).toEqual([5, 1, 2, 3, 4, 6, 7])
    expect(orderByTime(ordered)).toEqual(ordered)
  })

  it('changes nothing where no photo has a time, or all have the same', () => {
    const untimed = [3, 1, 2].map((index) => photoOf(index))
    expect(orderByTime(untimed)).toEqual(untimed)
    const atOnce = untimed.map((photo) => ({ ...photo, takenAt: clock(0) }))
    expect(orderByTime(atOnce)).toEqual(atOnce)
  })
})

/** Moments of a day out: people and their cameras press the button within 40 seconds of them. */
function dayOut(
  seed: number,
  errorSeconds: number,
  changes: (index: number) => Partial<DirectedPhoto> = () => ({}),
) {
  const random = seededRandom(seed)
  let seconds = 0
  const moments = Array.from({ length: 60 }, () => (seconds += 120 + random() * 900))
  const photos: DirectedPhoto[] = []
  for (const moment of moments) {
    if (random() < 0.8) {
      const takenAt = clock(Math.round(moment + random() * 40))
      photos.push(photoOf(photos.length, { takenAt, utcOffsetMinutes: 120, camera: 'Phone' }))
    }
    if (random() < 0.7) {
      const takenAt = clock(Math.round(moment + random() * 40 + errorSeconds))
      photos.push(photoOf(photos.length, { takenAt, camera: 'Camera', ...changes(photos.length) }))
    }
  }
  return photos
}

/** By how much the photos of the second camera were moved, in seconds; undefined where not by the same. */
function moved(photos: readonly DirectedPhoto[]): number | undefined {
  const shifts = new Set(
    trueTimes(photos).flatMap((time, index) => {
      const photo = photos[index]
      if (photo?.camera !== 'Camera' || !time || photo.takenAt === null) return []
      return [(time.local - Date.parse(`${photo.takenAt}Z`)) / 1000]
    }),
  )
  return shifts.size === 1 ? [...shifts][0] : undefined
}

describe('the clock of a second camera', () => {
  it.each([-6 * HOUR, HOUR, 197 * 60, -3 * 365 * 24 * HOUR, 12 * 60])(
    'is found to be %d seconds wrong by the moments both cameras saw',
    (error) => {
      for (const seed of [1, 2, 3])
        expect(Math.abs((moved(dayOut(seed, error)) ?? NaN) + error)).toBeLessThan(45)
    },
  )

  it('is left alone when it is right, also where it is half a minute off', () => {
    for (const seed of [4, 5, 6]) {
      expect(moved(dayOut(seed, 0))).toBe(0)
      expect(moved(dayOut(seed, 30))).toBe(0)
    }
  })

  it('is left alone when the cameras saw nothing together', () => {
    for (const seed of [7, 8, 9, 10, 11, 12]) {
      const random = seededRandom(seed)
      const photos = Array.from({ length: 160 }, (_, index) =>
        photoOf(index, {
          takenAt: clock(Math.round(random() * 20 * HOUR)),
          camera: index % 2 ? 'Camera' : 'Phone',
          utcOffsetMinutes: index % 2 ? null : 120,
        }),
      )
      expect(moved(photos)).toBe(0)
    }
  })

  it('is left alone when it names its zone as the phone does', () => {
    expect(moved(dayOut(1, HOUR, () => ({ utcOffsetMinutes: 120 })))).toBe(0)
  })

  it('is found by a few pictures of the same scenes, however little else there is', () => {
    const scenes = [HASH, 'a7c31e5b9042fd68', '19f7e02c5d8ab346']
    const photos = scenes.flatMap((hash, index) => [
      photoOf(2 * index, {
        takenAt: clock(index * 5000),
        analysis: analysisOf({ camera: 'Phone', hash, utcOffsetMinutes: 120 }),
      }),
      photoOf(2 * index + 1, {
        takenAt: clock(index * 5000 + 7 * HOUR + 11),
        camera: 'Camera',
        analysis: analysisOf({ camera: 'Camera', hash: turnBits(hash, 6) }),
      }),
    ])
    expect(moved(photos)).toBe(-7 * HOUR - 11)
    expect(numbers(orderByTime(photos))).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('is not mended to where the two cameras were in different towns', () => {
    const photos = dayOut(1, HOUR).map((photo) => ({
      ...photo,
      analysis: analysisOf({
        camera: photo.camera ?? null,
        town: photo.camera === 'Camera' ? townOf(1, 'Bovec') : townOf(2, 'Piran'),
      }),
    }))
    expect(moved(photos)).toBe(0)
  })
})
