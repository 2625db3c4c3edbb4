import { expect, it } from 'vitest'
import { utcOffsetAt } from './utcOffsetAt'

const BOVEC = { latitude: 46.34, longitude: 13.55 }

it.each([
  ['summer in Bovec', BOVEC, '2025-06-14T10:00:00', 120],
  ['winter in Bovec', BOVEC, '2025-01-14T10:00:00', 60],
  ['Nepal', { latitude: 27.7, longitude: 85.3 }, '2025-06-14T10:00:00', 345],
  ['New York', { latitude: 40.75, longitude: -73.99 }, '2025-07-04T21:00:00', -240],
  ['Auckland', { latitude: -36.85, longitude: 174.76 }, '2025-01-01T00:30:00', 780],
  ['Honolulu', { latitude: 21.3, longitude: -157.86 }, '2025-01-01T00:30:00', -600],
  ['a ship in the Atlantic', { latitude: 30, longitude: -45 }, '2025-01-01T00:30:00', -180],
])('the clocks of %s are told', (_, place, wallClock, offset) => {
  expect(utcOffsetAt(place, wallClock)).toBe(offset)
})

it('the night on which the clocks change is told right', () => {
  expect(utcOffsetAt(BOVEC, '2025-03-30T01:59:59')).toBe(60)
  expect(utcOffsetAt(BOVEC, '2025-03-30T03:00:00')).toBe(120)
  expect(utcOffsetAt(BOVEC, '2025-10-26T01:59:59')).toBe(120)
  expect(utcOffsetAt(BOVEC, '2025-10-26T02:30:00')).toBe(120)
  expect(utcOffsetAt(BOVEC, '2025-10-26T03:00:00')).toBe(60)
})

it('what is no time has no offset', () => {
  expect(utcOffsetAt(BOVEC, 'yesterday')).toBeNull()
})
