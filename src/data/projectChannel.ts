import type { RealtimeChannel } from '@supabase/supabase-js'
import { z } from 'zod'
import { DESCRIPTION_MAX } from '@/domain/project'
import { targetSchema, type Target } from '@/domain/target'
import { onPersonLeft } from '@/lib/pagePerson'
import { openChannel, type ChannelListener, type OpenChannel } from './channels'
import { hearRows, type Change } from './readChange'

/** One tab that has the project open. `key` names the tab, `userId` who says to be in it. */
export type Presence = { key: string; userId: string }

/** What happens in the room of a project. `value` null: the typing has ended. */
export type RoomEvent =
  | { kind: 'change'; change: Change }
  | { kind: 'present'; present: Presence[] }
  /** Somebody came, and does not know yet what was said before. */
  | { kind: 'joined' }
  | { kind: 'hold'; key: string; target: Target | null }
  | { kind: 'typing'; key: string; target: Target; value: string | null }

export type ProjectChannel = {
  listen: (listener: ChannelListener<RoomEvent>) => () => void
  /** Tell the others what this tab is working on. Not heard by them when a viewer says it. */
  sendHold: (target: Target | null) => void
  /** Tell the others what is being typed, before it is saved. */
  sendTyping: (target: Target, value: string | null) => void
}

/** This tab, in every room it enters. */
export const TAB_KEY: string = crypto.randomUUID()

/**
 * [Note: presence says who, broadcasts say what] A hosted project closes the channel of a client that changes its
 * presence more than five times in 30 seconds, and a person who tabs through captions changes what they hold faster
 * than that. So presence is told once per join; what is held and typed is broadcast, and said again to who comes later.
 *
 * [Note: a claim, not a proof] The server checks that whoever speaks may edit the project, not that they are who their
 * presence says. Nothing is decided by it: names come from the database, rows are guarded there.
 */
const presenceSchema = z.object({ userId: z.uuid() })
const key = z.uuid()
const messageSchema = z.object({
  event: z.string(),
  payload: z.unknown(),
})
const holdSchema = z.object({ key, target: targetSchema.nullable() })
const typingSchema = z.object({
  key,
  target: targetSchema,
  value: z.string().max(DESCRIPTION_MAX).nullable(),
})

const rooms = new Map<string, OpenChannel<RoomEvent>>()
onPersonLeft((userId) => {
  for (const [name, room] of rooms) if (name.startsWith(userId)) room.close()
})

/**
 * The private channel of a project; only who can read the project may join it (supabase/migrations: realtime).
 * See: [Note: one channel per topic]
 */
export function projectChannel(userId: string, projectId: string): ProjectChannel {
  const name = `${userId} ${projectId}`
  return {
    listen: (listener) => {
      const room = rooms.get(name) ?? openRoom(name, userId, projectId)
      rooms.set(name, room)
      return room.listen(listener)
    },
    sendHold: (target) => rooms.get(name)?.broadcast('hold', { key: TAB_KEY, target }),
    sendTyping: (target, value) => rooms.get(name)?.broadcast('typing', { key: TAB_KEY, target, value }),
  }
}

function openRoom(name: string, userId: string, projectId: string): OpenChannel<RoomEvent> {
  const room = openChannel<RoomEvent>({
    topic: `project:${projectId}`,
    options: { config: { private: true, presence: { key: TAB_KEY } } },
    hear: (channel, emit) => {
      const change = (heard: Change) => emit({ kind: 'change', change: heard })
      hearRows(channel, 'video_projects', `id=eq.${projectId}`, change)
      hearRows(channel, 'photos', `project_id=eq.${projectId}`, change)
      hearRows(channel, 'generated_videos', `project_id=eq.${projectId}`, change)
      channel
        .on('presence', { event: 'sync' }, () => emit({ kind: 'present', present: readPresent(channel) }))
        .on('presence', { event: 'join' }, ({ key: newcomer }) => {
          if (newcomer !== TAB_KEY) emit({ kind: 'joined' })
        })
        .on('broadcast', { event: '*' }, (message: unknown) => {
          const event = readMessage(message)
          if (event) emit(event)
        })
    },
    onJoined: (channel) => void channel.track({ userId }),
    onClosed: () => {
      if (rooms.get(name) === room) rooms.delete(name)
    },
  })
  return room
}

function readPresent(channel: RealtimeChannel): Presence[] {
  return Object.entries(channel.presenceState()).flatMap(([tab, metas]) => {
    const claims = presenceSchema.safeParse(metas.at(-1)).data
    return claims && key.safeParse(tab).success ? [{ key: tab, userId: claims.userId }] : []
  })
}

function readMessage(message: unknown): RoomEvent | null {
  const parsed = messageSchema.safeParse(message).data
  if (!parsed) return null
  switch (parsed.event) {
    case 'hold': {
      const hold = holdSchema.safeParse(parsed.payload).data
      return hold && hold.key !== TAB_KEY ? { kind: 'hold', ...hold } : null
    }
    case 'typing': {
      const typing = typingSchema.safeParse(parsed.payload).data
      return typing && typing.key !== TAB_KEY ? { kind: 'typing', ...typing } : null
    }
    default:
      return null // of a newer version of this page
  }
}
