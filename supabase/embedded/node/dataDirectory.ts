import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { createEmbedded, type Embedded } from '../core/embedded'
import { createKeys, type Keys } from '../core/keys'
import type { FunctionSettings } from '../core/functions'
import type { OnMail } from '../core/mail'
import { MigrationChanged, type Migration } from '../core/migrations'
import { FileObjects } from './fileObjects'
import type { OnNotice } from './notice'
import { snapshotOf } from './snapshot'

export interface OpenOptions {
  /** The caller holds its lock. */
  directory: string
  snapshotDirectory: string
  migrations: Migration[]
  delayMs?: number
  /** Told, in sentences for people, what took long or what was moved. */
  onNotice?: OnNotice
  /** See EmbeddedOptions. */
  onMail?: OnMail
  confirmEmails?: boolean
  tokenSeconds?: number
  functions?: FunctionSettings
}

export interface Opened {
  embedded: Embedded
  keys: Keys
  /** Whether this boot started without data, and if so whether a ready snapshot served. */
  start: 'existing data' | 'snapshot found' | 'snapshot made'
}

/**
 * Boots on a data directory: `postgres/` and `objects/` in it, made from a snapshot when there are none.
 *
 * [Note: changed migrations] Before the first release migrations may be rewritten, and then old data does not fit them. Such
 * data is never deleted: it is moved to `data-<date>-old` beside the fresh start, and said so.
 */
export async function openDataDirectory(options: OpenOptions): Promise<Opened> {
  const keys = await loadKeys(options.directory)
  try {
    return await open(options, keys)
  } catch (error) {
    if (!(error instanceof MigrationChanged)) throw error
    const target = await moveAside(options.directory)
    options.onNotice?.({
      level: 'warn',
      text:
        `${error.message} The accounts, projects and files of this data directory do not fit the new migrations. ` +
        `They were moved, complete, to ${target}; this start begins without data. Delete that directory when you do not need it.`,
    })
    return open(options, keys)
  }
}

async function open(options: OpenOptions, keys: Keys): Promise<Opened> {
  const { directory, migrations, delayMs, onMail, confirmEmails, tokenSeconds, functions } = options
  const objects = new FileObjects(path.join(directory, 'objects'))
  const dataDirectory = path.join(directory, 'postgres')
  const boot = (snapshot?: Blob) =>
    createEmbedded({
      keys,
      migrations,
      objects,
      dataDirectory,
      ...(delayMs !== undefined && { delayMs }),
      ...(onMail && { onMail }),
      ...(confirmEmails !== undefined && { confirmEmails }),
      ...(functions && { functions }),
      ...(tokenSeconds !== undefined && { tokenSeconds }),
      ...(snapshot && { snapshot }),
    })
  const ready = path.join(directory, 'ready')
  if (existsSync(ready)) {
    const embedded = await boot()
    await embedded.sweepObjects()
    return { embedded, keys, start: 'existing data' }
  }
  const { embedded, start } = await bootFresh(options, dataDirectory, boot)
  await writeFile(ready, new Date().toISOString(), { flush: true })
  return { embedded, keys, start }
}

/** Until `ready` is written nobody was answered, so what a killed first boot left behind holds nothing. */
async function bootFresh(
  { migrations, snapshotDirectory, onNotice }: OpenOptions,
  dataDirectory: string,
  boot: (snapshot: Blob) => Promise<Embedded>,
): Promise<Pick<Opened, 'embedded' | 'start'>> {
  await rm(dataDirectory, { recursive: true, force: true })
  const { dump, origin } = await snapshotOf(migrations, snapshotDirectory, onNotice)
  return { embedded: await boot(dump), start: origin === 'found' ? 'snapshot found' : 'snapshot made' }
}

const keysFile = z.object({ publishable: z.string(), secret: z.string(), jwtSecret: z.string().min(32) })

/** The secrets of this directory, made at its first boot. Sessions outlive a restart because they stay. */
async function loadKeys(directory: string): Promise<Keys> {
  const file = path.join(directory, 'keys.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text !== null) return keysFile.parse(JSON.parse(text))
  const keys = createKeys()
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(`${file}.part`, JSON.stringify(keys), { mode: 0o600, flush: true })
  await rename(`${file}.part`, file)
  return keys
}

async function moveAside(directory: string): Promise<string> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const target = path.join(directory, `data-${stamp}-old`)
  await mkdir(target)
  // `ready` goes first: without it a half-done move is a fresh start, never a start on half the data.
  for (const name of ['ready', 'objects', 'postgres']) {
    const source = path.join(directory, name)
    if (existsSync(source)) await rename(source, path.join(target, name))
  }
  return target
}
