import { crc32Of } from '@/lib/crc32'
import { DataError, DraftError } from '@/lib/errors'
import type { PieceStore } from '@/lib/pieceStore'
import { zip, type ZipEntry } from '@/lib/zip'
import { withRetry } from '../retry'
import { withGoodToken } from '../withGoodToken'
import { getAccountData, type AccountData } from './accountData'
import { fetchPiece } from './fetchPiece'
import { nameFiles, type NamedFile } from './nameFiles'

/** What is lost when the connection or the tab goes: less than this of each file that is on its way. */
const PIECE_BYTES = 8 * 1024 * 1024
const AT_ONCE = 4

export type CollectProgress = { files: number; filesDone: number; bytes: number; bytesDone: number }
/** `missing`: how many files were listed and could not be had. */
export type Collected = { archive: Blob; filename: string; missing: number }
type Options = { signal: AbortSignal; onProgress: (progress: CollectProgress) => void }

/**
 * Everything of the caller's account as one ZIP file: `account.json` and all files.
 *
 * [Note: pieces stay] Files are fetched in pieces, and what has been fetched stays in `pieces`: after a cut, a closed tab
 * or another day the same call fetches only the rest. A stored file never changes, so its path and a number name a piece
 * for good; the list of files is asked for anew each time. Nothing is copied: the archive refers to the pieces, which have
 * to stay as long as it is needed.
 * @throws DataError; DraftError `storage_full` when this device has no room for it
 */
export async function collectAccount(
  pieces: PieceStore,
  { signal, onProgress }: Options,
): Promise<Collected> {
  const data = await withGoodToken(() => withRetry(() => getAccountData(signal), { signal }))
  const files = nameFiles(data)
  const kept = await pieces.list()
  await removeOthers(pieces, kept, files)

  const progress = { files: files.length, filesDone: 0, bytes: sumOf(files), bytesDone: sizeOf(kept, files) }
  const tell = () => onProgress({ ...progress })
  tell()
  await checkRoom(progress.bytes - progress.bytesDone)
  const failed = new AbortController()
  const running = AbortSignal.any([signal, failed.signal])
  const fetchFile = async (file: NamedFile) => {
    const parts: Blob[] = []
    let counted = sizeOf(kept, [file])
    const count = (bytes: number) => {
      counted += bytes
      progress.bytesDone += bytes
      tell()
    }
    for (const { name, from, to } of piecesOf(file)) {
      if (kept.get(name) !== to - from) {
        const before = counted
        const attempt = () => {
          count(before - counted)
          return fetchPiece(file, from, to, { signal: running, onBytes: count })
        }
        const piece = await withGoodToken(() => withRetry(attempt, { signal: running })).catch(nullWhenGone)
        if (piece === null) {
          progress.bytes -= file.bytes
          progress.files--
          count(-counted)
          return null
        }
        running.throwIfAborted()
        await pieces.write(name, piece)
      }
      parts.push(await pieces.read(name))
    }
    const content = new Blob(parts)
    const crc = await crc32Of(content, running)
    progress.filesDone++
    tell()
    return { name: file.name, modifiedAt: file.modifiedAt, crc, content }
  }
  const contents = await inParallel(files, fetchFile, (reason) => failed.abort(reason))
  const entries = contents.filter((entry) => entry !== null)
  const archive = zip([await tableOfContents(data, files, contents, signal), ...entries])
  const filename = `photomemory-${data.exported_at.slice(0, 10)}.zip`
  return { archive, filename, missing: files.length - entries.length }
}

type Piece = { name: string; from: number; to: number }

function piecesOf({ bucket, path, bytes }: NamedFile): Piece[] {
  const count = Math.ceil(bytes / PIECE_BYTES)
  return Array.from({ length: count }, (_, index) => ({
    name: `${encodeURIComponent(`${bucket}/${path}`)}.${index}`,
    from: index * PIECE_BYTES,
    to: Math.min(bytes, (index + 1) * PIECE_BYTES),
  }))
}

const sumOf = (files: readonly NamedFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

function sizeOf(kept: ReadonlyMap<string, number>, files: readonly NamedFile[]): number {
  const there = files.flatMap(piecesOf).filter(({ name, from, to }) => kept.get(name) === to - from)
  return there.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Of files that are gone by now, and halves that a crash left. */
async function removeOthers(
  pieces: PieceStore,
  kept: ReadonlyMap<string, number>,
  files: readonly NamedFile[],
): Promise<void> {
  const wanted = new Set(files.flatMap(piecesOf).map(({ name }) => name))
  for (const name of kept.keys()) if (!wanted.has(name)) await pieces.remove(name)
}

/** Known before anything is fetched, where the browser tells. */
async function checkRoom(needed: number): Promise<void> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.().catch(() => null)) ?? {}
  if (quota !== undefined && usage !== undefined && quota - usage < needed)
    throw new DraftError('storage_full', `No room for ${needed} bytes`)
}

/**
 * A file that was deleted since it was listed, or that storage has lost, must not keep all the others back. Whatever else is
 * refused would be had another time, so it must not be missing from a copy that calls itself everything.
 */
function nullWhenGone(error: unknown): null {
  const isGone =
    error instanceof DataError &&
    (error.status === 404 || error.status === 410 || error.code === 'incomplete')
  if (isGone) return null
  throw error
}

/** The rows, and what each file is called here. */
async function tableOfContents(
  data: AccountData,
  files: readonly NamedFile[],
  contents: readonly (ZipEntry | null)[],
  signal: AbortSignal,
): Promise<ZipEntry & { content: Blob }> {
  const listed = files.map(({ bucket, path, bytes, name }, index) => ({
    bucket,
    path,
    bytes,
    name: contents[index] ? name : null,
  }))
  const content = new Blob([JSON.stringify({ ...data, files: listed }, null, 2)])
  const crc = await crc32Of(content, signal)
  return { name: 'account.json', modifiedAt: data.exported_at, crc, content }
}

/** In the order of `items`, a few at a time. The first failure is told to `onFailure`; it is thrown when all have stopped. */
async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  onFailure: (reason: unknown) => void,
): Promise<R[]> {
  const results: R[] = []
  const failures: unknown[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) {
      if (failures.length > 0) return
      try {
        results[index] = await work(item)
      } catch (error) {
        if (failures.push(error) === 1) onFailure(error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
