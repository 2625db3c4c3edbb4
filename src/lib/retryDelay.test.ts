import { describe, expect, test } from 'vitest'
import { retryDelay } from './retryDelay'

describe('the wait before another try', () => {
  test('doubles from half a second to fifteen, less a random part of the upper half', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelay(attempt, null, 1))).toEqual([500, 1000, 2000, 4000])
    expect(retryDelay(30, null, 1)).toBe(15_000)
    expect(retryDelay(3, null, 0)).toBe(1000)
  })
  test('is never shorter than what the server asked for, and believes it up to a minute', () => {
    expect(retryDelay(1, 7000, 0)).toBe(7000)
    expect(retryDelay(1, 100, 1)).toBe(500)
    expect(retryDelay(1, 86_400_000, 1)).toBe(60_000)
  })
})
