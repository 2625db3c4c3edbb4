import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { citedTests, exists, rowsOf, spans } from './citedTests'

/** The rows of the checklist the product was asked for with, by group. */
const GROUPS = { S: 5, A: 13, U: 9, V: 14, Q: 11, R: 7, P: 3, B: 3, E: 3, C: 7 } as const
const CHECKLIST = Object.entries(GROUPS).flatMap(([group, rows]) =>
  Array.from({ length: rows }, (_, index) => `${group}${index + 1}`),
)

const rows = rowsOf('docs/seed.md', /^\| [A-Z]\d+ /).map(
  ([id = '', places = '', tests = '', better = '']) => ({
    id,
    places: spans(places),
    tests: citedTests(tests),
    better,
  }),
)

test('every row of the checklist is in the table exactly once', () => {
  expect(rows.map(({ id }) => id)).toEqual(CHECKLIST)
})

describe.each(rows)('row $id', ({ places, tests, better }) => {
  test('names where it lives, and that is there', () => {
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((place) => !existsSync(place))).toEqual([])
  })
  test('names a test that exists and is run', () => {
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter((cited) => !exists(cited))).toEqual([])
  })
  test('says what is better than it was asked for', () => {
    expect(better.length).toBeGreaterThan(10)
  })
})
