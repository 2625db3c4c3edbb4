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
