import { NETWORK, TIMEOUT } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { KEPT_SECONDS } from './uploadOptions'

/** No byte moved for this long: the connection is dead even if nobody said so. */
export const STALL_MS = 30_000

export type Sent = {
  status: number
  /** What the server said when `status` is not 2xx, with the status where its body names none. */
  refusal: unknown
  retryAfterMs: number | null
}
type SendOptions = { signal: AbortSignal; onProgress?: (fraction: number) => void }

/**
 * PUT bytes to a URL that carries its own permission.
 * @throws DataError `network` without an answer, `timeout` when nothing moved for 30 s, or the signal's reason
 */
export function sendBytes(url: string, body: Blob, options: SendOptions): Promise<Sent> {
  return typeof XMLHttpRequest === 'undefined'
    ? sendWithFetch(url, body, options)
    : sendWithXhr(url, body, options)
}

const headers = (body: Blob) => ({
  'content-type': body.type || 'application/octet-stream',
  'cache-control': `private, max-age=${KEPT_SECONDS}, immutable`,
})

function sendWithXhr(url: string, body: Blob, { signal, onProgress }: SendOptions): Promise<Sent> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const request = new XMLHttpRequest()
    let stallTimer: ReturnType<typeof setTimeout>
    const stop = () => request.abort()
    const settle = (finish: () => void) => {
      clearTimeout(stallTimer)
      signal.removeEventListener('abort', stop)
      finish()
    }
    const moved = () => {
      clearTimeout(stallTimer)
      stallTimer = setTimeout(() => {
        settle(() => reject(new DataError('upload the file', TIMEOUT, 0)))
        request.abort()
      }, STALL_MS)
    }
    request.upload.onprogress = ({ loaded, total }) => {
      moved()
      if (total > 0) onProgress?.(loaded / total)
    }
    request.onload = () => {
      const retryAfter = request.getResponseHeader('retry-after')
      settle(() => resolve(readAnswer(request.status, request.responseText, retryAfter)))
    }
    request.onerror = () => settle(() => reject(new DataError('upload the file', NETWORK, 0)))
    request.onabort = () => settle(() => reject(signal.reason))
    signal.addEventListener('abort', stop, { once: true })
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers(body))) request.setRequestHeader(name, value)
    moved()
    request.send(body)
  })
}

/** Where there is no XMLHttpRequest (workers of some engines, Node): the same, without progress in between. */
async function sendWithFetch(url: string, body: Blob, { signal, onProgress }: SendOptions): Promise<Sent> {
  const stalled = AbortSignal.timeout(STALL_MS + Math.round(body.size / 10))
  try {
    const response = await fetch(url, {
      method: 'PUT',
      body,
      headers: headers(body),
      signal: AbortSignal.any([signal, stalled]),
    })
    onProgress?.(1)
    return readAnswer(response.status, await response.text(), response.headers.get('retry-after'))
  } catch (error) {
    signal.throwIfAborted()
    throw new DataError('upload the file', stalled.aborted ? TIMEOUT : NETWORK, 0, error)
  }
}

function readAnswer(status: number, text: string, retryAfter: string | null): Sent {
  const said = (() => {
    try {
      return Object(JSON.parse(text)) as object
    } catch {
      return { message: text.slice(0, 200) }
    }
  })()
  return { status, refusal: { status, ...said }, retryAfterMs: retryAfterMs(retryAfter) }
}

/** A `Retry-After` header: seconds, or a date that is read against the device's clock. */
export function retryAfterMs(header: string | null, now = Date.now()): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
