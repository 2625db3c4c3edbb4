import { describe, expect, test } from 'vitest'
import { citedTests, exists, rowsOf } from './citedTests'

const FAULTS = Array.from({ length: 51 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`)

const rows = rowsOf('docs/faults.md', /^\| F\d+ /).map(([id = '', happens = '', tests = '', seen = '']) => ({
  id,
  happens,
  tests: citedTests(tests),
  seen,
}))

test('every fault is in the table exactly once', () => {
  expect(rows.map(({ id }) => id)).toEqual(FAULTS)
})

describe.each(rows)('fault $id', ({ happens, tests, seen }) => {
  test('is proven by tests that exist and are run', () => {
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter((cited) => !exists(cited))).toEqual([])
  })
  test('says what happens and what a person sees of it', () => {
    expect(happens.length).toBeGreaterThan(10)
    expect(seen.length).toBeGreaterThan(5)
  })
})
