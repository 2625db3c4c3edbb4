import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { notify } from '@/lib/notify'
import { useNotifications } from './useNotifications'

test('is the same object on every render, so that effects may depend on it', () => {
  const { result, rerender } = renderHook(() => useNotifications())
  const first = result.current
  rerender()
  expect(result.current).toBe(first)
  expect(first).toBe(notify)
})
