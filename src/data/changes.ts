import {
  REALTIME_SUBSCRIBE_STATES,
  type RealtimeChannel,
  type RealtimePostgresChangesPayload,
} from '@supabase/supabase-js'
import { z } from 'zod'
import { videoSchema, type Video } from '@/domain/video'
import { supabase } from '@/lib/supabase'

/**
 * Something of this person's changed in the database. A film comes along where it could be read, because it changes
 * often and is worth patching; for everything else the listener asks again.
 */
export type Change = { id: string; deleted: boolean } & (
  | { table: 'generated_videos'; video: Video | null }
  | { table: 'video_projects' | 'photos' | 'notifications' }
)

/** `live`: changes arrive. `connecting`: not yet. `down`: the socket is cut or refused; ask instead of waiting. */
export type FeedStatus = 'connecting' | 'live' | 'down'

type Listener = {
  onChange: (change: Change) => void
  /** Called at once with the present status, then with every new one; `live` again means that changes were missed. */
  onStatus?: (status: FeedStatus) => void
}

type Feed = {
  userId: string
  channel: RealtimeChannel | null
  tabs: BroadcastChannel | null
  status: FeedStatus
  listeners: Set<Listener>
}

const TABLES = ['generated_videos', 'video_projects', 'photos', 'notifications'] as const
/** A listener that comes back this soon (StrictMode, a page change) finds the channel still open. */
const LINGER_MS = 100

let feed: Feed | null = null
/** A topic can be joined again only after it was left: until then the client hands out the old channel. */
let leaving: Promise<unknown> = Promise.resolve()

/**
 * Listen to a person's changes. However many listen, there is one channel; it is closed shortly after the last one
 * left. @returns stop listening
 */
export function listenToChanges(userId: string, listener: Listener): () => void {
  if (feed && feed.userId !== userId) closeFeed(feed)
  const open = feed ?? openFeed(userId)
  feed = open
  open.listeners.add(listener)
  listener.onStatus?.(open.status)
  return () => {
    open.listeners.delete(listener)
    setTimeout(() => {
      if (open.listeners.size === 0 && feed === open) closeFeed(open)
    }, LINGER_MS)
  }
}

/**
 * Tell the listeners of this and every other tab what this tab has just done itself, without waiting for the
 * database to say it: also when the socket is down, cancelling stops the renderer at once.
 */
export function announceVideo(video: Video): void {
  if (feed?.userId !== video.userId) return
  emit(feed, { table: 'generated_videos', id: video.id, deleted: false, video })
  feed.tabs?.postMessage({ id: video.id })
}

function openFeed(userId: string): Feed {
  const opened: Feed = {
    userId,
    channel: null,
    tabs:
      typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`photomemory.changes.${userId}`),
    status: 'connecting',
    listeners: new Set(),
  }
  if (opened.tabs) {
    opened.tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
      const id = idSchema.safeParse(data).data?.id
      if (id !== undefined) emit(opened, { table: 'generated_videos', id, deleted: false, video: null })
    }
  }
  void leaving.then(() => feed === opened && join(opened))
  return opened
}

function join(opened: Feed): void {
  const channel = supabase.channel(`changes:${opened.userId}`)
  opened.channel = channel
  const hear = (
    table: (typeof TABLES)[number],
    payload: RealtimePostgresChangesPayload<Record<string, unknown>>,
  ) => {
    const change = readChange(table, payload)
    if (change) emit(opened, change)
  }
  for (const table of TABLES) {
    const rows = { schema: 'public', table } as const
    const mine = { ...rows, filter: `user_id=eq.${opened.userId}` } // filters are literals
    channel
      .on('postgres_changes', { ...mine, event: 'INSERT' }, (payload) => hear(table, payload))
      .on('postgres_changes', { ...mine, event: 'UPDATE' }, (payload) => hear(table, payload))
      // A deletion carries the key alone, so that no filter on another column would ever match it.
      .on('postgres_changes', { ...rows, event: 'DELETE' }, (payload) => hear(table, payload))
  }
  channel.subscribe((state) => {
    if (feed !== opened) return
    // CHANNEL_ERROR, TIMED_OUT, CLOSED: the client tries again by itself.
    setStatus(opened, state === REALTIME_SUBSCRIBE_STATES.SUBSCRIBED ? 'live' : 'down')
  })
}

function closeFeed(closing: Feed): void {
  feed = null
  closing.listeners.clear()
  closing.tabs?.close()
  if (closing.channel) leaving = supabase.removeChannel(closing.channel)
}

function emit(opened: Feed, change: Change): void {
  for (const listener of opened.listeners) listener.onChange(change)
}

function setStatus(opened: Feed, status: FeedStatus): void {
  opened.status = status
  for (const listener of opened.listeners) listener.onStatus?.(status)
}

const idSchema = z.object({ id: z.uuid() })

function readChange(
  table: (typeof TABLES)[number],
  payload: RealtimePostgresChangesPayload<Record<string, unknown>>,
): Change | null {
  const deleted = payload.eventType === 'DELETE'
  const row = deleted ? payload.old : payload.new
  const id = idSchema.safeParse(row).data?.id
  if (id === undefined) return null
  if (table !== 'generated_videos') return { table, id, deleted }
  return { table, id, deleted, video: deleted ? null : (videoSchema.safeParse(row).data ?? null) }
}
