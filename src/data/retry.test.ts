import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DataError } from '@/lib/errors'
import { withRetry } from './retry'

const busy = (retryAfterMs: number | null = null) =>
  new DataError('ask', 'http_503', 503, undefined, retryAfterMs)
const failing = (times: number, error: Error = busy()) => {
  let calls = 0
  return () => (++calls <= times ? Promise.reject(error) : Promise.resolve(`call ${calls}`))
}

describe('trying again', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('goes on until it works and tells of each failure', async () => {
    const seen: number[] = []
    const result = withRetry(failing(2), { onRetry: (attempt) => seen.push(attempt) })
    await vi.runAllTimersAsync()
    expect(await result).toBe('call 3')
    expect(seen).toEqual([1, 2])
  })
  test('gives up after five attempts with the last error', async () => {
    const failure = withRetry(failing(5)).catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await failure).toMatchObject({ code: 'http_503' })
  })
  test('does not repeat what was refused or what is a bug', async () => {
    const refused = new DataError('ask', '42501', 403)
    await expect(withRetry(failing(1, refused))).rejects.toBe(refused)
    const bug = new TypeError('a bug')
    await expect(withRetry(failing(1, bug))).rejects.toBe(bug)
  })
  test('stops at once when aborted, also in the middle of a wait', async () => {
    const stop = new AbortController()
    const failure = withRetry(failing(9, busy(30_000)), { signal: stop.signal }).catch(
      (error: unknown) => error,
    )
    await vi.advanceTimersByTimeAsync(10_000)
    stop.abort(new Error('enough'))
    expect(await failure).toEqual(new Error('enough'))
    expect(vi.getTimerCount()).toBe(0)
  })
})
