import { DraftError } from './errors'
import { deviceError } from './localDatabase'
import { log } from './log'

/**
 * Where the pieces of something large are kept while it is fetched, each under a name. A piece is there whole or not at
 * all. Every function rejects with DraftError `copy_lost` when what was kept cannot be had any more: then it takes a new
 * store.
 */
export type PieceStore = {
  /** Names and sizes in bytes of what is there. */
  list: () => Promise<Map<string, number>>
  read: (name: string) => Promise<Blob>
  /** @throws DraftError `storage_full` */
  write: (name: string, piece: Blob) => Promise<void>
  remove: (name: string) => Promise<void>
  /** Whether what is there outlives the page. */
  isLasting: boolean
}

/** A store in a folder of the origin's private file system, or in memory where this browser cannot write files there. */
export async function openPieces(folderName: string, key: string): Promise<PieceStore> {
  const canWrite =
    typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype
  if (!canWrite) return piecesInMemory()
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(folderName, { create: true })
    return piecesIn(await folder.getDirectoryHandle(key, { create: true }))
  } catch (error) {
    // A private window of some browsers.
    log.info('Pieces are kept in memory', error)
    return piecesInMemory()
  }
}

function piecesIn(folder: FileSystemDirectoryHandle): PieceStore {
  const remove = async (name: string) => {
    try {
      await folder.removeEntry(name)
    } catch (error) {
      if (!isNotFound(error)) throw pieceError(error)
    }
  }
  return {
    isLasting: true,
    list: async () => {
      const sizes = new Map<string, number>()
      try {
        for await (const [name, handle] of folder.entries()) {
          if (handle.kind === 'file') sizes.set(name, (await handle.getFile()).size)
        }
      } catch (error) {
        throw pieceError(error)
      }
      return sizes
    },
    read: async (name) => {
      try {
        return await (await folder.getFileHandle(name)).getFile()
      } catch (error) {
        throw pieceError(error)
      }
    },
    write: async (name, piece) => {
      try {
        const handle = await folder.getFileHandle(name, { create: true })
        const writing = await handle.createWritable()
        try {
          await writing.write(piece)
          await writing.close()
        } catch (error) {
          await writing.abort().catch(() => undefined)
          throw error
        }
        // A private window has been seen to write less than it was given, and to say nothing.
        if ((await handle.getFile()).size !== piece.size)
          throw new DOMException('Not all of it was written', 'QuotaExceededError')
      } catch (error) {
        await remove(name).catch(() => undefined)
        throw pieceError(error)
      }
    },
    remove,
  }
}

function piecesInMemory(): PieceStore {
  const pieces = new Map<string, Blob>()
  return {
    isLasting: false,
    list: () => Promise.resolve(new Map([...pieces].map(([name, { size }]) => [name, size]))),
    read: (name) => {
      const piece = pieces.get(name)
      return piece ? Promise.resolve(piece) : Promise.reject(pieceError(new Error(`No piece ${name}`)))
    },
    write: (name, piece) => Promise.resolve(void pieces.set(name, piece)),
    remove: (name) => Promise.resolve(void pieces.delete(name)),
  }
}

/** Besides a full disk there is one thing that befalls pieces: the browser, or the person, has cleared them away. */
function pieceError(error: unknown): DraftError {
  const { code } = deviceError(error)
  return new DraftError(code === 'storage_full' ? code : 'copy_lost', 'A piece is not kept', { cause: error })
}

const isNotFound = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError'
