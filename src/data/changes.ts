import { z } from 'zod'
import type { Video } from '@/domain/video'
import { onPersonLeft } from '@/lib/pagePerson'
import { openChannel, type FeedStatus, type OpenChannel } from './channels'
import { hearRows, type Change } from './readChange'

export type { Change, FeedStatus }

type Listener = {
  onChange: (change: Change) => void
  /** Called at once with the present status, then with every new one; `live` again means that changes were missed. */
  onStatus?: (status: FeedStatus) => void
}

type Feed = { userId: string; channel: OpenChannel<Change>; tabs: BroadcastChannel | null }

const TABLES = ['generated_videos', 'video_projects', 'photos', 'notifications'] as const

let feed: Feed | null = null
// Nothing more is heard in the name of somebody who left; not even what the linger would still let through.
onPersonLeft((userId) => feed?.userId === userId && feed.channel.close())

/**
 * Listen to a person's own changes. However many listen, there is one channel. @returns stop listening
 * See: [Note: one channel per topic]
 */
export function listenToChanges(userId: string, { onChange, onStatus }: Listener): () => void {
  if (feed && feed.userId !== userId) feed.channel.close()
  feed ??= openFeed(userId)
  return feed.channel.listen({ onEvent: onChange, ...(onStatus && { onStatus }) })
}

/** Whether what others change arrives at this moment, as far as is known. */
export const feedStatus = (userId: string): FeedStatus =>
  feed?.userId === userId ? feed.channel.status() : 'down'

/**
 * Tell the listeners of this and every other tab what this tab has just done itself, without waiting for the
 * database to say it: also when the socket is down, cancelling stops the renderer at once.
 */
export function announceVideo(video: Video): void {
  if (feed?.userId !== video.userId) return
  feed.channel.emit({ table: 'generated_videos', id: video.id, deleted: false, video })
  feed.tabs?.postMessage({ id: video.id })
}

function openFeed(userId: string): Feed {
  const tabs =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`photomemory.changes.${userId}`)
  const opened: Feed = {
    userId,
    tabs,
    channel: openChannel<Change>({
      topic: `changes:${userId}`,
      hear: (channel, emit) => {
        for (const table of TABLES) hearRows(channel, table, `user_id=eq.${userId}`, emit)
      },
      onClosed: () => {
        tabs?.close()
        if (feed === opened) feed = null
      },
    }),
  }
  if (tabs) {
    tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
      const id = z.object({ id: z.uuid() }).safeParse(data).data?.id
      if (id !== undefined)
        opened.channel.emit({ table: 'generated_videos', id, deleted: false, video: null })
    }
  }
  return opened
}
