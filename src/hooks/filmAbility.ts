import { useSyncExternalStore } from 'react'
import { pauseReason, pauseWishes, watchPause, type PauseReason, type PauseWishes } from '@/generation/pause'
import { shortage, watchShortage, type Shortage } from '@/generation/shortage'

let isUnable = false
const watchers = new Set<() => void>()
const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** This browser has turned out to be unable to make films. It stays so until the page is loaded anew. */
export function foundUnable(): void {
  isUnable = true
  for (const watcher of watchers) watcher()
}

/** Whether films that wait have to be made in another browser. */
export const useIsUnableToMakeFilms = (): boolean => useSyncExternalStore(watch, () => isUnable)

/** What this device lacked for the last film; undefined when nothing. See: [Note: no room on this device] */
export const useShortage = (): Shortage | undefined => useSyncExternalStore(watchShortage, shortage)

/** Why this device makes no films now; undefined when it does. See: [Note: films that wait for the device] */
export const usePauseReason = (): PauseReason | undefined => useSyncExternalStore(watchPause, pauseReason)

export const usePauseWishes = (): PauseWishes => useSyncExternalStore(watchPause, pauseWishes)
