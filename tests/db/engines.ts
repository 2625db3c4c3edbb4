import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { Client, Pool, types, type PoolClient } from 'pg'
import { beforeAll, beforeEach, describe, inject } from 'vitest'

export type Row = Record<string, unknown>
type Query = (sql: string, parameters?: unknown[]) => Promise<Row[]>

interface Engine {
  /** One statement as the owner of the database, outside row-level security. */
  query: Query
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>
}

export async function openPGlite(): Promise<Engine> {
  const snapshot = new Blob([new Uint8Array(readFileSync(inject('pgliteSnapshot')))])
  const database = await PGlite.create({ loadDataDir: snapshot })
  return {
    query: async (sql, parameters) => (await database.query<Row>(sql, parameters)).rows,
    transaction: (work) =>
      database.transaction((tx) =>
        work(async (sql, parameters) => (await tx.query<Row>(sql, parameters)).rows),
      ),
  }
}

/** Creates a freshly migrated database on the real server; answers how to connect to it. */
export async function createDatabase() {
  const server = inject('postgres')
  if ('missing' in server) throw new Error(server.missing)
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new Client({ host: server.host, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${database} template template_migrated`)
  // A copy holds everything but the rights on the database itself.
  await admin.query(
    `update pg_database set datacl = (select datacl from pg_database where datname = 'template_migrated')
     where datname = $1`,
    [database],
  )
  await admin.end()
  return { host: server.host, user: 'postgres', database }
}

async function openPostgres(): Promise<Engine> {
  const pool = new Pool({
    ...(await createDatabase()),
    max: 30,
    types: { getTypeParser },
  })
  const run = async (client: Pool | PoolClient, sql: string, parameters?: unknown[]) => {
    const { rows } = await client.query<Row>(sql, parameters)
    return rows
  }
  return {
    query: (sql, parameters) => run(pool, sql, parameters),
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await work((sql, parameters) => run(client, sql, parameters))
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
  }
}

const engines = new Map<string, Promise<Engine>>()

/** The test files of this project share one process (`isolate: false`), hence one database per engine. */
function openOnce(name: string): Promise<Engine> {
  const engine = engines.get(name) ?? (name === 'PGlite' ? openPGlite() : openPostgres())
  engines.set(name, engine)
  return engine
}

/** bigint as number, like PGlite and like JSON. */
const getTypeParser: typeof types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
  id === types.builtins.INT8 ? Number : types.getTypeParser(id, format as 'text')

/** Somebody calling the API: their statements run under row-level security, each in its own transaction. */
export class Actor {
  readonly id: string
  readonly role: 'authenticated' | 'anon'
  readonly #engine: () => Engine

  constructor(engine: () => Engine, id: string | null) {
    this.#engine = engine
    this.id = id ?? ''
    this.role = id === null ? 'anon' : 'authenticated'
  }

  /** What their token says, as the database is told it. */
  get claims(): string {
    return JSON.stringify({ role: this.role, ...(this.id ? { sub: this.id } : {}) })
  }

  query(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.transaction((query) => query(sql, parameters))
  }

  /** The only row, or the first. */
  async row(sql: string, parameters: unknown[] = []): Promise<Row> {
    const [row] = await this.query(sql, parameters)
    if (!row) throw new Error(`no row: ${sql}`)
    return row
  }

  transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#engine().transaction(async (query) => {
      await query(`select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)`, [
        this.claims,
        this.role,
      ])
      return work(query)
    })
  }
}

export class TestDatabase {
  readonly name: string
  #open: Engine | undefined
  readonly anonymous = new Actor(() => this.engine, null)

  constructor(name: string) {
    this.name = name
  }

  get engine(): Engine {
    if (!this.#open) throw new Error('the database is not open')
    return this.#open
  }

  async open() {
    this.#open = await openOnce(this.name)
  }

  /** As the owner of the database: what a migration, the billing side or a test may do. */
  admin: Query = (sql, parameters) => this.engine.query(sql, parameters)

  /** @param options.confirmed whether the person has followed the link in the mail to their address */
  async signUp(
    name: string,
    metadata: Row = { display_name: name },
    { confirmed = true } = {},
  ): Promise<Actor> {
    const [user] = await this.admin(
      `insert into auth.users (email, raw_user_meta_data, email_confirmed_at)
       values ($1, $2, case when $3 then now() end) returning id`,
      [`${name.toLowerCase()}@example.com`, JSON.stringify(metadata), confirmed],
    )
    return new Actor(() => this.engine, String(user?.id))
  }

  async reset() {
    // Three to ten times faster than truncating a dozen nearly empty tables.
    await this.admin('delete from auth.users')
    await this.admin('delete from storage.objects')
  }
}

/** Runs the same tests on PGlite and on a real PostgreSQL server, each from a freshly migrated database. */
export function onEveryEngine(define: (database: TestDatabase) => void, names = ['PGlite', 'PostgreSQL']) {
  describe.each(names)('%s', (name) => {
    const database = new TestDatabase(name)
    beforeAll(() => database.open())
    beforeEach(() => database.reset())
    define(database)
  })
}

/**
 * How a statement was refused: `PT409 stale_rev` for ours, the bare SQLSTATE for PostgreSQL's own (`42501` no privilege
 * or policy, `23514` check, `23505` unique, `23503` foreign key), `accepted` when it was not.
 */
export async function refusal(statement: Promise<unknown>): Promise<string> {
  try {
    await statement
    return 'accepted'
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
    return error.code.startsWith('PT') ? `${error.code} ${error.message}` : error.code
  }
}

export const NO_RIGHT = '42501'
export const BROKEN_CHECK = '23514'
export const DUPLICATE = '23505'
export const NO_SUCH_REFERENCE = '23503'
