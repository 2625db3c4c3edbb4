import type { Database } from '../database'
import { printable } from '../databaseError'
import type { Keys } from '../keys'
import { ChangeFeed } from './changeFeed'
import { broadcastOverHttp } from './httpBroadcast'
import { Rooms } from './rooms'
import { RealtimeSocket } from './socket'

/** Supabase Realtime for one database. Knows nothing of WebSockets: adapters bring messages and a way to send. */
export class Realtime {
  readonly #database: Database
  readonly #keys: Keys
  readonly #rooms = new Rooms()
  readonly #feed: ChangeFeed
  #unlisten: (() => Promise<void>) | null = null

  constructor(database: Database, keys: Keys) {
    this.#database = database
    this.#keys = keys
    this.#feed = new ChangeFeed(database, this.#rooms)
  }

  async start(): Promise<void> {
    const { mutex, pg } = this.#database
    this.#unlisten = await mutex.run(() => pg.listen('realtime_changes', () => this.#soon()))
  }

  /** The notification arrives while the writer still holds the lock; draining waits for its own turn. */
  #soon(): void {
    setTimeout(() => {
      if (!this.#unlisten) return
      this.#feed
        .drain()
        .catch((error: unknown) => console.error('[embedded supabase] realtime:', printable(error)))
    }, 0)
  }

  async stop(): Promise<void> {
    const unlisten = this.#unlisten
    this.#unlisten = null
    await this.#feed.settled()
    if (unlisten) await this.#database.mutex.run(unlisten)
  }

  /** True for a key that may open a connection. */
  accepts(apiKey: string | null): boolean {
    return apiKey === this.#keys.publishable || apiKey === this.#keys.secret
  }

  /** A new client. Call `receive` with each of its messages and `close` at its end. */
  connect(send: (data: string | Uint8Array) => void): RealtimeSocket {
    return new RealtimeSocket(this.#database, this.#keys, this.#rooms, send)
  }

  /** Answers /realtime/v1/api/broadcast. */
  fetch(request: Request): Promise<Response> {
    return broadcastOverHttp(request, this.#database, this.#keys, this.#rooms)
  }
}
