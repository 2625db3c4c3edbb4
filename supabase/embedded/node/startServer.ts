import { createServer } from 'node:http'
import { createEmbedded, type Embedded } from '../core/embedded'
import { createKeys, type Keys } from '../core/keys'
import type { FunctionSettings } from '../core/functions'
import type { OnMail } from '../core/mail'
import { MemoryObjects } from '../core/storage/memoryObjects'
import type { Row } from '../core/database'
import { openDataDirectory, type Opened } from './dataDirectory'
import { attachRealtime, requestListener } from './httpListener'
import { lockDirectory } from './lockFile'
import type { OnNotice } from './notice'
import { readMigrations, snapshotDirectory as defaultSnapshots } from './projectMigrations'
import { snapshotOf } from './snapshot'

export type StartOptions = ({ dataDirectory: string } | { memory: true }) & {
  /** 0, the default, lets the system choose. */
  port?: number
  /** Where the `.sql` files are; default: supabase/migrations. */
  migrationsDirectory?: string
  /** Default: supabase/.temp/snapshots. */
  snapshotDirectory?: string
  /** See Database. */
  delayMs?: number
  onNotice?: OnNotice
  /** See EmbeddedOptions. */
  onMail?: OnMail
  confirmEmails?: boolean
  tokenSeconds?: number
  functions?: FunctionSettings
}

/** An embedded Supabase on a port of its own, for tests and tools. */
export interface StartedServer {
  /** `http://127.0.0.1:<port>` */
  url: string
  publishableKey: string
  serviceKey: string
  start: Opened['start']
  /** One statement as the superuser; answers its rows. */
  sql<T extends object = Row>(query: string, params?: readonly unknown[]): Promise<T[]>
  /** Removes all accounts, with everything that hangs on them, and all objects. */
  reset(): Promise<void>
  close(): Promise<void>
}

/**
 * Starts a server and resolves when it answers.
 * @throws DataDirectoryInUse when another live process has the data directory
 */
export async function startEmbedded(options: StartOptions): Promise<StartedServer> {
  const lock = 'dataDirectory' in options ? await lockDirectory(options.dataDirectory) : null
  try {
    const { embedded, keys, start } = await boot(options)
    const { url, close } = await listen(embedded, options.port ?? 0)
    return {
      url,
      start,
      publishableKey: keys.publishable,
      serviceKey: keys.secret,
      sql: (query, params) => embedded.database.query(query, params),
      reset: async () => {
        await embedded.database.query('truncate auth.users, storage.objects cascade')
        await embedded.sweepObjects()
      },
      close: async () => {
        await close()
        await embedded.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function boot(options: StartOptions): Promise<Opened> {
  const migrations = await readMigrations(options.migrationsDirectory)
  const snapshotDirectory = options.snapshotDirectory ?? defaultSnapshots
  const { delayMs, onNotice, onMail, confirmEmails, tokenSeconds, functions } = options
  const common = {
    migrations,
    ...(delayMs !== undefined && { delayMs }),
    ...(onMail && { onMail }),
    ...(confirmEmails !== undefined && { confirmEmails }),
    ...(tokenSeconds !== undefined && { tokenSeconds }),
    ...(functions && { functions }),
  }
  if ('dataDirectory' in options) {
    const directory = options.dataDirectory
    return openDataDirectory({ ...common, directory, snapshotDirectory, ...(onNotice && { onNotice }) })
  }
  const keys: Keys = createKeys()
  const { dump, origin } = await snapshotOf(migrations, snapshotDirectory, onNotice)
  const embedded = await createEmbedded({ ...common, keys, objects: new MemoryObjects(), snapshot: dump })
  return { embedded, keys, start: origin === 'found' ? 'snapshot found' : 'snapshot made' }
}

async function listen(
  embedded: Embedded,
  port: number,
): Promise<{ url: string; close: () => Promise<void> }> {
  const ready = Promise.resolve(embedded)
  const listener = requestListener(ready)
  // A connection that is used again in the very moment it is closed makes a request fail: five seconds are too few.
  const server = createServer(
    { keepAliveTimeout: 60_000 },
    (request, response) => void listener(request, response),
  )
  const detach = attachRealtime(server, ready)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        detach()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
