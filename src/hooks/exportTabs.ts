import { hasLocks } from '@/lib/withLock'

/** Held by the one tab that collects a person's data, or throws away what was collected. */
export const exportLock = (userId: string) => `export:${userId}`

const THROWN_AWAY = 'thrown away'
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('photomemory.export')

/** Tell the other tabs that nothing of what was collected is on this device any more. */
export const tellThrownAway = (): void => tabs?.postMessage(THROWN_AWAY)

/** Hear of it. For the one module that shows how the export stands. */
export function onThrownAway(hear: () => void): void {
  tabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === THROWN_AWAY) hear()
  })
}

/** Do something unless another tab holds the lock at this moment. @returns whether it was done */
export async function unlessCollecting(userId: string, action: () => Promise<void>): Promise<boolean> {
  if (!hasLocks()) {
    await action()
    return true
  }
  return navigator.locks.request(exportLock(userId), { ifAvailable: true }, async (lock) => {
    if (lock) await action()
    return lock !== null
  })
}
