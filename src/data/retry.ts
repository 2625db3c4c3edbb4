import { canHeal } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { sleep } from '@/lib/sleep'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
const LONGEST_RETRY_AFTER_MS = 60_000

/**
 * Milliseconds to wait after the failed attempt number `attempt` (from 1): doubling from half a second, up to 15 s,
 * with jitter over the upper half so that many clients do not come back together. A server's `Retry-After` is a
 * floor, believed up to a minute.
 */
export function retryDelay(
  attempt: number,
  retryAfterMs: number | null = null,
  random = Math.random(),
): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)) * (0.5 + random / 2)
  return retryAfterMs === null ? wait : Math.max(wait, Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS))
}

export type RetryOptions = {
  signal?: AbortSignal | undefined
  /** How often the action is called at most. */
  attempts?: number
  /** Called before each wait with the number of the attempt that failed. */
  onRetry?: (attempt: number, error: DataError) => void
  canRetry?: (error: unknown) => boolean
}

/**
 * Call `action` until it succeeds, fails for good, or `attempts` (5) are used up. The action must be harmless to
 * repeat. It gets the attempt's number, from 1.
 */
export async function withRetry<T>(
  action: (attempt: number) => Promise<T>,
  options: RetryOptions = {},
): Promise<T> {
  const { signal, attempts = 5, onRetry, canRetry = canHeal } = options
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    try {
      return await action(attempt)
    } catch (error) {
      signal?.throwIfAborted()
      if (attempt >= attempts || !(error instanceof DataError) || !canRetry(error)) throw error
      onRetry?.(attempt, error)
      await sleep(retryDelay(attempt, error.retryAfterMs), signal)
    }
  }
}
