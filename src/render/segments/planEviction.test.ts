import { expect, it } from 'vitest'
import { planEviction, type Use } from './planEviction'

const DAY = 86_400_000
const NOW = 100 * DAY
const LIMITS = { mostBytes: 1000, mostMilliseconds: 14 * DAY }
const files = (...keys: string[]) => keys.map((key) => ({ key, bytes: 100 }))
const use = (name: string, daysAgo: number, ...keys: string[]): Use => ({
  name,
  atMilliseconds: NOW - daysAgo * DAY,
  keys,
})

it('keeps what was used lately and fits', () => {
  expect(planEviction(files('a', 'b'), [use('film', 3, 'a', 'b')], NOW, LIMITS)).toEqual({
    keys: [],
    uses: [],
  })
})

it('deletes what no film has used for two weeks', () => {
  const gone = planEviction(
    files('a', 'b', 'c'),
    [use('old', 15, 'a', 'b'), use('new', 1, 'b', 'c')],
    NOW,
    LIMITS,
  )
  expect(gone).toEqual({ keys: ['a'], uses: ['old'] })
})

it('deletes what no film knows', () => {
  expect(planEviction(files('a', 'stray'), [use('film', 1, 'a')], NOW, LIMITS).keys).toEqual(['stray'])
})

it('deletes what was used longest ago when it is too much', () => {
  const uses = [use('first', 3, 'a', 'b'), use('last', 1, 'c', 'd'), use('second', 2, 'b', 'e')]
  const gone = planEviction(files('a', 'b', 'c', 'd', 'e'), uses, NOW, { ...LIMITS, mostBytes: 400 })
  expect(gone.keys).toEqual(['a'])
  expect(gone.uses).toEqual(['first'])
})

it('keeps the beginning of a film that is too large on its own', () => {
  const gone = planEviction(files('a', 'b', 'c'), [use('film', 0, 'a', 'b', 'c')], NOW, {
    ...LIMITS,
    mostBytes: 250,
  })
  expect(gone.keys).toEqual(['c'])
})

it('can clear everything', () => {
  const gone = planEviction(files('a'), [use('film', 0, 'a')], NOW, { ...LIMITS, mostBytes: 0 })
  expect(gone).toEqual({ keys: ['a'], uses: ['film'] })
})

it('can clear everything but the film that was begun last', () => {
  const uses = [use('other', 1, 'a', 'b'), use('last', 0, 'b', 'c')]
  const gone = planEviction(files('a', 'b', 'c'), uses, NOW, { ...LIMITS, mostBytes: 0, newestUse: true })
  expect(gone).toEqual({ keys: ['a'], uses: ['other'] })
})
