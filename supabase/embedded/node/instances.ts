import path from 'node:path'
import type { Embedded } from '../core/embedded'
import type { FunctionSettings } from '../core/functions'
import type { OnMail } from '../core/mail'
import { openDataDirectory, type Opened } from './dataDirectory'
import { lockDirectory, type DirectoryLock } from './lockFile'
import type { OnNotice } from './notice'
import { readMigrations, snapshotDirectory } from './projectMigrations'

/** One use of a data directory by a Vite server. */
export interface Instance {
  directory: string
  /** Resolves when the boot is done. */
  opened: Promise<Opened>
  /** The same, for the HTTP side. */
  ready: Promise<Embedded>
  /** Ends this use; the last one closes the database and gives the directory back. */
  release(): Promise<void>
}

/** See EmbeddedOptions; counts for whoever starts the instance. */
export interface InstanceOptions {
  onMail?: OnMail
  confirmEmails?: boolean
  functions?: FunctionSettings
}

interface Shared {
  lock: DirectoryLock
  opened: Promise<Opened>
  users: number
}

/**
 * [Note: one instance per directory and process] When Vite restarts after a change of its configuration, the new server starts
 * before the old one has closed, with a fresh copy of this module. So the running instances hang on a global symbol.
 */
const registryKey = Symbol.for('photomemory.embedded-supabase')
type Registry = Map<string, Shared>

function registry(): Registry {
  const found: unknown = Reflect.get(globalThis, registryKey)
  if (found instanceof Map) return found
  const created: Registry = new Map()
  Reflect.set(globalThis, registryKey, created)
  closeAtExit(created)
  return created
}

/**
 * Starts, or joins, the embedded Supabase of a data directory. Resolves as soon as the directory is ours; the boot goes on.
 * @throws DataDirectoryInUse when another process has it
 */
export async function joinDataDirectory(
  dataDirectory: string,
  onNotice: OnNotice,
  options: InstanceOptions = {},
): Promise<Instance> {
  const directory = path.resolve(dataDirectory)
  const running = registry()
  const shared = running.get(directory) ?? (await start(directory, onNotice, options))
  running.set(directory, shared)
  shared.users++
  const ready = shared.opened.then(({ embedded }) => embedded)
  // Whoever waits for it hears of a failure; nobody waiting must not end the process.
  ready.catch(() => {})
  let released: Promise<void> | null = null
  return {
    directory,
    opened: shared.opened,
    ready,
    release: () => (released ??= --shared.users > 0 ? Promise.resolve() : close(directory, shared)),
  }
}

async function start(directory: string, onNotice: OnNotice, options: InstanceOptions): Promise<Shared> {
  const lock = await lockDirectory(directory)
  const opened = readMigrations().then((migrations) =>
    openDataDirectory({
      directory,
      snapshotDirectory,
      migrations,
      onNotice,
      ...options,
    }),
  )
  return { lock, opened, users: 0 }
}

async function close(directory: string, { lock, opened }: Shared): Promise<void> {
  registry().delete(directory)
  try {
    await (await opened).embedded.close()
  } catch {
    // A boot that failed has nothing open.
  } finally {
    lock.release()
  }
}

/** Closes cleanly on Ctrl-C and on kill, then lets the signal do what it would have done. */
function closeAtExit(running: Registry): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void Promise.all([...running].map(([directory, shared]) => close(directory, shared))).finally(() => {
        if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
      })
    })
  }
  process.once('exit', () => {
    for (const { lock } of running.values()) lock.release()
  })
}
