import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { CompositeTypes } from './compositeTypes'
import type { Database } from './database'

/** A turn at the one session: held for a single query or for a whole transaction. */
class LockedConnection implements DatabaseConnection {
  readonly #database: Database
  readonly #composites: CompositeTypes
  readonly release: () => void

  constructor(database: Database, composites: CompositeTypes, release: () => void) {
    this.#database = database
    this.#composites = composites
    this.release = release
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#database.execute<object>(query.sql, query.parameters)
    const rows = await this.#composites.expand(result)
    return {
      // Kysely types rows by the query it compiled; the driver can only trust it.
      rows: rows as R[],
      ...(result.affectedRows !== undefined && { numAffectedRows: BigInt(result.affectedRows) }),
    }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded Supabase does not stream rows.')
  }
}

class LockedDriver implements Driver {
  readonly #database: Database
  readonly #composites: CompositeTypes

  constructor(database: Database, composites: CompositeTypes) {
    this.#database = database
    this.#composites = composites
  }

  async init() {}
  async destroy() {}

  async acquireConnection(): Promise<LockedConnection> {
    return new LockedConnection(this.#database, this.#composites, await this.#database.mutex.acquire())
  }
  async beginTransaction(connection: LockedConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }
  async commitTransaction(connection: LockedConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: LockedConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async releaseConnection(connection: LockedConnection) {
    connection.release()
  }
}

/** A Kysely dialect in which every connection is a turn at the same PGlite. See: [Note: one session, one lock] */
export function lockedDialect(database: Database, composites: CompositeTypes): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new LockedDriver(database, composites),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
