import { describe, expect, it } from 'vitest'
import type { DirectedPhoto } from '../filmWishes'
import { analysisOf, photoOf } from '../testing/madePhotos'
import { candidatesOf } from './Candidate'
import { choosePhotos } from './choosePhotos'

const photos = (count: number, changes: (index: number) => Partial<DirectedPhoto> = () => ({})) =>
  candidatesOf(Array.from({ length: count }, (_, index) => photoOf(index, changes(index))))
const chosen = (chapters: Parameters<typeof choosePhotos>[0], count: number) =>
  choosePhotos(chapters, count).map((chapter) => chapter.map(({ index }) => index))

describe('choosePhotos', () => {
  it('takes an even choice of photos nobody knows, the first and the last among them', () => {
    expect(chosen([photos(100)], 5)).toEqual([[0, 25, 50, 74, 99]])
    expect(chosen([photos(4)], 9)).toEqual([[0, 1, 2, 3]])
    expect(chosen([photos(9)], 1)).toEqual([[0]])
  })

  it('takes the best of each part', () => {
    const sharp = new Set([2, 11, 17, 26])
    const known = photos(30, (index) => ({ analysis: analysisOf({ sharpness: sharp.has(index) ? 1 : 0.2 }) }))
    expect(chosen([known], 4)).toEqual([[2, 11, 17, 26]])
  })

  it('shows what was written about before what is only sharper', () => {
    const known = photos(30, (index) => ({
      caption: index === 13 ? 'Our tent' : '',
      analysis: analysisOf({ sharpness: index === 15 ? 1 : 0.4 }),
    }))
    expect(chosen([known], 3).flat()).toContain(13)
  })

  it('tells of every chapter, of short ones more than their share', () => {
    const [long, short] = choosePhotos([photos(300), photos(10)], 20)
    expect([long?.length, short?.length]).toEqual([17, 3])
    expect(choosePhotos([photos(300), photos(2), photos(3)], 3).map(({ length }) => length)).toEqual([
      1, 1, 1,
    ])
  })

  it('shows all that a person keeps, next to each other too, and more than asked where they keep more', () => {
    const keeps = (wanted: readonly number[]) =>
      photos(50, (index) => ({ choice: wanted.includes(index) ? 'keep' : 'auto' }))
    expect(chosen([keeps([20, 21, 22])], 5).flat()).toEqual(expect.arrayContaining([20, 21, 22]))
    expect(chosen([keeps([20, 21, 22])], 5).flat()).toHaveLength(5)
    expect(chosen([keeps([1, 2, 3, 4, 5, 6])], 2)).toEqual([[1, 2, 3, 4, 5, 6]])
  })
})
