import { vi } from 'vitest'

const pause = setTimeout

/** Lets the waits between two tries go by ten times as fast, until the work has ended. */
export async function hurried<T>(work: Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let settled = false
  void work.catch(() => undefined).finally(() => (settled = true))
  while (!settled)
    await Promise.all([vi.advanceTimersByTimeAsync(50), new Promise((resolve) => pause(resolve, 5))])
  vi.useRealTimers()
  return work
}
