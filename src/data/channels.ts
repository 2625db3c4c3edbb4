import {
  REALTIME_SUBSCRIBE_STATES,
  type RealtimeChannel,
  type RealtimeChannelOptions,
} from '@supabase/supabase-js'
import { z } from 'zod'
import { supabase } from '@/lib/supabase'

/** `live`: what happens arrives. `connecting`: not yet. `down`: the socket is cut or refused; ask instead of waiting. */
export type FeedStatus = 'connecting' | 'live' | 'down'

export type ChannelListener<Event> = {
  onEvent: (event: Event) => void
  /** Called at once with the present status, then with every new one; `live` again means that changes were missed. */
  onStatus?: (status: FeedStatus) => void
}

/** How a topic is opened; `hear` is called with each new channel, before it joins. */
export type ChannelPlan<Event> = {
  topic: string
  options?: RealtimeChannelOptions
  hear: (channel: RealtimeChannel, emit: (event: Event) => void) => void
  /** Called after every (re)join. */
  onJoined?: (channel: RealtimeChannel) => void
  onClosed?: () => void
}

/** A topic that is open for at least one listener. */
export type OpenChannel<Event> = {
  listen: (listener: ChannelListener<Event>) => () => void
  status: () => FeedStatus
  /** Tell this page's listeners, as if it had come over the channel. */
  emit: (event: Event) => void
  /** Tell the others; what cannot go out now is dropped: it would be old news later. */
  broadcast: (event: string, payload: object) => void
  /** Close now, whoever listens. */
  close: () => void
}

/** A listener that comes back this soon (StrictMode, a page change) finds the channel still open. */
const LINGER_MS = 100
/**
 * Joining answers before the database is listened to; that is said in a message of its own. Changes made in between
 * are not told, so that `live` waits for it. A server that never says it is believed after this long.
 */
const ROWS_READY_MS = 5_000
/** A line that is not there by then is called down, whatever is waited for: a token, the socket, the join. */
const PATIENCE_MS = 10_000
/** A channel the server closed (token run out, membership ended) is opened again after these waits. */
const REOPEN_MS = [1_000, 2_000, 5_000, 10_000] as const

/** A topic can be joined again only after it was left: until then the client hands out the old channel. */
const leaving = new Map<string, Promise<unknown>>()

const rowsMessage = z.object({ extension: z.literal('postgres_changes'), status: z.string() })

/**
 * [Note: one channel per topic] However many listen (StrictMode mounts twice), a topic has one channel. It is closed
 * shortly after the last listener left, rejoined by the client when the socket comes back, and opened anew when the
 * server closed it.
 */
export function openChannel<Event>(plan: ChannelPlan<Event>): OpenChannel<Event> {
  const listeners = new Set<ChannelListener<Event>>()
  let channel: RealtimeChannel | null = null
  let status: FeedStatus = 'connecting'
  let closed = false
  let refusals = 0
  let rowsReady: ReturnType<typeof setTimeout> | undefined
  let reopening: ReturnType<typeof setTimeout> | undefined
  const patience = setTimeout(() => status === 'connecting' && setStatus('down'), PATIENCE_MS)

  const emit = (event: Event) => {
    for (const listener of listeners) listener.onEvent(event)
  }
  const setStatus = (next: FeedStatus) => {
    clearTimeout(rowsReady)
    status = next
    for (const listener of listeners) listener.onStatus?.(next)
  }

  const join = async () => {
    await leaving.get(plan.topic)
    // The token of this person, not of whoever was here before, and none that ran out.
    await supabase.realtime.setAuth()
    if (closed) return
    const joining = supabase.channel(plan.topic, plan.options)
    channel = joining
    plan.hear(joining, emit)
    joining.on('system', {}, (payload: unknown) => {
      const rows = rowsMessage.safeParse(payload).data
      if (rows && channel === joining) setStatus(rows.status === 'ok' ? 'live' : 'down')
    })
    joining.subscribe((state) => {
      if (channel !== joining || closed) return
      switch (state) {
        case REALTIME_SUBSCRIBE_STATES.SUBSCRIBED:
          refusals = 0
          clearTimeout(rowsReady)
          rowsReady = setTimeout(() => setStatus('live'), ROWS_READY_MS)
          return plan.onJoined?.(joining)
        case REALTIME_SUBSCRIBE_STATES.CHANNEL_ERROR:
        case REALTIME_SUBSCRIBE_STATES.TIMED_OUT:
          return setStatus('down') // the client tries again by itself
        case REALTIME_SUBSCRIBE_STATES.CLOSED:
          channel = null
          setStatus('down')
          reopening = setTimeout(() => void join(), REOPEN_MS[Math.min(refusals++, REOPEN_MS.length - 1)])
          return
        default:
          state satisfies never
      }
    })
  }

  const close = () => {
    if (closed) return
    closed = true
    listeners.clear()
    clearTimeout(patience)
    clearTimeout(rowsReady)
    clearTimeout(reopening)
    if (channel) {
      const left = supabase.removeChannel(channel).finally(() => {
        if (leaving.get(plan.topic) === left) leaving.delete(plan.topic)
      })
      leaving.set(plan.topic, left)
    }
    plan.onClosed?.()
  }

  void join()
  return {
    status: () => status,
    listen: (listener) => {
      listeners.add(listener)
      listener.onStatus?.(status)
      return () => {
        listeners.delete(listener)
        setTimeout(() => listeners.size === 0 && close(), LINGER_MS)
      }
    },
    emit,
    broadcast: (event, payload) => {
      // Not joined, the client would send by HTTP, message by message.
      if (channel?.state !== 'joined' || !supabase.realtime.isConnected()) return
      void channel.send({ type: 'broadcast', event, payload })
    },
    close,
  }
}
