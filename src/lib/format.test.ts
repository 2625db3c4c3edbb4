import { describe, expect, test } from 'vitest'
import { filmFilename, formatAgo, formatBytes, formatDuration, formatWait } from './format'

test('the length of a film is in minutes and seconds', () => {
  expect([5, 60, 90, 1800].map(formatDuration)).toEqual(['5 sec', '1 min', '1 min 30 sec', '30 min'])
})
test('a wait is no more exact than it is known, and never nothing', () => {
  expect([0, 12, 57, 58, 100, 3500, 7300, 9500].map(formatWait)).toEqual([
    '5 sec',
    '10 sec',
    '55 sec',
    '1 min',
    '2 min',
    '58 min',
    '2 hr',
    '2.5 hr',
  ])
})
test('how long ago is said in words, never in the future, and as a date after a week', () => {
  const ago = (minutes: number) =>
    formatAgo('2025-11-23T12:00:00Z', Date.parse('2025-11-23T12:00:00Z') + minutes * 60_000)
  expect([-5, 0.5, 1, 59, 60, 26 * 60, 6 * 1440, 7 * 1440].map(ago)).toEqual([
    'just now',
    'just now',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    'yesterday',
    '6 days ago',
    'Nov 23, 2025',
  ])
})
test('bytes come in the unit a person would choose', () => {
  expect([0, 900, 820 * 1024, 13_002_342, 2 * 1024 ** 3].map(formatBytes)).toEqual([
    '0 bytes',
    '900 bytes',
    '820 kB',
    '12.4 MB',
    '2 GB',
  ])
})

describe('the name a film is saved under', () => {
  const named = (title: string, mime = 'video/mp4') => filmFilename(title, '2025-11-23T10:00:00Z', mime)
  test('is the title and the day', () => {
    expect(named('A week at the Lake!')).toBe('a-week-at-the-lake-2025-11-23.mp4')
    expect(named('Film', 'video/webm')).toBe('film-2025-11-23.webm')
  })
  test('keeps the letters of every script', () => {
    expect(named('Café Ålesund')).toBe('cafe-alesund-2025-11-23.mp4')
    expect(named('한국 여행')).toBe('한국-여행-2025-11-23.mp4')
    expect(named('ガーデン')).toBe('ガーデン-2025-11-23.mp4')
  })
  test('has nothing in it that a file system could stumble over', () => {
    expect(named('../../etc/passwd')).toBe('etc-passwd-2025-11-23.mp4')
    expect(named('🎉')).toBe('memory-film-2025-11-23.mp4')
    expect(named('x'.repeat(300)).length).toBeLessThan(80)
  })
})
