import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { listenToChanges, type Change, type FeedStatus } from '@/data/changes'
import { isCached } from './queries/isCached'
import { mediaQueries } from './queries/media'
import { photoQueries } from './queries/photos'
import { projectQueries } from './queries/projects'
import { dropVideo, knowsLiveVideo, patchVideo } from './queries/videoCache'
import { videoQueries } from './queries/videos'

/** Changes that come together (a cascade, a batch of uploads) are asked about once. */
const BURST_MS = 150
/** How often to ask while a film is being made and the socket is down. */
const POLL_MS = 5_000

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
  const stale = new Map<string, readonly unknown[]>()
  let burst: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    burst = undefined
    const keys = [...stale.values()]
    stale.clear()
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
  }
  const askAgain = (...keys: (readonly unknown[])[]) => {
    for (const key of keys) stale.set(JSON.stringify(key), key)
    burst ??= setTimeout(flush, BURST_MS)
  }
  const askAll = () =>
    askAgain(
      projectQueries.all(userId),
      photoQueries.all(userId),
      videoQueries.all(userId),
      mediaQueries.all(userId),
    )

  const onChange = (change: Change) => {
    // Hosted, deletions of everybody's rows arrive, as bare ids.
    if (change.deleted && !isCached(client, userId, change.id)) return
    switch (change.table) {
      case 'generated_videos':
        if (change.deleted) dropVideo(client, userId, change.id)
        else if (change.video && patchVideo(client, userId, change.video) !== 'unknown') return
        return askAgain(videoQueries.all(userId), projectQueries.all(userId))
      case 'video_projects':
        return askAgain(projectQueries.all(userId))
      case 'photos':
        return askAgain(photoQueries.all(userId), projectQueries.lists(userId), mediaQueries.all(userId))
      case 'notifications':
        return askAgain([userId, 'notifications'])
      default:
        change satisfies never
    }
  }

  const onVisible = () => document.visibilityState === 'visible' && askAll()
  const poll = setInterval(() => {
    if (status === 'down' && knowsLiveVideo(client, userId))
      askAgain(videoQueries.all(userId), projectQueries.all(userId))
  }, POLL_MS)
  addEventListener('online', askAll)
  document.addEventListener('visibilitychange', onVisible)
  const stopListening = listenToChanges(userId, {
    onChange,
    onStatus: (next) => {
      setStatus(next)
      if (next === 'live') askAll()
    },
  })
  return () => {
    stopListening()
    setStatus('connecting')
    clearTimeout(burst)
    clearInterval(poll)
    removeEventListener('online', askAll)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
