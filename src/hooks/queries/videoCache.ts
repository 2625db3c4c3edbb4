import type { QueryClient } from '@tanstack/react-query'
import { isLive, type Video } from '@/domain/video'
import { changeKeepingAge } from './changeKeepingAge'
import { isWishedFor, wishedFilms } from './filmWishes'

export const videosKey = (userId: string) => [userId, 'videos'] as const
export const queueKey = (userId: string) => [userId, 'videos', 'queue'] as const
export const projectVideosKey = (userId: string, projectId: string) =>
  [userId, 'videos', 'project', projectId] as const
export const videoKey = (userId: string, videoId: string) => [userId, 'videos', 'detail', videoId] as const

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

/**
 * Films that were asked for (of one project, or all), each in the newest revision known, after those that were wished for
 * and have no row yet.
 */
export function receiveVideos(
  client: QueryClient,
  userId: string,
  queryKey: readonly unknown[],
  arrived: readonly Video[],
): Video[] {
  const films = newestOfEach(arrived, client.getQueryData<Video[]>(queryKey))
  return [...wishesFor(client, userId, queryKey, films), ...films]
}

/** Show what is wished for in every list it belongs to, and no longer what is not (any more). */
export function showWishes(client: QueryClient, userId: string, except?: unknown): void {
  for (const [key, cached] of cachedOf(client, userId)) {
    if (!Array.isArray(cached)) continue
    const films = cached.filter((film) => !isWishedFor(film))
    changeKeepingAge<Video[]>(client, key, () => [...wishesFor(client, userId, key, films, except), ...films])
  }
}

/** Put a film that was just made or changed by this page into its lists, at their head when it is new there. */
export function enterVideo(client: QueryClient, userId: string, video: Video): void {
  patchVideo(client, userId, video)
  // Somebody else's film is not in the person's own queue.
  const lists = video.userId === userId ? [queueKey(userId)] : []
  for (const key of [...lists, projectVideosKey(userId, video.projectId)]) {
    changeKeepingAge<Video[]>(client, key, (films) =>
      films.some(({ id }) => id === video.id) ? films : [video, ...films],
    )
  }
}

function wishesFor(
  client: QueryClient,
  userId: string,
  key: readonly unknown[],
  films: readonly Video[],
  except?: unknown,
): Video[] {
  const [, , list, projectId] = key
  const wishes = wishedFilms(client, userId, films, except)
  return list === 'project' ? wishes.filter((wish) => wish.projectId === projectId) : wishes
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
    .getQueriesData<Cached>({ queryKey: videosKey(userId) })
    .flatMap(([key, data]) => (data ? [[key, data] as const] : []))

function changeCached(client: QueryClient, userId: string, change: (cached: Cached) => Cached): void {
  for (const [key] of cachedOf(client, userId)) changeKeepingAge<Cached>(client, key, change)
}
