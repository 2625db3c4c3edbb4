import type { Query, QueryCacheNotifyEvent, QueryClient } from '@tanstack/react-query'
import { DataError } from '@/lib/errors'
import { dropAnswers, isKeepable, keepAnswers, openKeptAnswers, type KeptAnswer } from '@/lib/localCache'

/** Answers that come together are written together. */
const GATHER_MS = 200
/** What changes again and again (a bar that moves) is written this often at most. */
const WRITE_EVERY_MS = 1_000

export type KeptCache = {
  /** Resolves when what the device remembered is in the cache. Never rejects. */
  restored: Promise<void>
  /** Write what waits to be written. */
  flush: () => Promise<void>
  stop: () => void
}

/**
 * Bring back what the device remembers of a person's answers, and keep it up to date with every new one.
 *
 * [Note: kept, but stale] What comes back is as old as it says and counts as asked for in another life: whoever shows it
 * asks again at once, and until an answer comes shows it with its age. Errors are never kept, nor what cannot be read
 * any more.
 */
export function keepCache(client: QueryClient, userId: string): KeptCache {
  const cache = client.getQueryCache()
  const openedAt = Date.now()
  const changed = new Set<string>()
  const gone = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let restoring = false
  let stopped = false

  let writtenAt = 0

  const write = async (isLast = false) => {
    clearTimeout(timer)
    timer = undefined
    writtenAt = Date.now()
    const answers = [...changed].flatMap((hash) => answerOf(cache.get(hash)))
    const dropped = [...gone]
    changed.clear()
    gone.clear()
    const dropping = dropped.length > 0 && dropAnswers(userId, dropped)
    // No room, or no database: what is on the screen is not touched by that.
    if (answers.length > 0 && !(await keepAnswers(userId, answers, isLast))) stop()
    await dropping
  }
  const onEvent = (event: QueryCacheNotifyEvent) => {
    const { query } = event
    if (restoring || query.queryKey[0] !== userId) return
    if (isGone(event, openedAt)) {
      changed.delete(query.queryHash)
      gone.add(query.queryHash)
    } else if (event.type === 'updated' && event.action.type === 'success') {
      gone.delete(query.queryHash)
      changed.add(query.queryHash)
    } else return
    timer ??= setTimeout(() => void write(), Math.max(GATHER_MS, writtenAt + WRITE_EVERY_MS - Date.now()))
  }
  const onPageHide = () => void write(true)
  const onHide = () => document.visibilityState === 'hidden' && void write(true)
  const stopHearing = cache.subscribe(onEvent)
  addEventListener('pagehide', onPageHide)
  document.addEventListener('visibilitychange', onHide)

  function stop() {
    stopped = true
    clearTimeout(timer)
    stopHearing()
    removeEventListener('pagehide', onPageHide)
    document.removeEventListener('visibilitychange', onHide)
  }

  const restored = openKeptAnswers(userId).then((answers) => {
    if (stopped) return
    restoring = true
    for (const answer of answers) restore(client, answer)
    restoring = false
  })
  return { restored, flush: () => write(), stop }
}

function restore(client: QueryClient, { key, data, updatedAt }: KeptAnswer): void {
  const known = client.getQueryState(key)
  if (known && known.dataUpdatedAt >= updatedAt) return
  client.setQueryData(key, data, { updatedAt })
  client.getQueryCache().find({ queryKey: key, exact: true })?.invalidate()
}

function answerOf(query: Query | undefined): KeptAnswer[] {
  if (!query || !isKeepable(query.queryKey, query.state.data)) return []
  const { queryKey: key, queryHash: hash, state } = query
  return [{ key, hash, data: state.data, updatedAt: state.dataUpdatedAt }]
}

/**
 * It was removed or reset, or the database says that it is not there or no longer the person's to read. What the cache
 * itself lets go of, because nobody has looked at it for long, stays on the device.
 * @param openedAt when the cache was opened: nothing in it has been there for longer, however old it came back
 */
function isGone({ type, query }: QueryCacheNotifyEvent, openedAt: number): boolean {
  const { data, dataUpdatedAt, status, fetchStatus, error } = query.state
  if (type === 'removed') return Date.now() - Math.max(dataUpdatedAt, openedAt) < query.gcTime
  if (type !== 'updated') return false
  if (data === undefined && status === 'pending' && fetchStatus === 'idle') return true
  return error instanceof DataError && (error.status === 403 || error.status === 404)
}
