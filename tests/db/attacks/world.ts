import { randomUUID } from 'node:crypto'
import { beforeAll, describe } from 'vitest'
import { refusal, TestDatabase, type Actor, type Row } from '../engines'
import { furnish, type Names, type SignedIn } from './furniture'

/** Everybody who attacks: nobody signed in, a stranger, the members of the shared project, its owner. */
export const ATTACKERS = ['anonymous', 'stranger', 'viewer', 'editor', 'owner'] as const
export type Attacker = (typeof ATTACKERS)[number]

/** What came of one statement, which was undone afterwards. */
export interface Outcome {
  /** `accepted`, or how it was refused: see refusal(). */
  answer: string
  rows: Row[]
  /** Whether no row of any table was added, changed or removed. */
  intact: boolean
  /** Everything a refusal said, for whoever listens between the lines. */
  said: Row | null
}

/** Several people acting one after the other inside a transaction that is undone at the end. */
export interface Rehearsal {
  admin(sql: string, parameters?: unknown[]): Promise<Row[]>
  as(actor: Actor, sql: string, parameters?: unknown[]): Promise<Row[]>
  /** How a statement is answered; a refusal does not end the rehearsal. */
  asks(actor: Actor, sql: string, parameters?: unknown[]): Promise<Pick<Outcome, 'answer' | 'rows'>>
  /** The same, without the rows. */
  tries(actor: Actor, sql: string, parameters?: unknown[]): Promise<string>
  intact(): Promise<boolean>
}

class Undone extends Error {}

/** Shorter than the lease of the job that furnish() starts. */
const LASTS_MS = 60_000
const standing = new Map<string, World>()

/**
 * One furnished database for all attacks: see furnish(). Every attack is undone, so the next file finds it as it was.
 */
export class World {
  readonly database: TestDatabase
  readonly #people: Record<SignedIn, Actor>
  readonly #names: Names
  readonly #digestSql: string
  readonly #digest: string
  readonly #builtAt = Date.now()

  /** The world that another file has left, if nobody touched it and the lease in it still runs; else a new one. */
  static async in(database: TestDatabase): Promise<World> {
    const left = standing.get(database.name)
    if (left && Date.now() - left.#builtAt < LASTS_MS && (await left.#isIntact())) return left
    await database.reset()
    const built = await World.#build(database)
    standing.set(database.name, built)
    return built
  }

  static async #build(database: TestDatabase): Promise<World> {
    const { people, names } = await furnish(database)
    const digestSql = await describeDigest(database)
    return new World(database, people, names, digestSql, digestOf(await database.admin(digestSql)))
  }

  private constructor(
    database: TestDatabase,
    people: Record<SignedIn, Actor>,
    names: Names,
    digestSql: string,
    digest: string,
  ) {
    this.database = database
    this.#people = people
    this.#names = names
    this.#digestSql = digestSql
    this.#digest = digest
  }

  async #isIntact(): Promise<boolean> {
    return digestOf(await this.database.admin(this.#digestSql)) === this.#digest
  }

  person(who: Attacker): Actor {
    return who === 'anonymous' ? this.database.anonymous : this.#people[who]
  }

  /** The id (or path) of something in the world, such as `photo owner placed`. */
  id(name: string): string {
    return this.#names.idOf(name)
  }

  /** What the rows with these ids are called, in order and once each; an unknown id is called `new`. */
  called(ids: unknown[]): string[] {
    return [...new Set(ids.map((id) => this.#names.nameOf(String(id)) ?? 'new'))].toSorted()
  }

  /** One statement by one person, undone. */
  async attack(who: Attacker | Actor, sql: string, parameters: unknown[] = []): Promise<Outcome> {
    const actor = typeof who === 'string' ? this.person(who) : who
    let outcome: Outcome = { answer: 'accepted', rows: [], intact: true, said: null }
    try {
      await this.rehearse(async (play) => {
        const rows = await play.as(actor, sql, parameters)
        outcome = { answer: 'accepted', rows, intact: await play.intact(), said: null }
      })
    } catch (error) {
      const answer = await refusal(Promise.reject(error))
      outcome = { answer, rows: [], intact: true, said: wordsOf(error) }
    }
    return outcome
  }

  /** Whatever is done in here is undone. */
  async rehearse(work: (play: Rehearsal) => Promise<void>): Promise<void> {
    try {
      await this.database.engine.transaction(async (query) => {
        const become = (role: string, claims: string) =>
          query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
            role,
            claims,
          ])
        const as: Rehearsal['as'] = async (actor, sql, parameters) => {
          await become(actor.role, actor.claims)
          const rows = await query(sql, parameters)
          await become('none', '')
          return rows
        }
        const asks: Rehearsal['asks'] = async (actor, sql, parameters) => {
          await query('savepoint question')
          let rows: Row[] = []
          const answer = await refusal(as(actor, sql, parameters).then((found) => (rows = found)))
          await query(`${answer === 'accepted' ? 'release' : 'rollback to'} savepoint question`)
          return { answer, rows }
        }
        await work({
          admin: query,
          as,
          asks,
          tries: async (...question) => (await asks(...question)).answer,
          intact: async () => digestOf(await query(this.#digestSql)) === this.#digest,
        })
        throw new Undone()
      })
    } catch (error) {
      if (!(error instanceof Undone)) throw error
    }
  }
}

/** A statement that tells the content of every table there is, ours or not. */
async function describeDigest(database: TestDatabase): Promise<string> {
  const tables = await database.admin(
    `select format('%I.%I', relnamespace::regnamespace, relname) as name from pg_class
     where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'private', 'auth', 'storage', 'realtime')
     order by 1`,
  )
  return tables
    .map(
      ({ name }) =>
        `select md5(coalesce(string_agg(content::text, ' ' order by content::text), '')) as digest from ${String(name)} as content`,
    )
    .join(' union all ')
}

const digestOf = (rows: Row[]) => rows.map((row) => String(row.digest)).join()

function wordsOf(error: unknown): Row {
  const field = (key: string): unknown => (error instanceof Error ? Reflect.get(error, key) : undefined)
  return {
    code: field('code'),
    message: field('message'),
    detail: field('detail'),
    hint: field('hint'),
    constraint: field('constraint'),
  }
}

/** An id that nothing has. */
export const missing = () => randomUUID()

/** Attacks on one furnished world, on PGlite and on a real PostgreSQL server. */
export function inOneWorld(define: (world: () => World) => void) {
  describe.each(['PGlite', 'PostgreSQL'])('%s', (name) => {
    const database = new TestDatabase(name)
    let world: World | undefined
    beforeAll(async () => {
      await database.open()
      world = await World.in(database)
    })
    define(() => {
      if (!world) throw new Error('the world is not built yet')
      return world
    })
  })
}
