import { Upload, type DetailedError } from 'tus-js-client'
import { NETWORK, storageError } from '@/lib/dataError'
import { env } from '@/lib/env'
import { DataError } from '@/lib/errors'
import { retryDelay } from '@/lib/retryDelay'
import { accessToken } from './accessToken'
import type { Bucket, UploadOptions } from './uploadOptions'

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
    const upload = new Upload(body, {
      endpoint: file.endpoint ?? `${env.supabaseUrl}/storage/v1/upload/resumable`,
      chunkSize: chunkBytes,
      retryDelays: Array.from({ length: attempts - 1 }, (_, index) => retryDelay(index + 1)),
      removeFingerprintOnSuccess: true,
      uploadDataDuringCreation: true,
      // The path names this very content: another file never shares it, and a reload finds its upload again.
      fingerprint: () => Promise.resolve(`photomemory-${bucket}-${path}-${body.size}`),
      metadata: { bucketName: bucket, objectName: path, contentType: body.type, cacheControl: '31536000' },
      onBeforeRequest: async (request) => {
        request.setHeader('authorization', `Bearer ${(await accessToken()) ?? env.supabaseKey}`)
        request.setHeader('apikey', env.supabaseKey)
      },
      onShouldRetry: (error, retries) => {
        const again = canGoOn(error)
        if (again) onRetry?.(retries + 1, refusalOf(error))
        return again
      },
      onProgress: (sent, total) => total > 0 && onProgress?.(sent / total),
      onSuccess: () => finish(resolve),
      // The last piece was stored and its answer lost: the object is there.
      onError: (error) => finish(() => (alreadyThere(error) ? resolve() : reject(refusalOf(error)))),
    })
    const stop = () => {
      void upload.abort(false)
      reject(signal.reason)
    }
    const finish = (settle: () => void) => {
      signal.removeEventListener('abort', stop)
      settle()
    }
    signal.addEventListener('abort', stop, { once: true })
    void upload
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous)
        if (!signal.aborted) upload.start()
      })
      .catch(reject)
  })
}

const responseOf = (error: Error | DetailedError) =>
  'originalResponse' in error ? (error.originalResponse ?? null) : null
const statusOf = (error: Error | DetailedError) => responseOf(error)?.getStatus() ?? 0
const alreadyThere = (error: Error | DetailedError) =>
  statusOf(error) === 409 && /already exists|duplicate/i.test(responseOf(error)?.getBody() ?? '')

function canGoOn(error: Error | DetailedError): boolean {
  const status = statusOf(error)
  return !alreadyThere(error) && (status === 0 || HEALING.includes(status) || status >= 500)
}

function refusalOf(error: Error | DetailedError): DataError {
  const status = statusOf(error)
  const code = status === 0 ? NETWORK : storageError('upload the file', { status }).code
  return new DataError('upload the file', code, status, error)
}
