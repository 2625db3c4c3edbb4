import type { QueryClient } from '@tanstack/react-query'
import type { Change } from '@/data/readChange'
import type { NotificationKind } from '@/domain/notification'
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

  const membership = [
    projectQueries.all(userId),
    [userId, 'members'],
    [userId, 'invitations'],
    photoQueries.all(userId),
    videoQueries.all(userId),
  ]

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
          askAgain([userId, 'notifications'])
          if (change.notification && aboutMembership(change.notification.kind)) askAgain(...membership)
          return
        default:
          change satisfies never
      }
    },
    askAll: () => askAgain(...membership, mediaQueries.all(userId), [userId, 'notifications']),
    askProject: (projectId) =>
      askAgain(
        projectQueries.detail(userId, projectId).queryKey,
        photoQueries.all(userId),
        videoQueries.ofProject(userId, projectId).queryKey,
        [userId, 'members'],
      ),
    // A film that is done is announced, also while nothing arrives by itself.
    askFilms: () => askAgain(videoQueries.all(userId), projectQueries.all(userId), [userId, 'notifications']),
    // Nobody is here to see the answers: what is shown next asks by itself.
    stop: () => {
      clearTimeout(burst)
      for (const queryKey of stale.values()) void client.invalidateQueries({ queryKey, refetchType: 'none' })
    },
  }
}

/** Who may see what has changed: project lists, people and invitations with it. */
function aboutMembership(kind: NotificationKind): boolean {
  switch (kind) {
    case 'project_invited':
    case 'invitation_accepted':
    case 'membership_ended':
    case 'role_changed':
    case 'member_left':
    case 'other':
      return true
    case 'video_completed':
    case 'video_failed':
      return false
    default:
      kind satisfies never
      return false
  }
}
