import type { QueryClient } from '@tanstack/react-query'
import type { Change } from '@/data/readChange'
import type { Notification, NotificationKind } from '@/domain/notification'
import { isCached } from './queries/isCached'
import { mediaQueries } from './queries/media'
import { invitationQueries, memberQueries } from './queries/members'
import { dropPhoto, patchPhoto } from './queries/photoCache'
import { photoQueries } from './queries/photos'
import { patchProject } from './queries/projectCache'
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
  askMembers: (projectId: string) => void
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
    memberQueries.all(userId),
    invitationQueries.all(userId),
    photoQueries.all(userId),
    videoQueries.all(userId),
  ]
  const ofProject = (projectId: string) => [
    projectQueries.detail(userId, projectId).queryKey,
    photoQueries.ofProject(userId, projectId).queryKey,
    videoQueries.ofProject(userId, projectId).queryKey,
    memberQueries.ofProject(userId, projectId).queryKey,
  ]
  const membershipTold = ({ kind, payload }: Notification) => {
    if (!isAboutMembership(kind)) return
    askAgain(...membership)
    if (kind !== 'membership_ended' || payload.project === undefined) return
    // What is on the screen asks and is refused; what lies in the cache is not theirs to keep.
    const { project } = payload
    client.removeQueries({
      type: 'inactive',
      predicate: ({ queryKey }) => queryKey[0] === userId && queryKey.includes(project),
    })
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
          if (change.project && patchProject(client, userId, change.project) !== 'unknown') return
          return askAgain(projectQueries.all(userId))
        case 'photos':
          askAgain(projectQueries.lists(userId)) // a card shows the first photo
          if (change.deleted) dropPhoto(client, userId, change.id)
          else if (change.photo && patchPhoto(client, userId, change.photo) !== 'unknown') return
          return askAgain(photoQueries.all(userId), mediaQueries.all(userId))
        case 'notifications':
          askAgain([userId, 'notifications'])
          if (change.notification) membershipTold(change.notification)
          return
        default:
          change satisfies never
      }
    },
    askAll: () => askAgain(...membership, mediaQueries.all(userId), [userId, 'notifications']),
    askProject: (projectId) => askAgain(...ofProject(projectId)),
    askMembers: (projectId) => askAgain(memberQueries.ofProject(userId, projectId).queryKey),
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
function isAboutMembership(kind: NotificationKind): boolean {
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
