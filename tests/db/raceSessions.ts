import { Client } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { createDatabase, type Row } from './engines'

/** A connection of its own: a tab or a device of somebody, or the owner of the database. */
export class Session {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /** From now on every statement is one of this person, under row-level security. */
  async signIn(person: string) {
    await this.query(
      `select set_config('role', 'authenticated', false), set_config('request.jwt.claims', $1, false)`,
      [JSON.stringify({ role: 'authenticated', sub: person })],
    )
  }

  async query(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.#client.query<Row>(sql, parameters)).rows
  }

  async row(sql: string, parameters: unknown[] = []): Promise<Row> {
    const [row] = await this.query(sql, parameters)
    if (!row) throw new Error(`no row: ${sql}`)
    return row
  }
}

/** A database on the real server that one file of races has for itself. */
export class Arena {
  readonly #clients: Client[] = []
  #connection: Awaited<ReturnType<typeof createDatabase>> | undefined
  #admin: Session | undefined

  async open() {
    this.#connection = await createDatabase()
    this.#admin = await this.session()
  }

  get admin(): Session {
    if (!this.#admin) throw new Error('the arena is not open')
    return this.#admin
  }

  async session(person?: string): Promise<Session> {
    const client = new Client(this.#connection)
    await client.connect()
    this.#clients.push(client)
    const session = new Session(client)
    if (person !== undefined) await session.signIn(person)
    return session
  }

  async signUp(name: string, admin = this.admin): Promise<string> {
    const sql = 'insert into auth.users (email, email_confirmed_at) values ($1, now()) returning id'
    return String((await admin.row(sql, [`${name}@example.com`])).id)
  }

  /** Waits until this many statements wait for a lock. */
  async untilSomebodyWaits(count = 1) {
    const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    // Not by the session that may hold what they wait for: inside a transaction it would always see the same.
    const looker = await this.session()
    while ((await looker.query(sql)).length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  /** Ends every connection but that of the owner of the database. */
  async everybodyLeaves() {
    await Promise.all(this.#clients.splice(1).map((client) => client.end()))
  }

  async close() {
    await Promise.all(this.#clients.map((client) => client.end()))
  }
}

/** An arena for the tests of one describe or file. */
export function inArena(define: (arena: Arena) => void) {
  const arena = new Arena()
  beforeAll(() => arena.open())
  afterAll(() => arena.close())
  define(arena)
}
