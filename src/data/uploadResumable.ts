import { Upload, type DetailedError, type HttpRequest, type HttpResponse } from 'tus-js-client'
import { NETWORK, storageError, TIMEOUT } from '@/lib/dataError'
import { env } from '@/lib/env'
import { DataError } from '@/lib/errors'
import { retryDelay } from '@/lib/retryDelay'
import { accessToken, renewedToken } from './accessToken'
import { resumePlaces } from './resumePlaces'
import { retryAfterMs, STALL_MS } from './sendBytes'
import { KEPT_SECONDS, type Bucket, type UploadOptions } from './uploadOptions'

type ResumableUpload = { bucket: Bucket; path: string; body: Blob; chunkBytes: number; endpoint?: string }

/** 404 and 410: the server has forgotten the upload; trying again asks for a new one. */
const HEALING = [401, 404, 408, 409, 410, 423, 425, 429]

/**
 * Put a large file in pieces of `chunkBytes` (TUS). After a cut, also in another tab or after a reload, it goes on
 * where the server stopped, so at most one piece is sent again. Every request carries the token of that moment.
 */
export async function uploadResumable(file: ResumableUpload, options: UploadOptions): Promise<void> {
  const { bucket, path, body, chunkBytes } = file
  const { signal, onProgress, onRetry, attempts = 5 } = options
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const delays = Array.from({ length: attempts - 1 }, (_, index) => retryDelay(index + 1))
    let stalls = 0
    let token: string | null = null
    let tokenRefused = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      settle()
    }
    /** Something moved. The library itself waits for a line that died without end. */
    const moved = () => {
      clearTimeout(timer)
      timer = setTimeout(stalled, STALL_MS)
    }
    const stalled = () => {
      void upload.abort(false)
      const error = new DataError('upload the file', TIMEOUT, 0)
      if (++stalls >= attempts) return finish(() => reject(error))
      onRetry?.(stalls, error)
      timer = setTimeout(() => upload.start(), retryDelay(stalls))
    }
    const upload = new Upload(body, {
      endpoint: file.endpoint ?? `${env.supabaseUrl}/storage/v1/upload/resumable`,
      chunkSize: chunkBytes,
      retryDelays: delays,
      urlStorage: resumePlaces,
      removeFingerprintOnSuccess: true,
      uploadDataDuringCreation: true,
      // The path names this very content: another file never shares it, and a reload finds its upload again.
      fingerprint: () => Promise.resolve(`${bucket}/${path} ${body.size}`),
      metadata: {
        bucketName: bucket,
        objectName: path,
        contentType: body.type,
        cacheControl: String(KEPT_SECONDS),
      },
      onBeforeRequest: async (request) => {
        moved()
        token = await (tokenRefused ? renewedToken(token) : accessToken())
        tokenRefused = false
        request.setHeader('authorization', `Bearer ${token ?? env.supabaseKey}`)
        request.setHeader('apikey', env.supabaseKey)
      },
      onAfterResponse: (request, response) => {
        moved()
        if (isNoAnswer(request, response)) throw new NoAnswer(response)
      },
      onShouldRetry: (error, retries) => {
        clearTimeout(timer) // until the next request: what is waited for now is asked for
        tokenRefused = isAboutToken(error)
        const again = canGoOn(error)
        const wait = retryAfterMs(responseOf(error)?.getHeader('retry-after') ?? null)
        if (wait !== null) delays[retries] = retryDelay(retries + 1, wait)
        if (again) onRetry?.(retries + 1, refusalOf(error))
        return again
      },
      onProgress: (sent, total) => {
        moved()
        if (total > 0) onProgress?.(sent / total)
      },
      onChunkComplete: () => {
        stalls = 0
      },
      onSuccess: () => finish(resolve),
      // The last piece was stored and its answer lost: the object is there.
      onError: (error) => finish(() => (alreadyThere(error) ? resolve() : reject(refusalOf(error)))),
    })
    const stop = () => {
      void upload.abort(false)
      finish(() => reject(signal.reason))
    }
    signal.addEventListener('abort', stop, { once: true })
    void upload
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous)
        if (!signal.aborted) upload.start()
      })
      .catch((error: unknown) => finish(() => reject(error)))
  })
}

/**
 * [Note: a question that failed is no answer] Asked how far an upload is, a server in trouble, or one that does not like the
 * token of this moment, has not said that it forgot the upload. The library takes every refusal for that and begins at
 * the first byte; so only 404 and 410 reach it.
 */
const isNoAnswer = (request: HttpRequest, response: HttpResponse) =>
  request.getMethod() === 'HEAD' && response.getStatus() >= 400 && ![404, 410].includes(response.getStatus())

class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly response: HttpResponse
  constructor(response: HttpResponse) {
    super(`The upload could not be asked for (${response.getStatus()})`)
    this.response = response
  }
}

function responseOf(error: Error | DetailedError): HttpResponse | null {
  if (!('originalResponse' in error)) return null
  return error.causingError instanceof NoAnswer ? error.causingError.response : error.originalResponse
}
const statusOf = (error: Error | DetailedError) => responseOf(error)?.getStatus() ?? 0
const alreadyThere = (error: Error | DetailedError) =>
  statusOf(error) === 409 && /already exists|duplicate/i.test(responseOf(error)?.getBody() ?? '')

/** Storage refuses a token that ran out like a file of somebody else; only its words tell, and to a HEAD it says none. */
const isAboutToken = (error: Error | DetailedError) =>
  statusOf(error) === 401 ||
  (statusOf(error) === 403 && /^$|jwt|exp\W+claim/i.test(responseOf(error)?.getBody() ?? ''))

function canGoOn(error: Error | DetailedError): boolean {
  const status = statusOf(error)
  if (alreadyThere(error)) return false
  return status === 0 || HEALING.includes(status) || status >= 500 || isAboutToken(error)
}

function refusalOf(error: Error | DetailedError): DataError {
  const status = statusOf(error)
  const code = status === 0 ? NETWORK : storageError('upload the file', { status }).code
  return new DataError('upload the file', code, status, error)
}
