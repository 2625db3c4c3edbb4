import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UnreadAnnouncer } from './UnreadAnnouncer'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** What a screen reader is told as the number changes; undefined while nobody knows it. */
function hear() {
  const { container, rerender } = render(<UnreadAnnouncer unread={undefined} />)
  return (unread: number, ms = 1_500) => {
    rerender(<UnreadAnnouncer unread={unread} />)
    act(() => void vi.advanceTimersByTime(ms))
    return container.querySelector('[aria-live=polite]')?.textContent
  }
}

test('what was there when the page opened is not said', () => expect(hear()(3)).toBe(''))

test('more of it is said, once for several that come together, and no longer when it is read', () => {
  const becomes = hear()
  becomes(0)
  expect(becomes(1, 100)).toBe('')
  expect(becomes(3)).toBe('3 unread')
  expect(becomes(2)).toBe('')
})
