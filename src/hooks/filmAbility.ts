import { useSyncExternalStore } from 'react'

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
