import { removeFolder } from './removeFolder'

/** A folder of one film in the origin's private file system. */
export interface Workspace {
  readonly folder: FileSystemDirectoryHandle
  /** Deletes the folder, as soon as a worker that was just ended has let go of it. */
  remove(): Promise<void>
}

/** Where the origin's private file system has the films that are being made. */
export const FILM_FOLDER = 'photomemory-films'
const lockName = (id: string) => `photomemory-film ${id}`

// [Note: leftovers] Each folder has a Web Lock for as long as somebody needs it: while it is rendered and until the
// finished file has been discarded. A tab that crashed holds none, so whoever comes next may sweep its folders up.

/** Makes a folder for a film and deletes what crashed films have left. @throws when the browser keeps no files */
export async function openWorkspace(): Promise<Workspace> {
  const root = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle(FILM_FOLDER, { create: true })
  const id = crypto.randomUUID()
  const release = await holdLock(lockName(id))
  try {
    await sweep(root)
    const folder = await root.getDirectoryHandle(id, { create: true })
    return {
      folder,
      remove: async () => {
        await removeFolder(root, id)
        release()
      },
    }
  } catch (cause) {
    release()
    throw cause
  }
}

/** Deletes what crashed films have left; those that are being made, or were and are not discarded, stay. */
export async function sweepFilms(): Promise<void> {
  // A browser that keeps no files has kept nothing.
  const origin = await navigator.storage?.getDirectory?.().catch(() => null)
  const root = await origin?.getDirectoryHandle(FILM_FOLDER).catch(() => null)
  if (root) await sweep(root)
}

function holdLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(name, () => new Promise<void>((release) => resolve(release))).catch(reject)
  })
}

async function sweep(root: FileSystemDirectoryHandle): Promise<void> {
  const ids: string[] = []
  for await (const id of root.keys()) ids.push(id)
  for (const id of ids) {
    await navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
      // What cannot be deleted now is tried again before the next film.
      if (lock) await root.removeEntry(id, { recursive: true }).catch(() => undefined)
    })
  }
}
