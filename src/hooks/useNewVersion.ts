import { useEffect, useState, useSyncExternalStore } from 'react'
import { isNewerHere, onNewer, takeWaiting } from '@/lib/appWorker'
import { sayLastWords } from '@/lib/lastWords'
import { isAnyTabAtWork } from '@/lib/tabsAtWork'

/** How soon after a film is done the new version is offered. */
const LOOK_MS = 2_000

/**
 * `none`: this tab has the newest. `quiet`: there is a newer one, but a film is being made or something sent, in whichever tab.
 * `ready`: it can be had. `busy`: it was asked for, and has to wait after all.
 */
export type NewVersion = 'none' | 'quiet' | 'ready' | 'busy'

/**
 * Is there a newer version of the app, and can it be had now? Taking it saves what is unsaved and reloads the tab. Other tabs
 * go on with the code they have. See: [Note: a newer build waits]
 */
export function useNewVersion(): { version: NewVersion; take: () => Promise<void> } {
  const isNewer = useSyncExternalStore(onNewer, isNewerHere)
  const [isAtWork, setIsAtWork] = useState(true)
  const [wasAsked, setWasAsked] = useState(false)
  useEffect(() => {
    if (!isNewer) return
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const now = await isAnyTabAtWork()
      if (left) return
      setIsAtWork(now)
      if (!now) setWasAsked(false)
      timer = setTimeout(() => void look(), LOOK_MS)
    }
    void look()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [isNewer])

  async function take() {
    await sayLastWords()
    // A film may have begun since the last look.
    if (await isAnyTabAtWork()) {
      setIsAtWork(true)
      setWasAsked(true)
      return
    }
    await takeWaiting()
    location.reload()
  }
  const version = !isNewer ? 'none' : !isAtWork ? 'ready' : wasAsked ? 'busy' : 'quiet'
  return { version, take }
}
