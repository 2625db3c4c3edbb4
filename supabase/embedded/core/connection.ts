import type { PGliteOptions } from '@electric-sql/pglite'
import { PgliteConnection } from '@supabase/lite/pglite'
import { CompiledQuery, Kysely } from 'kysely'
import type { Claims } from './claims'
import { CompositeTypes } from './compositeTypes'
import { Database, actAsParams, actAsSql } from './database'
import { asDatabaseError, databaseErrorResponse } from './databaseError'
import { lockedDialect } from './lockedDialect'
import { wireParsers } from './wireTypes'

type WithContext = PgliteConnection['withContext']
type Vars = Parameters<WithContext>[0]
type RpcContext = NonNullable<NonNullable<Parameters<WithContext>[2]>['rpc']>

export interface ConnectionOptions {
  /** Where PGlite keeps its files; left out: in memory. */
  dataDirectory?: string
  /** A dump of a data directory to start from. Only for a directory that does not exist yet. */
  snapshot?: Blob
  /** See Database. */
  delayMs?: number
}

/**
 * lite's PGlite connection, hardened: one lock, one transaction per request as the person who asks, our own grants
 * and PostgREST's HTTP statuses.
 *
 * [Note: own grants] lite 0.10.0 runs GRANT ALL ON ALL TABLES in its first request after every boot, which undoes every
 * column-level REVOKE of the migrations. It does so inside `withContext`, which is replaced here as a whole.
 */
export class EmbeddedConnection extends PgliteConnection {
  readonly database: Database
  readonly composites: CompositeTypes

  constructor({ dataDirectory, snapshot, delayMs }: ConnectionOptions) {
    const pgliteOptions: Omit<PGliteOptions, 'dataDir'> = {
      parsers: wireParsers,
      // What was acknowledged must survive a kill: every statement waits for its writes.
      relaxedDurability: false,
      ...(snapshot && { loadDataDir: snapshot }),
    }
    super({ pgliteOptions, ...(dataDirectory !== undefined && { url: dataDirectory }) })
    this.database = new Database(this.driver, delayMs)
    this.composites = new CompositeTypes(this.database)
    this.kysely = new Kysely({ dialect: lockedDialect(this.database, this.composites) })
  }

  override async withContext<T>(
    vars: Vars,
    work: (db: PgliteConnection['kysely']) => Promise<T>,
    options: { rpc?: RpcContext } = {},
  ): Promise<T> {
    const claims = claimsOf(vars)
    try {
      return await this.kysely.transaction().execute(async (transaction) => {
        await transaction.executeQuery(CompiledQuery.raw(actAsSql, actAsParams(claims)))
        if (options.rpc) {
          await transaction.executeQuery(CompiledQuery.raw(rpcSql, rpcParams(options.rpc)))
        }
        return work(transaction)
      })
    } catch (error) {
      const refusal = asDatabaseError(error)
      if (!refusal) throw error
      // The REST route, lite's only caller of this method, answers with whatever Response the work returns (its T).
      return databaseErrorResponse(refusal, claims.role) as T
    }
  }
}

const rpcSql = `select set_config('response.status', '', true), set_config('response.headers', '', true),
  set_config('request.method', $1, true), set_config('request.path', $2, true),
  set_config('request.headers', $3, true), set_config('transaction_read_only', $4, true)`

function rpcParams({ method, path, requestHeaders, readOnly }: RpcContext): string[] {
  return [method, path, JSON.stringify(requestHeaders ?? {}), readOnly ? 'on' : 'off']
}

function claimsOf(vars: Vars): Claims {
  const auth = record(vars?.['auth'])
  const jwt = record(auth['jwt'])
  const role = typeof jwt['role'] === 'string' ? jwt['role'] : 'anon'
  const { sub, exp, ...rest } = jwt
  return { ...rest, role, ...(typeof sub === 'string' && { sub }), ...(typeof exp === 'number' && { exp }) }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
