import { z } from 'zod'
import { writeFully } from '../encode/FilmWriter'
import { openSyncFile } from '../encode/syncFile'
import { SEGMENT_FOLDER } from './forgetSegments'
import { planEviction, type EvictionLimits, type KeptFile, type Use } from './planEviction'

/** Where finished parts of films are kept. Keys name their content: what is there is right, or torn. */
export interface SegmentStore {
  /** Keys of all that is there. */
  keys(): Promise<Set<string>>
  /** Null when it is not there. */
  read(key: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Appears whole or not at all. @throws StorageFull */
  write(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  remove(key: string): Promise<void>
}

const USES = 'uses'
/** Held by every film that is being made, shared; whoever gets it alone may tidy up. */
const LOCK = 'photomemory-segments'
const KEY = /^[0-9a-f]{64}$/
const PART = '.part'

interface MovableHandle extends FileSystemFileHandle {
  move(name: string): Promise<void>
}
const isMovable = (handle: FileSystemFileHandle): handle is MovableHandle => 'move' in handle

/** The store in the origin's private file system. Reading works everywhere, writing only in workers. */
export class DiskSegmentStore implements SegmentStore {
  readonly #folder: FileSystemDirectoryHandle

  private constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder
  }

  static async open(): Promise<DiskSegmentStore> {
    const root = await navigator.storage.getDirectory()
    return new DiskSegmentStore(await root.getDirectoryHandle(SEGMENT_FOLDER, { create: true }))
  }

  async keys(): Promise<Set<string>> {
    const keys = new Set<string>()
    for await (const name of this.#folder.keys()) if (KEY.test(name)) keys.add(name)
    return keys
  }

  async read(key: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const file = await (await this.#folder.getFileHandle(key)).getFile()
      return new Uint8Array(await file.arrayBuffer())
    } catch (cause) {
      if (cause instanceof DOMException && ['NotFoundError', 'NotReadableError'].includes(cause.name))
        return null
      throw cause
    }
  }

  async write(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const name = `${crypto.randomUUID()}${PART}`
    await writeFile(this.#folder, name, bytes)
    const handle = await this.#folder.getFileHandle(name)
    if (isMovable(handle)) return handle.move(key)
    // Without renaming it is written once more under its name; a crash meanwhile leaves a torn file, which its hash tells.
    await writeFile(this.#folder, key, bytes)
    await this.remove(name)
  }

  async remove(key: string): Promise<void> {
    // What somebody has open at this moment is tidied up another time.
    await this.#folder.removeEntry(key).catch(() => undefined)
  }

  /** Remembers that a film is made of these files, for as long as it is among the last. */
  async noteUse(keys: readonly string[], name: string): Promise<void> {
    const uses = await this.#folder.getDirectoryHandle(USES, { create: true })
    await writeFile(uses, name, new TextEncoder().encode(JSON.stringify(keys)))
  }

  /** Deletes what is too old or too much, unless a film is being made. */
  async evict(limits: EvictionLimits): Promise<void> {
    await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      const { files, left } = await this.#list()
      const uses = await this.#folder.getDirectoryHandle(USES, { create: true })
      const gone = planEviction(files, await readUses(uses), Date.now(), limits)
      for (const name of [...left, ...gone.keys]) await this.remove(name)
      for (const name of gone.uses) await uses.removeEntry(name).catch(() => undefined)
    })
  }

  /** The kept files, and what crashed films have left half written. */
  async #list(): Promise<{ files: KeptFile[]; left: string[] }> {
    const files: KeptFile[] = []
    const left: string[] = []
    for await (const [name, handle] of this.#folder.entries()) {
      if (!(handle instanceof FileSystemFileHandle)) continue
      if (KEY.test(name)) files.push({ key: name, bytes: (await handle.getFile()).size })
      else left.push(name)
    }
    return { files, left }
  }
}

/** Keeps every store from tidying up for as long as `work` takes. */
export function whileKept<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, { mode: 'shared' }, work)
}

async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const file = await openSyncFile(folder, name)
  try {
    file.truncate(0)
    writeFully(file, bytes, 0)
  } catch (cause) {
    file.close()
    await folder.removeEntry(name).catch(() => undefined)
    throw cause
  }
  file.close()
}

const keysSchema = z.array(z.string().regex(KEY))

async function readUses(folder: FileSystemDirectoryHandle): Promise<Use[]> {
  const uses: Use[] = []
  for await (const [name, handle] of folder.entries()) {
    if (!(handle instanceof FileSystemFileHandle)) continue
    const file = await handle.getFile()
    const keys = keysSchema.safeParse(await parse(file))
    // A torn list is an old one: nothing is kept for it.
    uses.push(
      keys.success
        ? { name, atMilliseconds: file.lastModified, keys: keys.data }
        : { name, atMilliseconds: -Infinity, keys: [] },
    )
  }
  return uses
}

async function parse(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text())
  } catch {
    return null
  }
}
