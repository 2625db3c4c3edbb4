/** Whether tabs of this browser can take turns. */
export const hasLocks = () => typeof navigator !== 'undefined' && 'locks' in navigator

/**
 * Do something while holding a lock that all tabs of this browser share; others wait their turn, and get it as well
 * when the holder's tab dies. Where the browser has no Web Locks it is done at once: they keep tabs from doing the
 * same work twice, but what makes that harmless is the database.
 * @throws the signal's reason when it aborts before the lock was had
 */
export async function withLock<T>(name: string, signal: AbortSignal, action: () => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  if (!hasLocks()) return action()
  return navigator.locks.request(name, { signal }, action)
}
