import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { INTENT_MS, isSparing, watchLinks } from './watchLinks'

const told = vi.fn<(url: URL) => string>((url) => url.pathname)
let stop = () => undefined as void

beforeEach(() => {
  vi.useFakeTimers()
  told.mockClear()
  document.body.innerHTML = `
    <a href="/media"><b>Media</b></a>
    <a href="/queue">Queue</a>
    <a href="/film.mp4" download>Film</a>
    <a href="/settings" target="_blank">Settings</a>
    <a href="https://elsewhere.example/media">Elsewhere</a>
    <a href="${location.pathname}#main">Here</a>
    <button>None</button>`
  stop = watchLinks(told)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const paths = () => told.mock.results.map(({ value }) => String(value))
const over = (name: string) => fireEvent.pointerOver(screen.getByText(name))

test('a pointer that rests on a link, or on something in it, means it', () => {
  over('Media')
  vi.advanceTimersByTime(INTENT_MS - 1)
  expect(paths()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(paths()).toEqual(['/media'])
})

test('one that passes over means nothing', () => {
  over('Media')
  vi.advanceTimersByTime(INTENT_MS / 2)
  over('None')
  vi.advanceTimersByTime(1_000)
  expect(paths()).toEqual([])
})

test('of the links a pointer passes it means the last', () => {
  over('Media')
  over('Queue')
  vi.advanceTimersByTime(1_000)
  expect(paths()).toEqual(['/queue'])
})

test('the focus means it too, and a finger that goes down means it at once', () => {
  fireEvent.focusIn(screen.getByText('Queue'))
  vi.advanceTimersByTime(INTENT_MS)
  expect(paths()).toEqual(['/queue'])
  fireEvent.touchStart(screen.getByText('Media'))
  expect(paths()).toEqual(['/queue', '/media'])
})

test('downloads, other windows, other sites and this very page are not fetched', () => {
  for (const name of ['Film', 'Settings', 'Elsewhere', 'Here', 'None'])
    fireEvent.touchStart(screen.getByText(name))
  expect(paths()).toEqual([])
})

test('nothing is told any more after the end', () => {
  over('Media')
  stop()
  vi.advanceTimersByTime(1_000)
  fireEvent.touchStart(screen.getByText('Media'))
  expect(paths()).toEqual([])
})

test.each([
  [{ saveData: true, effectiveType: '4g' }, true],
  [{ saveData: false, effectiveType: 'slow-2g' }, true],
  [{ saveData: false, effectiveType: '4g' }, false],
  [undefined, false],
])('a connection that says %j is spared: %s', (connection, expected) => {
  vi.stubGlobal('navigator', { connection })
  expect(isSparing()).toBe(expected)
})
