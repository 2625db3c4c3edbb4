import { z } from 'zod'
import { InvalidToken, readClaims } from '../claims'
import type { Database } from '../database'
import { printable } from '../databaseError'
import type { Keys } from '../keys'
import { push, shutDown, type Channel } from './channel'
import { decodeFrame, encodeFrame, type Frame } from './frame'
import { JoinRefused, openChannel, permissionsIn } from './join'
import type { Rooms } from './rooms'

const broadcastPayload = z.object({ type: z.literal('broadcast'), event: z.string(), payload: z.unknown() })
const presencePayload = z.object({ event: z.string(), payload: z.record(z.string(), z.unknown()).optional() })
const tokenPayload = z.object({ access_token: z.string() })

/** One client connection. Messages are worked off in the order in which they came. */
export class RealtimeSocket {
  readonly #database: Database
  readonly #keys: Keys
  readonly #rooms: Rooms
  readonly #sendData: (data: string | Uint8Array) => void
  readonly #channels = new Map<string, Channel>()
  #work: Promise<void> = Promise.resolve()
  #closed = false

  constructor(database: Database, keys: Keys, rooms: Rooms, send: (data: string | Uint8Array) => void) {
    this.#database = database
    this.#keys = keys
    this.#rooms = rooms
    this.#sendData = send
  }

  receive(data: string | Uint8Array): void {
    const frame = decodeFrame(data)
    if (!frame) return
    this.#work = this.#work
      .then(() => this.#handle(frame))
      .catch((error: unknown) => {
        console.error('[embedded supabase] realtime:', printable(error))
        this.#reply(frame, 'error', { reason: 'Internal error' })
      })
  }

  /** Nobody is left to work for: what was asked before is not begun, and what had begun to join does not. */
  close(): void {
    this.#closed = true
    for (const topic of this.#channels.keys()) this.#leave(topic)
  }

  async #handle(frame: Frame): Promise<void> {
    if (this.#closed) return
    if (frame.event === 'heartbeat') return this.#heartbeat(frame)
    if (frame.event === 'phx_join') return this.#join(frame)
    const channel = this.#channels.get(frame.topic)
    if (!channel) return this.#reply(frame, 'error', { reason: 'unmatched topic' })
    switch (frame.event) {
      case 'access_token':
        return this.#refreshToken(channel, frame)
      case 'phx_leave':
        this.#leave(frame.topic)
        this.#reply(frame, 'ok')
        return channel.send({ ...frame, ref: channel.joinRef, event: 'phx_close', payload: {} })
      case 'broadcast':
        return this.#broadcast(channel, frame)
      case 'presence':
        return this.#presence(channel, frame)
      default:
        return this.#reply(frame, 'error', { reason: `unknown event ${frame.event}` })
    }
  }

  #heartbeat(frame: Frame): void {
    this.#reply(frame, 'ok')
    const now = Date.now() / 1000
    for (const channel of this.#channels.values()) {
      if (channel.claims.exp !== undefined && channel.claims.exp < now)
        this.#end(channel, 'Token has expired')
    }
  }

  async #join(frame: Frame): Promise<void> {
    this.#leave(frame.topic)
    try {
      const { channel, reply } = await openChannel(this.#database, this.#keys, frame, (out) =>
        this.#send(out),
      )
      if (this.#closed) return
      this.#channels.set(frame.topic, channel)
      this.#rooms.enter(channel)
      this.#reply(frame, 'ok', reply)
      if (channel.subscriptions.length > 0) {
        const name = frame.topic.replace(/^realtime:/, '')
        const message = 'Subscribed to PostgreSQL'
        push(channel, 'system', { channel: name, extension: 'postgres_changes', status: 'ok', message })
      }
      if (channel.presence.listening) push(channel, 'presence_state', this.#rooms.presenceState(channel))
    } catch (error) {
      if (error instanceof JoinRefused) return this.#reply(frame, 'error', { reason: error.message })
      if (error instanceof InvalidToken)
        return this.#reply(frame, 'error', { reason: `InvalidJWTToken: ${error.message}` })
      throw error
    }
  }

  /** A new token may show less than the old one: private channels are asked again. */
  async #refreshToken(channel: Channel, frame: Frame): Promise<void> {
    const parsed = tokenPayload.safeParse(frame.payload)
    if (!parsed.success) return
    try {
      channel.claims = await readClaims(parsed.data.access_token, this.#keys)
      if (channel.isPrivate)
        channel.permissions = await permissionsIn(this.#database, channel.claims, channel.topic)
    } catch (error) {
      if (!(error instanceof JoinRefused || error instanceof InvalidToken)) throw error
      this.#end(channel, error.message)
    }
  }

  #broadcast(channel: Channel, frame: Frame): void {
    const parsed = broadcastPayload.safeParse(frame.payload)
    const allowed = channel.permissions.write.has('broadcast')
    if (parsed.success && allowed)
      this.#rooms.broadcast(channel, { ...parsed.data, payload: parsed.data.payload }, channel)
    if (!channel.broadcast.ack) return
    if (parsed.success && allowed) this.#reply(frame, 'ok')
    else this.#reply(frame, 'error', { reason: 'You do not have permissions to write to this Channel topic' })
  }

  #presence(channel: Channel, frame: Frame): void {
    const parsed = presencePayload.safeParse(frame.payload)
    if (!parsed.success || !channel.permissions.write.has('presence')) {
      return this.#reply(frame, 'error', {
        reason: 'You do not have permissions to write to this Channel topic',
      })
    }
    this.#rooms.track(channel, parsed.data.event === 'track' ? (parsed.data.payload ?? {}) : null)
    this.#reply(frame, 'ok')
  }

  #end(channel: Channel, reason: string): void {
    this.#leave(channel.topic)
    shutDown(channel, reason)
  }

  #leave(topic: string): void {
    const channel = this.#channels.get(topic)
    if (!channel) return
    this.#channels.delete(topic)
    this.#rooms.leave(channel)
  }

  #reply({ joinRef, ref, topic }: Frame, status: 'ok' | 'error', response: unknown = {}): void {
    this.#send({ joinRef, ref, topic, event: 'phx_reply', payload: { status, response } })
  }

  #send(frame: Frame): void {
    this.#sendData(encodeFrame(frame))
  }
}
