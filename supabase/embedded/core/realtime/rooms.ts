import { push, type Channel } from './channel'
import type { Broadcast } from './frame'

type Metas = Record<string, { metas: Record<string, unknown>[] }>

/** Everybody who is joined, by topic: broadcast and presence go from here to the others. */
export class Rooms {
  readonly #rooms = new Map<string, Set<Channel>>()
  #presenceRef = 0

  channels(): Channel[] {
    return [...this.#rooms.values()].flatMap((room) => [...room])
  }

  enter(channel: Channel): void {
    const key = roomKey(channel)
    const room = this.#rooms.get(key) ?? new Set()
    this.#rooms.set(key, room.add(channel))
  }

  leave(channel: Channel): void {
    const room = this.#rooms.get(roomKey(channel))
    if (!room?.delete(channel)) return
    this.track(channel, null)
    if (room.size === 0) this.#rooms.delete(roomKey(channel))
  }

  /** @param sender hears it too only when it asked to */
  broadcast(room: { topic: string; isPrivate: boolean }, message: Broadcast, sender?: Channel): void {
    for (const channel of this.#rooms.get(roomKey(room)) ?? []) {
      const wanted = channel !== sender || channel.broadcast.self
      if (wanted && channel.permissions.read.has('broadcast')) push(channel, 'broadcast', message)
    }
  }

  /** Sets (or with null ends) what others see of this client, and tells them. */
  track(channel: Channel, state: Record<string, unknown> | null): void {
    const before = channel.presence.meta
    const after = state && { phx_ref: String(++this.#presenceRef), ...state }
    channel.presence.meta = after
    if (!before && !after) return
    const metas = (meta: Record<string, unknown> | null): Metas =>
      meta ? { [channel.presence.key]: { metas: [meta] } } : {}
    const diff = { joins: metas(after), leaves: metas(before) }
    for (const other of this.#rooms.get(roomKey(channel)) ?? []) {
      if (other.presence.listening && other.permissions.read.has('presence'))
        push(other, 'presence_diff', diff)
    }
  }

  /** Who is there, by presence key. */
  presenceState(channel: Channel): Metas {
    const state: Metas = {}
    for (const { presence } of this.#rooms.get(roomKey(channel)) ?? []) {
      if (presence.meta) (state[presence.key] ??= { metas: [] }).metas.push(presence.meta)
    }
    return state
  }
}

function roomKey({ topic, isPrivate }: { topic: string; isPrivate: boolean }): string {
  return `${isPrivate ? 'private' : 'public'} ${topic}`
}
