import type { PGlite } from '@electric-sql/pglite'
import type { Claims } from './claims'
import { Mutex } from './mutex'

export type Row = Record<string, unknown>

/** One SQL session whose turn it is: only valid inside the callback that received it. */
export interface Session {
  query<T extends object = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>
}

/** What the three `request.*` settings and the role of a statement come from. See: hosted PostgREST. */
export const actAsSql = `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true),
  set_config('request.jwt.claim.sub', $3, true), set_config('request.jwt.claim.role', $1, true)`

export function actAsParams(claims: Claims): [string, string, string] {
  return [claims.role, JSON.stringify(claims), claims.sub ?? '']
}

/** The one PGlite behind its lock, for everything that is not REST or Auth. See: [Note: one session, one lock] */
export class Database {
  readonly mutex = new Mutex()
  readonly pg: PGlite
  readonly #delayMs: number

  /** @param delayMs pause after every statement (for tests that provoke interleaving); 0 in normal use */
  constructor(pg: PGlite, delayMs = 0) {
    this.pg = pg
    this.#delayMs = delayMs
  }

  /** Runs one statement. The caller holds the lock. */
  async execute<T extends object = Row>(sql: string, params: readonly unknown[] = []) {
    const result = await this.pg.query<T>(sql, [...params])
    if (this.#delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#delayMs))
    return result
  }

  readonly #session: Session = {
    query: async <T extends object>(sql: string, params?: readonly unknown[]) =>
      (await this.execute<T>(sql, params)).rows,
  }

  /** One statement as the superuser. */
  query<T extends object = Row>(sql: string, params?: readonly unknown[]): Promise<T[]> {
    return this.mutex.run(() => this.#session.query<T>(sql, params))
  }

  /** Several statements as one superuser transaction. `keep: false` rolls it back when the work is done. */
  transaction<T>(work: (session: Session) => Promise<T>, { keep = true } = {}): Promise<T> {
    return this.mutex.run(async () => {
      await this.execute('begin')
      try {
        const result = await work(this.#session)
        await this.execute(keep ? 'commit' : 'rollback')
        return result
      } catch (error) {
        await this.execute('rollback')
        throw error
      }
    })
  }

  /** A transaction in which row-level security sees the given person. */
  as<T>(claims: Claims, work: (session: Session) => Promise<T>, options?: { keep: boolean }): Promise<T> {
    return this.transaction(async (session) => {
      await session.query(actAsSql, actAsParams(claims))
      return work(session)
    }, options)
  }
}
