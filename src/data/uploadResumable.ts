import { Upload, type DetailedError } from 'tus-js-client'
import { NETWORK, storageError } from '@/lib/dataError'
import { env } from '@/lib/env'
import { DataError } from '@/lib/errors'
import { accessToken } from './accessToken'
import type { Bucket, UploadOptions } from './uploadOptions'

type ResumableUpload = { bucket: Bucket; path: string; body: Blob; chunkBytes: number; endpoint?: string }

/**
 * Put a large file in pieces of `chunkBytes` (TUS). After a cut, also in another tab or after a reload, it goes on
 * where the server stopped, so at most one piece is sent again. Every request carries the token of that moment.
 */
export async function uploadResumable(file: ResumableUpload, options: UploadOptions): Promise<void> {
  const { bucket, path, body, chunkBytes } = file
  const { signal, onProgress, attempts = 5 } = options
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(body, {
      endpoint: file.endpoint ?? `${env.supabaseUrl}/storage/v1/upload/resumable`,
      chunkSize: chunkBytes,
      retryDelays: [500, 1000, 2000, 4000, 8000].slice(0, attempts),
      removeFingerprintOnSuccess: true,
      uploadDataDuringCreation: true,
      // The path names this very content: another file never shares it, and a reload finds its upload again.
      fingerprint: () => Promise.resolve(`photomemory-${bucket}-${path}-${body.size}`),
      metadata: { bucketName: bucket, objectName: path, contentType: body.type, cacheControl: '31536000' },
      onBeforeRequest: async (request) => {
        request.setHeader('authorization', `Bearer ${(await accessToken()) ?? env.supabaseKey}`)
        request.setHeader('apikey', env.supabaseKey)
      },
      onShouldRetry: (error) => {
        const status = statusOf(error)
        return status === 0 || [401, 409, 423, 425, 429].includes(status) || status >= 500
      },
      onProgress: (sent, total) => total > 0 && onProgress?.(sent / total),
      onSuccess: () => resolve(),
      onError: (error) => {
        const status = statusOf(error)
        // The last piece was stored and its answer lost: the object is there.
        if (alreadyThere(error)) return resolve()
        if (status === 0) return reject(new DataError('upload the file', NETWORK, 0, error))
        const { code } = storageError('upload the file', { status })
        reject(new DataError('upload the file', code, status, error))
      },
    })
    const stop = () => {
      void upload.abort(false)
      reject(signal.reason)
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
