import type { QueryClient } from '@tanstack/react-query'
import type { Change } from '@/data/readChange'
import { isCached } from './queries/isCached'
import { mediaQueries } from './queries/media'
import { photoQueries } from './queries/photos'
import { projectQueries } from './queries/projects'
import { dropVideo, patchVideo } from './queries/videoCache'
import { videoQueries } from './queries/videos'

/** Changes that come together (a cascade, a batch of uploads) are asked about once. */
const BURST_MS = 150

type Key = readonly unknown[]

export type CacheSync = {
  onChange: (change: Change) => void
  /** Everything of the person may have changed. */
  askAll: () => void
  /** Anything in this project may have changed. */
  askProject: (projectId: string) => void
  askFilms: () => void
  stop: () => void
}

/** What a change does to the person's cache: rows that carry a revision are patched, the rest asked for, once per burst. */
export function cacheSync(client: QueryClient, userId: string): CacheSync {
  const stale = new Map<string, Key>()
  let burst: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    burst = undefined
    const keys = [...stale.values()]
    stale.clear()
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
  }
  const askAgain = (...keys: Key[]) => {
    for (const key of keys) stale.set(JSON.stringify(key), key)
    burst ??= setTimeout(flush, BURST_MS)
  }

  return {
    onChange: (change) => {
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
    },
    askAll: () =>
      askAgain(
        projectQueries.all(userId),
        photoQueries.all(userId),
        videoQueries.all(userId),
        mediaQueries.all(userId),
        [userId, 'notifications'],
        [userId, 'members'],
        [userId, 'invitations'],
      ),
    askProject: (projectId) =>
      askAgain(
        projectQueries.detail(userId, projectId).queryKey,
        photoQueries.all(userId),
        videoQueries.ofProject(userId, projectId).queryKey,
        [userId, 'members'],
      ),
    askFilms: () => askAgain(videoQueries.all(userId), projectQueries.all(userId)),
    stop: () => clearTimeout(burst),
  }
}
