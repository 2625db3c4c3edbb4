import { onlineManager, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { listenToChanges, type FeedStatus } from '@/data/changes'
import { wakeRealtime } from '@/data/wakeRealtime'
import { lookAround } from '@/lib/reachability'
import { cacheSync } from './cacheSync'
import { knowsLiveVideo } from './queries/videoCache'

/** How often to ask while the socket is down: about films being made, and about everything on a visible page. */
const FILMS_POLL_MS = 5_000
const POLL_MS = 30_000

let status: FeedStatus = 'connecting'
const watchers = new Set<() => void>()
function setStatus(next: FeedStatus): void {
  if (next === status) return
  status = next
  for (const watcher of watchers) watcher()
}
const watchStatus = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Whether changes made elsewhere arrive by themselves: `connecting`, `live` or `down`. */
export const useConnectionStatus = (): FeedStatus => useSyncExternalStore(watchStatus, () => status)

/**
 * Keep what is cached true while the page is open. Mounted once, near the root.
 *
 * Progress of a film is patched in place; everything else is asked for again, once per burst. Changes missed while
 * the socket was down are never replayed, so every (re)connection, and coming back online or into view, asks again.
 */
export function useRealtimeSync(userId: string | null): void {
  const client = useQueryClient()
  useEffect(() => (userId === null ? undefined : syncCache(client, userId)), [client, userId])
}

/** The hook without React. @returns stop */
export function syncCache(client: QueryClient, userId: string): () => void {
  const sync = cacheSync(client, userId)
  const back = () => {
    sync.askAll()
    void wakeRealtime()
  }
  const onVisible = () => document.visibilityState === 'visible' && back()
  const films = setInterval(() => {
    if (status === 'down' && knowsLiveVideo(client, userId)) sync.askFilms()
  }, FILMS_POLL_MS)
  const everything = setInterval(() => {
    if (status === 'down' && document.visibilityState === 'visible') sync.askAll()
  }, POLL_MS)
  const stopOnline = onlineManager.subscribe((online) => online && back())
  addEventListener('online', back)
  document.addEventListener('visibilitychange', onVisible)
  document.addEventListener('resume', back)
  const stopListening = listenToChanges(userId, {
    onChange: sync.onChange,
    onStatus: (next) => {
      setStatus(next)
      if (next === 'live') sync.askAll()
      else if (next === 'down') lookAround()
    },
  })
  return () => {
    stopListening()
    setStatus('connecting')
    sync.stop()
    clearInterval(films)
    clearInterval(everything)
    stopOnline()
    removeEventListener('online', back)
    document.removeEventListener('visibilitychange', onVisible)
    document.removeEventListener('resume', back)
  }
}
