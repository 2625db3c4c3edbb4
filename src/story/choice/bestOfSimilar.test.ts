import { describe, expect, it } from 'vitest'
import type { Analysis } from '@/domain/analysis'
import type { DirectedPhoto } from '../filmWishes'
import { analysisOf, clock, face, photoOf, turnBits, uuid } from '../testing/madePhotos'
import { bestOfSimilar } from './bestOfSimilar'
import { candidatesOf } from './Candidate'

const HASH = '3c5a96e1f00fd2b4'
const OTHER = 'a7c31e5b9042fd68'
/** A photo so many seconds on, whose picture differs in so many bits. */
const shot = (
  index: number,
  seconds: number | null,
  bits: number,
  seen: Partial<Analysis> = {},
  changes: Partial<DirectedPhoto> = {},
) =>
  photoOf(index, {
    takenAt: seconds === null ? null : clock(seconds),
    analysis: analysisOf({ camera: 'Phone', hash: turnBits(HASH, bits), ...seen }),
    ...changes,
  })
const shown = (photos: readonly DirectedPhoto[]) =>
  bestOfSimilar(candidatesOf(photos)).shown.map(({ index }) => index)

describe('bestOfSimilar', () => {
  it('shows the sharpest of a burst, in its place, and says which one stands for the others', () => {
    const photos = [
      shot(0, 0, 0, { hash: OTHER }),
      shot(1, 60, 0, { sharpness: 0.3 }),
      shot(2, 61, 14, { sharpness: 0.9 }),
      shot(3, 62, 2, { sharpness: 0.6 }),
      shot(4, 90, 0, { hash: OTHER }),
    ]
    const { shown, leftOut } = bestOfSimilar(candidatesOf(photos))
    expect(shown.map(({ index, standsFor }) => [index, standsFor])).toEqual([
      [0, 2],
      [2, 3],
    ])
    expect(leftOut).toEqual([
      { photoId: uuid(1), reason: { code: 'similar_to', values: { photoId: uuid(2) } } },
      { photoId: uuid(3), reason: { code: 'similar_to', values: { photoId: uuid(2) } } },
      { photoId: uuid(4), reason: { code: 'similar_to', values: { photoId: uuid(0) } } },
    ])
  })

  it('prefers the picture that shows more faces, and the one that is well lit', () => {
    const faces = [face(0.1, 0.1, 0.2), face(0.5, 0.1, 0.2)]
    expect(shown([shot(0, 0, 0, { sharpness: 0.6 }), shot(1, 1, 2, { faces })])).toEqual([1])
    expect(shown([shot(0, 0, 0, { brightness: 0.95, clipped: 0.4 }), shot(1, 1, 2)])).toEqual([1])
  })

  it('takes another try at the same picture for similar within minutes, and not hours later', () => {
    expect(shown([shot(0, 0, 0), shot(1, 200, 7)])).toEqual([0])
    expect(shown([shot(0, 0, 0), shot(1, 200, 12)])).toEqual([0, 1])
    expect(shown([shot(0, 0, 0), shot(1, 5000, 7)])).toEqual([0, 1])
  })

  it('knows a copy of a file that has lost its time, and tells it from a picture in another light', () => {
    expect(shown([shot(0, 0, 0), shot(1, null, 2)])).toEqual([0])
    expect(shown([shot(0, 0, 0), shot(1, null, 2, { brightness: 0.7 })])).toEqual([0, 1])
    expect(shown([shot(0, null, 0), shot(1, null, 6)])).toEqual([0, 1])
  })

  it('never takes upright for lying, nor plain pictures for each other', () => {
    expect(shown([shot(0, 0, 0), shot(1, 1, 0, {}, { width: 3000, height: 4000 })])).toEqual([0, 1])
    const plain = { hash: '0000000000000000', camera: null }
    expect(shown([shot(0, 0, 0, plain), shot(1, 30, 0, plain), shot(2, null, 0, plain)])).toEqual([0, 1, 2])
  })

  it('lets a series drift, but not away from its beginning', () => {
    const photos = Array.from({ length: 12 }, (_, index) => shot(index, index * 20, index * 4))
    expect(shown(photos)).toEqual([0, 5, 10])
  })

  it('always shows what the person keeps or wrote about, and nothing they skip', () => {
    const photos = [
      shot(0, 0, 0, { sharpness: 1 }),
      shot(1, 1, 1, {}, { choice: 'keep' }),
      shot(2, 2, 2, {}, { caption: 'The one where you jump' }),
      shot(3, 3, 3, { sharpness: 1 }, { choice: 'skip' }),
    ]
    expect(shown(photos)).toEqual([1, 2])
  })

  it('leaves nothing out that nobody has looked at', () => {
    const photos = [0, 1, 2].map((index) => photoOf(index, { takenAt: clock(0), camera: 'Phone' }))
    expect(shown(photos)).toEqual([0, 1, 2])
  })
})
