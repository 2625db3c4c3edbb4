import { Blob } from 'node:buffer'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { createEmbedded } from '../core/embedded'
import { createKeys } from '../core/keys'
import type { Migration } from '../core/migrations'
import { MemoryObjects } from '../core/storage/memoryObjects'
import type { OnNotice } from './notice'
import { fingerprint } from './projectMigrations'

/** How many snapshots stay: the newest, and those of branches one switches between. */
const keptSnapshots = 4

/** A data directory as it is right after the migrations, and where it came from. */
export interface Snapshot {
  dump: globalThis.Blob
  origin: 'found' | 'made'
}

/**
 * The snapshot for these migrations; made (5–10 s) when it is not there yet or damaged.
 *
 * [Note: fresh boots start from a snapshot] initdb and all migrations take several seconds; unpacking their result takes
 * one. The file's name is a hash of everything the result depends on, so it is never out of date, only unused. It is
 * unpacked here and not by PGlite: gzip's checksum tells a damaged file, and PGlite would not survive one.
 */
export async function snapshotOf(
  migrations: Migration[],
  directory: string,
  onNotice: OnNotice = () => {},
): Promise<Snapshot> {
  const file = path.join(directory, `${fingerprint(migrations)}.tar.gz`)
  const found = await readFile(file).catch(() => null)
  const tar = found && (await unpack(found).catch(() => null))
  if (tar) return { dump: tarBlob(tar), origin: 'found' }
  if (found) onNotice({ level: 'warn', text: `The snapshot ${file} is damaged and is made again.` })
  else
    onNotice({
      level: 'info',
      text: 'Setting up the embedded Supabase for these migrations, once: about ten seconds …',
    })
  return { dump: tarBlob(await unpack(await make(migrations, file))), origin: 'made' }
}

const unpack = promisify<Uint8Array, Buffer<ArrayBuffer>>(gunzip)

async function make(migrations: Migration[], file: string): Promise<Uint8Array> {
  const embedded = await createEmbedded({ keys: createKeys(), migrations, objects: new MemoryObjects() })
  try {
    const { database } = embedded
    await database.query('checkpoint')
    const dump = await database.mutex.run(() => database.pg.dumpDataDir('gzip'))
    const bytes = new Uint8Array(await dump.arrayBuffer())
    await mkdir(path.dirname(file), { recursive: true })
    const part = `${file}.${process.pid}.part`
    await writeFile(part, bytes, { flush: true })
    await rename(part, file)
    await prune(path.dirname(file))
    return bytes
  } finally {
    await embedded.close()
  }
}

async function prune(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.tar.gz'))
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(directory, name)
      return { file, time: (await stat(file)).mtimeMs }
    }),
  )
  const old = files.toSorted((a, b) => b.time - a.time).slice(keptSnapshots)
  for (const { file } of old) await rm(file, { force: true })
}

/** PGlite takes the DOM's Blob; in jsdom tests the global one is not Node's. */
function tarBlob(bytes: Buffer<ArrayBuffer>): globalThis.Blob {
  return new Blob([bytes], { type: 'application/x-tar' }) as globalThis.Blob
}
