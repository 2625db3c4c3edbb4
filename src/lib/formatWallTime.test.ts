import { expect, test } from 'vitest'
import { formatWallTime } from './formatWallTime'

test('a wall clock says the same wherever it is read', () => {
  // The narrow space before AM is Intl's.
  expect(formatWallTime('2025-07-03T10:00:00').replace(/\s/g, ' ')).toBe('Thursday, July 3, 2025 at 10:00 AM')
})
