import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { isRunning, startOf } from './processIdentity'

const holder = z.object({
  pid: z.number(),
  start: z.string().nullable(),
  token: z.string(),
  since: z.string(),
})
type Holder = z.infer<typeof holder>

/** A live process works on this data directory already. The message says which and what to do. */
export class DataDirectoryInUse extends Error {
  override name = 'DataDirectoryInUse'
  readonly pid: number

  constructor(directory: string, { pid, since }: Holder) {
    super(
      `The embedded Supabase's data directory ${directory} is in use by process ${pid} (since ${since}). ` +
        `Two processes would damage the data. Use the page that process serves, or stop it (kill ${pid}) and try again, ` +
        `or set PHOTOMEMORY_DATA_DIR to another directory.`,
    )
    this.pid = pid
    // Vite and Node print the stack; for this error the sentence says everything.
    this.stack = `${this.name}: ${this.message}`
  }
}

/** The right to work on a data directory, until `release`. Safe to release twice, and in an exit handler. */
export interface DirectoryLock {
  release(): void
}

/**
 * Takes `<directory>/embedded.lock`. A lock whose process is gone (killed, machine restarted) is taken over.
 * @throws DataDirectoryInUse
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const file = path.join(directory, 'embedded.lock')
  const own: Holder = {
    pid: process.pid,
    start: startOf(process.pid),
    token: randomUUID(),
    since: new Date().toISOString(),
  }
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(file, own)) return lockOf(file, own)
    const other = await read(file)
    if (other && isAlive(other)) throw new DataDirectoryInUse(directory, other)
    await removeStale(file, other)
  }
  throw new Error(`The lock file ${file} cannot be taken. Delete it if no other process uses ${directory}.`)
}

async function create(file: string, own: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(own), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function read(file: string): Promise<Holder | null> {
  try {
    return holder.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

function isAlive({ pid, start }: Holder): boolean {
  if (!isRunning(pid)) return false
  const now = startOf(pid)
  return start === null || now === null || start === now
}

/** Moves the stale file away first: of two processes that find it, one wins, and a fresh lock is put back. */
async function removeStale(file: string, stale: Holder | null): Promise<void> {
  // An unreadable lock may be one that is being written at this moment.
  if (!stale) await new Promise((resolve) => setTimeout(resolve, 100))
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return
  }
  const moved = await read(aside)
  if (moved && moved.token !== stale?.token && isAlive(moved)) await rename(aside, file)
  else await rm(aside, { force: true })
}

function lockOf(file: string, own: Holder): DirectoryLock {
  return {
    release() {
      try {
        const now = holder.parse(JSON.parse(readFileSync(file, 'utf8')))
        if (now.token === own.token) rmSync(file, { force: true })
      } catch {
        // Already gone, or somebody else's: nothing of ours is left to remove.
      }
    },
  }
}
