import { App } from '@supabase/lite'
import { bootstrapSql } from './bootstrap'
import type { Claims } from './claims'
import { EmbeddedConnection, type ConnectionOptions } from './connection'
import type { Database } from './database'
import { createFunctions, type FunctionSettings } from './functions'
import type { Keys } from './keys'
import { MailRoom, PLACEHOLDER_SITE, type OnMail } from './mail'
import { applyMigrations, type Migration } from './migrations'
import { captureTriggersSql } from './realtime/schema'
import { Realtime } from './realtime/realtime'
import { createRequestGuard } from './requestGuard'
import { createStorageApi } from './storage/api'
import type { ObjectStore } from './storage/objectStore'

export interface EmbeddedOptions extends ConnectionOptions {
  keys: Keys
  migrations: Migration[]
  objects: ObjectStore
  /** Default: nobody reads them. */
  onMail?: OnMail
  /** New accounts must open a link first, as on most hosted projects. Default: they are signed in at once. */
  confirmEmails?: boolean
  /** How long an access token lives. Default: an hour. */
  tokenSeconds?: number
  /** Default: nothing is configured, and the functions that need something say so. */
  functions?: FunctionSettings
}

/** A running embedded Supabase: real Postgres behind `fetch` and a realtime endpoint. */
export interface Embedded {
  /** Answers /rest/v1, /auth/v1, /storage/v1, /functions/v1 and /realtime/v1/api. */
  fetch(request: Request, peerAddress?: string | null): Promise<Response>
  database: Database
  realtime: Realtime
  /** Names of the migrations that this boot applied. */
  applied: string[]
  /** Removes stored bytes that no row names: of uploads cut short and of deleted accounts. Only while nobody uploads. */
  sweepObjects(): Promise<void>
  close(): Promise<void>
}

/** The bootstrap as the migration that comes before all others, so that its changes are noticed too. */
export function allMigrations(migrations: Migration[]): Migration[] {
  return [{ name: '0_embedded_bootstrap', sql: bootstrapSql() }, ...migrations]
}

/**
 * Boots Postgres, applies what migrations are missing and serves.
 * @throws MigrationChanged see applyMigrations
 */
export async function createEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const connection = new EmbeddedConnection(options)
  try {
    return await serve(connection, options)
  } catch (error) {
    await connection.driver.close().catch(() => {})
    throw error
  }
}

async function serve(connection: EmbeddedConnection, options: EmbeddedOptions): Promise<Embedded> {
  const { keys, objects } = options
  const { database, driver: pg } = connection
  await pg.waitReady
  await pg.exec(`set timezone = 'UTC'`)
  const applied = await applyMigrations(pg, allMigrations(options.migrations))
  await pg.exec(captureTriggersSql)
  await connection.composites.load()

  const mailRoom = new MailRoom(options.onMail ?? (() => {}))
  const app = new App({
    connection,
    auth: {
      enabled: true,
      site_url: PLACEHOLDER_SITE,
      email: { enable_confirmations: options.confirmEmails ?? false },
      minimum_password_length: 8,
      jwt_expiry: options.tokenSeconds ?? 3600,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishable,
      secret_key: keys.secret,
    },
    options: { server: { disableStudio: true, admin: false }, drivers: { email: mailRoom.driver } },
  })
  await app.init()

  const isGone = (claims: Claims) => accountIsGone(database, claims)
  const guard = createRequestGuard(keys, isGone)
  const storage = createStorageApi({ database, objects, keys, isGone })
  const realtime = new Realtime(database, keys)
  await realtime.start()

  const embedded: Embedded = {
    database,
    realtime,
    applied,
    async fetch(request, peerAddress = null) {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/functions/v1/')) return functions(request)
      if (pathname.startsWith('/storage/v1/')) return storage(request)
      if (pathname.startsWith('/realtime/v1/api/')) return realtime.fetch(request)
      const refused = await guard(request)
      return (
        refused ?? mailRoom.answer(request, (asked) => Promise.resolve(app.fetch(asked, { peerAddress })))
      )
    },
    async sweepObjects() {
      const rows = await database.query<{ version: string }>('select version from storage.objects')
      const named = new Set(rows.map((row) => row.version))
      await objects.remove((await objects.list()).filter((id) => !named.has(id)))
    },
    async close() {
      await realtime.stop()
      await database.mutex.run(() => pg.close())
    },
  }
  const settings = options.functions ?? { billing: { secrets: [], plans: new Map() } }
  const functions = createFunctions(keys, (request) => embedded.fetch(request), settings)
  return embedded
}

/** Access tokens live an hour; a deleted account's are refused at once. */
async function accountIsGone(database: Database, { sub, role }: Claims): Promise<boolean> {
  if (sub === undefined || role !== 'authenticated') return false
  const rows = await database.query('select 1 from auth.users where id::text = $1', [sub])
  return rows.length === 0
}
