import { onlineManager } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FeedStatus } from '@/data/changes'
import { ConnectionSign, PATIENCE_MS } from './ConnectionStatus'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

function open() {
  const { rerender } = render(<ConnectionSign status="connecting" hasWords />)
  return (status: FeedStatus, after = 0) => {
    rerender(<ConnectionSign status={status} hasWords />)
    act(() => void vi.advanceTimersByTime(after))
  }
}
const status = () => screen.getByRole('status').textContent

test('nothing is said before it is known, then that changes come live', () => {
  const becomes = open()
  expect(status()).toBe('')
  becomes('live')
  expect(status()).toBe('Live')
})

test('a short interruption is not shown, a longer one is, and its end at once', () => {
  const becomes = open()
  becomes('live', 10_000)
  becomes('down', PATIENCE_MS - 1)
  expect(status()).toBe('Live')
  becomes('live', 1)
  becomes('down', PATIENCE_MS - 1)
  becomes('connecting', 1)
  expect(status()).toBe('Reconnecting…')
  becomes('live')
  expect(status()).toBe('Live')
})

test('who has no network reads that at once', () => {
  const becomes = open()
  becomes('live')
  act(() => onlineManager.setOnline(false))
  expect(status()).toBe('Offline')
  act(() => onlineManager.setOnline(true))
  expect(status()).toBe('Live')
})
