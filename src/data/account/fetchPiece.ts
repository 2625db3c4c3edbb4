import { NETWORK, storageError, TIMEOUT } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { watchedFetch } from '@/lib/reachability'
import { retryAfterMs, STALL_MS } from '../sendBytes'
import { signedUrl } from '../signedUrls'
import type { StoredFile } from './accountData'

type Options = { signal: AbortSignal; onBytes: (bytes: number) => void }

/**
 * The bytes `from` ≤ n < `to` of a private file. `onBytes` hears of what arrives.
 * @throws DataError `network`, `timeout` when nothing moved for 30 s, `incomplete` when the file is not as long as the
 *   database says, else with the status that storage means, whichever it sends
 */
export async function fetchPiece(
  { bucket, path, bytes }: StoredFile,
  from: number,
  to: number,
  { signal, onBytes }: Options,
): Promise<Blob> {
  const url = await signedUrl(bucket, path)
  const stall = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const moved = () => {
    clearTimeout(timer)
    timer = setTimeout(() => stall.abort(), STALL_MS)
  }
  moved()
  try {
    const response = await watchedFetch(url, {
      headers: { range: `bytes=${from}-${to - 1}` },
      cache: 'no-store',
      signal: AbortSignal.any([signal, stall.signal]),
    })
    if (!response.ok) throw await refused(response)
    const whole = await readBody(response, (length) => {
      moved()
      onBytes(length)
    })
    // A server between may send the whole file whatever part of it was asked for.
    const piece = response.status === 206 || whole.size < bytes ? whole : whole.slice(from, to)
    if (piece.size !== to - from) throw new DataError('load a file', 'incomplete', response.status)
    return piece
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof DataError) throw error
    throw new DataError('load a file', stall.signal.aborted ? TIMEOUT : NETWORK, 0, error)
  } finally {
    clearTimeout(timer)
  }
}

async function readBody(response: Response, onBytes: (length: number) => void): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    chunks.push(read.value)
    onBytes(read.value.length)
  }
  return new Blob(chunks)
}

const RANGE_NOT_SATISFIABLE = 416

async function refused(response: Response): Promise<DataError> {
  const said: unknown = await response.json().catch(() => null)
  const { code, status } = storageError('load a file', {
    status: response.status,
    ...(Object(said) as object),
  })
  const wait = retryAfterMs(response.headers.get('retry-after'))
  // The file ends before this piece begins.
  const isShort = status === RANGE_NOT_SATISFIABLE
  return new DataError('load a file', isShort ? 'incomplete' : code, status, said, wait)
}
