import type { QueryClient } from '@tanstack/react-query'
import type { Video } from '@/domain/video'

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

type Cached = Video | Video[] | undefined

/**
 * Put a film that arrived into every cached list and detail that has it.
 * @returns `patched` when that is all there is to do, `unknown` when a list may lack it or what else depends on its
 * state has changed: then ask again
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
  client.setQueriesData<Cached>({ queryKey: [userId, 'videos'] }, (cached) => {
    if (!cached) return cached
    if (!Array.isArray(cached)) return cached.id === video.id ? better(cached) : cached
    return cached.some(({ id }) => id === video.id)
      ? cached.map((old) => (old.id === video.id ? better(old) : old))
      : cached
  })
  if (seen === 0 || stateChanged) return 'unknown'
  return newer > 0 ? 'patched' : 'stale'
}

/** Take a deleted film out of every cached list. */
export function dropVideo(client: QueryClient, userId: string, videoId: string): void {
  client.setQueriesData<Cached>({ queryKey: [userId, 'videos'] }, (cached) =>
    Array.isArray(cached) && cached.some(({ id }) => id === videoId)
      ? cached.filter(({ id }) => id !== videoId)
      : cached,
  )
}

/** Is a film waiting or being made, as far as the cache knows? */
export function knowsLiveVideo(client: QueryClient, userId: string): boolean {
  return client
    .getQueriesData<Cached>({ queryKey: [userId, 'videos'] })
    .some(([, cached]) =>
      [cached ?? []].flat().some(({ status }) => status === 'queued' || status === 'processing'),
    )
}
