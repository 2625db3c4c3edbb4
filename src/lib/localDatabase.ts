import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { DraftError } from './errors'

export const LOCAL_DATABASE = 'photomemory'
export const LOCAL_DATABASE_VERSION = 1

/**
 * What is kept on this device, per user id.
 *
 * [Note: values are unknown]
 * Whatever an older or newer build, a crash or a person with developer tools wrote comes back here, so no record has
 * a type until a reader has parsed it. A record that does not parse moves to `quarantine`; it is never dropped.
 */
interface LocalSchema extends DBSchema {
  drafts: { key: string; value: unknown }
  draftFiles: { key: [userId: string, photoId: string]; value: unknown }
  quarantine: { key: number; value: unknown }
  meta: { key: string; value: unknown }
}
export type LocalDatabase = IDBPDatabase<LocalSchema>

const BLOCKED_AFTER_MS = 3_000
/** Some browsers never answer; nobody is left in front of an empty page for that. */
const SILENT_AFTER_MS = 10_000

type Connection = { opened: Promise<LocalDatabase>; tooLong: Promise<never> }
let connection: Connection | null = null
const beforeClose = new Set<() => Promise<void>>()
const onForgotten = new Set<() => void>()
let wasOpened = false

/**
 * Run `work` on the open database; it is opened once and shared. A connection that was closed under us (another tab
 * upgraded, the browser cleared the site) is opened again once.
 * @throws DraftError `newer_version` when a newer build owns the database, `storage_blocked` when another tab holds an
 *   older one open, `storage_full` on quota, `storage_unavailable` for everything else, also when it does not answer.
 */
export async function withLocalDatabase<T>(work: (database: LocalDatabase) => Promise<T>): Promise<T> {
  try {
    return await work(await localDatabase())
  } catch (error) {
    if (!isClosedConnection(error)) throw deviceError(error)
  }
  connection = null
  try {
    return await work(await localDatabase())
  } catch (error) {
    throw deviceError(error)
  }
}

/** Called before this tab lets go of the database for a newer one: the last chance to write. Returns the way out. */
export function onBeforeDatabaseClose(flush: () => Promise<void>): () => void {
  beforeClose.add(flush)
  return () => beforeClose.delete(flush)
}

/**
 * Called when the database that this tab had open was emptied under it (the browser made room, somebody cleared the data of
 * this site): nothing that was saved is there any more. Returns the way out.
 */
export function onDatabaseForgotten(hear: () => void): () => void {
  onForgotten.add(hear)
  return () => onForgotten.delete(hear)
}

/** Close the shared connection, so that the next use opens a new one. */
export async function closeLocalDatabase(): Promise<void> {
  const database = await connection?.opened.catch(() => null)
  database?.close()
  connection = null
}

/** What the storage layer threw, as the code a screen can explain. */
export function deviceError(error: unknown): DraftError {
  if (error instanceof DraftError) return error
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError' || isFailedBlobWrite(error))
    return new DraftError('storage_full', 'No room left', { cause: error })
  if (name === 'VersionError')
    return new DraftError('newer_version', 'A newer build is in use', { cause: error })
  return new DraftError('storage_unavailable', 'The local database cannot be used', { cause: error })
}

/**
 * The one connection, opened at first use. Whoever waits too long for it is told; the request stays, so that those who ask
 * again get the database as soon as it is there.
 */
function localDatabase(): Promise<LocalDatabase> {
  connection ??= connect()
  return Promise.race([connection.opened, connection.tooLong])
}

function connect(): Connection {
  let giveUp: (reason: DraftError) => void = () => undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    giveUp = reject
  })
  tooLong.catch(() => undefined)
  const silent = new DraftError('storage_unavailable', 'The local database does not answer')
  const patience = setTimeout(() => giveUp(silent), SILENT_AFTER_MS)
  const onBlocked = () => {
    const reason = new DraftError('storage_blocked', 'Another tab keeps an older database open')
    setTimeout(() => giveUp(reason), BLOCKED_AFTER_MS)
  }
  const opened = openDatabase(onBlocked).finally(() => clearTimeout(patience))
  opened.catch(() => {
    connection = null
  })
  return { opened, tooLong }
}

async function openDatabase(onBlocked: () => void): Promise<LocalDatabase> {
  const database: LocalDatabase = await openDB<LocalSchema>(LOCAL_DATABASE, LOCAL_DATABASE_VERSION, {
    upgrade(fresh, oldVersion) {
      if (oldVersion >= 1) return
      if (wasOpened) onForgotten.forEach((hear) => hear())
      fresh.createObjectStore('drafts')
      fresh.createObjectStore('draftFiles')
      fresh.createObjectStore('quarantine', { autoIncrement: true })
      fresh.createObjectStore('meta')
    },
    blocked: onBlocked,
    blocking() {
      void Promise.allSettled([...beforeClose].map((flush) => flush())).then(() => {
        database.close()
        connection = null
        lookAgain()
      })
    },
    terminated() {
      connection = null
      lookAgain()
    },
  })
  wasOpened = true
  return database
}

/** The database was taken from us: where somebody depends on what is in it, find out at once what is left of it. */
function lookAgain(): void {
  if (onForgotten.size > 0) localDatabase().catch(() => undefined)
}

/** On a disk that is really full, not only over quota, Chromium aborts with `DataError: Failed to write blobs`. */
function isFailedBlobWrite(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'DataError' && /write blobs/i.test(error.message)
}

/** `InvalidStateError` is what a transaction on a closing connection throws. */
function isClosedConnection(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError'
}
