import { NETWORK, storageError, TIMEOUT } from '@/lib/dataError'
import { abortable } from '@/lib/abortable'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { withRetry } from './retry'
import { sendBytes } from './sendBytes'
import type { Bucket, UploadOptions } from './uploadOptions'

/** Above this a file goes in resumable pieces; a hosted project wants them exactly this large. */
const CHUNK_BYTES = 6 * 1024 * 1024

/**
 * Put a file at a path that was reserved for it. Retried while that can help; a file that is already there (an
 * earlier try whose answer was lost, another tab) counts as uploaded.
 *
 * [Note: signed upload URLs] The bytes go by XMLHttpRequest to a signed upload URL: fetch reports no upload progress,
 * and a fresh URL per attempt means a token that expires during a long upload cannot stop it.
 */
export async function uploadObject(
  bucket: Bucket,
  path: string,
  body: Blob,
  options: UploadOptions,
): Promise<void> {
  if (body.size > CHUNK_BYTES) {
    const { uploadResumable } = await import('./uploadResumable')
    return uploadResumable({ bucket, path, body, chunkBytes: CHUNK_BYTES }, options)
  }
  await withRetry(() => uploadOnce(bucket, path, body, options), { canRetry: canUploadAgain, ...options })
}

async function uploadOnce(bucket: Bucket, path: string, body: Blob, options: UploadOptions): Promise<void> {
  const { signal, onProgress } = options
  const { data, error } = await abortable(supabase.storage.from(bucket).createSignedUploadUrl(path), signal)
  if (error) {
    const refused = storageError('start the upload', error)
    if (refused.status === 409) return
    throw refused
  }
  const sent = await sendBytes(data.signedUrl, body, { signal, ...(onProgress && { onProgress }) })
  if (sent.status >= 200 && sent.status < 300) return
  const refused = storageError('upload the file', sent.refusal)
  if (refused.status === 409) return
  const { code, status } = isAboutUrl(refused) ? URL_GONE : refused
  throw new DataError('upload the file', code, status, sent.refusal, sent.retryAfterMs)
}

/** Every attempt gets a new signed URL, so one that has expired or was forgotten heals. */
const URL_GONE = { code: 'gone', status: 410 }
function isAboutUrl({ status, cause }: DataError): boolean {
  const { error } = Object(cause) as { error?: unknown }
  return [401, 404, 410].includes(status) || error === 'InvalidJWT' || error === 'InvalidSignature'
}

function canUploadAgain(error: unknown): boolean {
  if (!(error instanceof DataError)) return false
  const { code, status } = error
  return code === NETWORK || code === TIMEOUT || [401, 408, 410, 425, 429].includes(status) || status >= 500
}
