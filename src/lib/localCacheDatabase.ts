import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

export const CACHE_DATABASE = 'photomemory-cache'
const CACHE_DATABASE_VERSION = 1

/**
 * [Note: a database of its own] What the server said before can always be asked again, the draft in `photomemory`
 * cannot. Apart from each other, the one can be emptied or lost without the other, neither has to wait for the other's
 * upgrade, and the draft's database stays at its version.
 *
 * No value has a type until its reader has parsed it, see [Note: values are unknown].
 */
interface CacheSchema extends DBSchema {
  /** Answers of queries, by `[userId, hash of the key]`. */
  answers: { key: [userId: string, hash: string]; value: unknown }
  /** Changes that have not reached the server, by `[userId, id]`. */
  outbox: { key: [userId: string, id: string]; value: unknown }
  /** What could not be read, by `[userId, when and what]`. */
  quarantine: { key: [userId: string, id: string]; value: unknown }
}
export type CacheDatabase = IDBPDatabase<CacheSchema>

/** Every key of a person's: an array is greater than every string. */
export const keysOf = (userId: string) => IDBKeyRange.bound([userId], [userId, []])

let opened: Promise<CacheDatabase> | null = null

/**
 * Run `work` on the open database; it is opened once and shared, and again when it was closed under us.
 * @throws whatever IndexedDB throws: here nobody depends on it, so each caller decides what losing it means
 */
export async function withCacheDatabase<T>(work: (database: CacheDatabase) => Promise<T>): Promise<T> {
  try {
    return await work(await database())
  } catch (error) {
    // What a transaction on a closing connection throws.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
  opened = null
  return work(await database())
}

/** Close the shared connection, so that the next use opens a new one. */
export async function closeCacheDatabase(): Promise<void> {
  const connection = await opened?.catch(() => null)
  connection?.close()
  opened = null
}

function database(): Promise<CacheDatabase> {
  if (opened) return opened
  const opening = openDB<CacheSchema>(CACHE_DATABASE, CACHE_DATABASE_VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('answers')
      fresh.createObjectStore('outbox')
      fresh.createObjectStore('quarantine')
    },
    blocking: () => void closeCacheDatabase(),
    terminated: () => {
      opened = null
    },
  })
  opened = opening
  opening.catch(() => {
    opened = null
  })
  return opening
}
