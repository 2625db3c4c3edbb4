import { canHeal } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { retryDelay } from '@/lib/retryDelay'
import { sleep } from '@/lib/sleep'

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
