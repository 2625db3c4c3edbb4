import type { QueryClient } from '@tanstack/react-query'
import { isLive, type Video } from '@/domain/video'

/**
 * [Note: the revision guard] The database raises `rev` with every change of a film. Rows arrive by several ways that
 * overtake each other (subscription, refetch, a mutation's answer): whatever arrives, the higher `rev` stays. So the
 * bar never falls and a finished film never goes back to work.
 */
export const newestOf = (arrived: Video, cached: Video | undefined): Video =>
  cached && cached.rev > arrived.rev ? cached : arrived

/** The arrived list, each film in the newest revision known. */
export function newestOfEach(arrived: readonly Video[], cached: readonly Video[] | undefined): Video[] {
  const known = new Map(cached?.map((video) => [video.id, video]))
  return arrived.map((video) => newestOf(video, known.get(video.id)))
}

/**
 * Put a film that arrived into every cached list and detail that has it.
 * @returns `patched` when that is all there is to do, `stale` when it was old news, `unknown` when a list may lack it
 * or what else depends on its state has changed: then ask again
 */
export function patchVideo(
  client: QueryClient,
  userId: string,
  video: Video,
): 'patched' | 'stale' | 'unknown' {
  let seen = 0
  let newer = 0
  let stateChanged = false
  const better = (old: Video) => {
    seen++
    if (old.rev >= video.rev) return old
    newer++
    stateChanged ||= old.status !== video.status
    return video
  }
  changeCached(client, userId, (cached) => {
    if (!Array.isArray(cached)) return cached.id === video.id ? better(cached) : cached
    const at = cached.findIndex(({ id }) => id === video.id)
    const old = cached[at]
    if (!old) return cached
    const chosen = better(old)
    return chosen === old ? cached : cached.with(at, chosen)
  })
  if (seen === 0 || stateChanged) return 'unknown'
  return newer > 0 ? 'patched' : 'stale'
}

/** Take a deleted film out of every cached list. */
export function dropVideo(client: QueryClient, userId: string, videoId: string): void {
  changeCached(client, userId, (cached) =>
    Array.isArray(cached) && cached.some(({ id }) => id === videoId)
      ? cached.filter(({ id }) => id !== videoId)
      : cached,
  )
}

/** Is a film waiting or being made, as far as the cache knows? */
export function knowsLiveVideo(client: QueryClient, userId: string): boolean {
  return cachedOf(client, userId).some(([, data]) => [data].flat().some(({ status }) => isLive(status)))
}

type Cached = Video | Video[]

const cachedOf = (client: QueryClient, userId: string) =>
  client
    .getQueriesData<Cached>({ queryKey: [userId, 'videos'] })
    .flatMap(([key, data]) => (data ? [[key, data] as const] : []))

/**
 * What does not change is not written: a write would tell the screen, and would call the whole list fresh. For the
 * same reason a write keeps the time of the last answer.
 */
function changeCached(client: QueryClient, userId: string, change: (cached: Cached) => Cached): void {
  for (const [key, data] of cachedOf(client, userId)) {
    const changed = change(data)
    const updatedAt = client.getQueryState(key)?.dataUpdatedAt
    if (changed !== data) client.setQueryData(key, changed, updatedAt === undefined ? {} : { updatedAt })
  }
}
