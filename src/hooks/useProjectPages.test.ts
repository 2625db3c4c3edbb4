import { expect, test } from 'vitest'
import { PROJECTS_PER_PAGE, type ProjectCard } from '@/data/projects'
import { DEFAULT_MUSIC } from '@/domain/music'
import { placesOf } from './useProjectPages'

const card = (n: number): ProjectCard => ({
  id: String(n),
  userId: 'ada',
  title: `Project ${n}`,
  description: '',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 1,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
  coverPath: null,
})
const page = (first: number, total = 10_000) => ({
  projects: Array.from({ length: PROJECTS_PER_PAGE }, (_, n) => card(first + n)),
  total,
})
const NOBODY: ReadonlySet<string> = new Set()

test('pages that are far apart stand where they belong, with gaps between', () => {
  const { total, at } = placesOf(
    [
      [0, page(0)],
      [83, page(83 * 60)],
      [84, undefined],
    ],
    NOBODY,
  )
  expect(total).toBe(10_000)
  expect(at(59)?.id).toBe('59')
  expect(at(60)).toBeUndefined()
  expect(at(83 * 60 + 5)?.id).toBe(String(83 * 60 + 5))
  expect(at(84 * 60)).toBeUndefined()
})

test('what is being deleted leaves no hole and is not counted, wherever it is', () => {
  const { total, at } = placesOf(
    [
      [0, page(0)],
      [83, page(4980)],
    ],
    new Set(['3', '4', '4990']),
  )
  expect(total).toBe(9_997)
  expect([2, 3, 4].map((place) => at(place)?.id)).toEqual(['2', '5', '6'])
  // Two are gone before it, one in it: the page has moved up.
  expect(at(4978)?.id).toBe('4980')
  expect(at(4988)?.id).toBe('4991')
})

test('what moved from one page to the next between two answers is there once', () => {
  const { at } = placesOf(
    [
      [0, page(0)],
      [1, page(59)],
    ],
    NOBODY,
  )
  expect([58, 59, 60, 61].map((place) => at(place)?.id)).toEqual(['58', '59', '60', '61'])
})

test('before there is an answer nothing is counted', () => {
  expect(placesOf([[0, undefined]], NOBODY).total).toBe(0)
})
