import { useEffect, useState } from 'react'

/** `off` until it is granted, and whenever the page is hidden; `unsupported` where browsers have none, or over plain http. */
export type WakeLockState = 'on' | 'off' | 'unsupported'

/**
 * Keep the screen, and with it the computer, awake. The browser takes the lock back when the page is hidden; it is asked
 * for again when the page is seen.
 */
export function useWakeLock(isWanted: boolean): WakeLockState {
  const [state, setState] = useState<WakeLockState>(() => (hasWakeLock() ? 'off' : 'unsupported'))
  useEffect(() => {
    if (!isWanted || !hasWakeLock()) return
    let held: WakeLockSentinel | undefined
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (held && !held.released)) return
      try {
        const lock = await navigator.wakeLock.request('screen')
        if (isOver) return await lock.release()
        held = lock
        setState('on')
        lock.addEventListener('release', () => setState('off'))
      } catch {
        // Refused, as with an almost empty battery: asked again when the page is next seen.
        setState('off')
      }
    }
    const onVisible = () => void ask()
    void ask()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', onVisible)
      void held?.release().catch(() => undefined)
    }
  }, [isWanted])
  return state
}

const hasWakeLock = () => typeof navigator !== 'undefined' && 'wakeLock' in navigator
