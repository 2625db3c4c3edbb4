import { describe, expect, it } from 'vitest'
import type { Style } from '@/domain/project'
import type { DirectedPhoto } from '../filmWishes'
import { STYLE_DIRECTIONS } from '../styles/styleDirections'
import { analysisOf, face, photoOf } from '../testing/madePhotos'
import { candidatesOf } from './Candidate'
import { groupPanels } from './groupPanels'

const WIDE = { width: 1920, height: 1080 }
const TALL = { width: 1080, height: 1920 }
const UPRIGHT = { width: 3000, height: 4000 }
const LYING = { width: 4000, height: 3000 }

const chapterOf = (...photos: Partial<DirectedPhoto>[]) =>
  candidatesOf(photos.map((changes, index) => photoOf(index, changes)))
const grouped = (
  chapters: Parameters<typeof groupPanels>[0],
  stage: typeof WIDE,
  style: Style = 'classic',
  least = 1,
) =>
  groupPanels(chapters, stage, STYLE_DIRECTIONS[style], least).map(({ members }) =>
    members.map(({ candidate }) => candidate.index),
  )

describe('groupPanels', () => {
  it('puts two portraits side by side on a wide stage, touching neither each other nor the edge', () => {
    const [pair] = groupPanels([chapterOf(UPRIGHT, UPRIGHT)], WIDE, STYLE_DIRECTIONS.classic, 1)
    const [left, right] = pair?.members.map(({ area }) => area) ?? []
    expect(left).toEqual({ x: 0, y: 0, width: 0.498, height: 1 })
    expect(right).toEqual({ x: 0.502, y: 0, width: 0.498, height: 1 })
  })

  it('puts wide photos above each other on a tall stage, and leaves alone what fills it', () => {
    expect(grouped([chapterOf(LYING, LYING, UPRIGHT, UPRIGHT)], TALL)).toEqual([[0, 1], [2], [3]])
    expect(grouped([chapterOf(LYING, LYING, UPRIGHT, LYING, UPRIGHT)], WIDE)).toEqual([
      [0],
      [1],
      [2],
      [3],
      [4],
    ])
  })

  it('shows three at a time now and then, in the style that has that', () => {
    const many = chapterOf(...Array.from({ length: 14 }, () => UPRIGHT))
    expect(grouped([many], WIDE, 'modern').map(({ length }) => length)).toEqual([2, 2, 3, 2, 2, 3])
    expect(grouped([many], WIDE, 'vintage').every(({ length }) => length === 2)).toBe(true)
  })

  it('lets a photo with a caption stand alone, and never pairs across chapters', () => {
    expect(grouped([chapterOf(UPRIGHT, { ...UPRIGHT, caption: 'Ana' }, UPRIGHT)], WIDE)).toEqual([
      [0],
      [1],
      [2],
    ])
    expect(
      grouped([chapterOf(LYING, UPRIGHT), chapterOf(UPRIGHT, LYING)], WIDE).map(({ length }) => length),
    ).toEqual([1, 1, 1, 1])
  })

  it('pairs nobody whose face would not fit the half', () => {
    const tall = { width: 1200, height: 2400 }
    const apart = { ...tall, analysis: analysisOf({ faces: [face(0.3, 0.02, 0.1), face(0.3, 0.9, 0.1)] }) }
    expect(grouped([chapterOf(UPRIGHT, apart)], WIDE)).toEqual([[0], [1]])
    const near = { ...UPRIGHT, analysis: analysisOf({ faces: [face(0.3, 0.2, 0.1), face(0.3, 0.4, 0.1)] }) }
    expect(grouped([chapterOf(UPRIGHT, near)], WIDE)).toEqual([[0, 1]])
  })

  it('does not pair a film of few photos into one long picture', () => {
    const four = chapterOf(UPRIGHT, UPRIGHT, UPRIGHT, UPRIGHT)
    expect(grouped([four], WIDE, 'classic', 3)).toEqual([[0, 1], [2], [3]])
    expect(grouped([four], WIDE, 'classic', 4)).toEqual([[0], [1], [2], [3]])
  })
})
