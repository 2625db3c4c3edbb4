import { storageError } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import type { Bucket } from './uploadOptions'

/** How long an address works, and after which age it is not handed out again. */
const VALID_SECONDS = 3600
export const SIGNED_URL_FRESH_MS = (VALID_SECONDS * 1000 * 3) / 4
/** Requests of the same moment travel together. */
const GATHER_MS = 10
const PATHS_PER_REQUEST = 100

type Waiting = { resolve: (url: string) => void; reject: (error: Error) => void }
type Batch = Map<string, Waiting>

const known = new Map<string, { url: Promise<string>; until: number }>()
const batches = new Map<Bucket, Batch>()

/**
 * An address under which a private file can be shown for about an hour. Asked for many at the same moment (a grid of
 * thumbnails) it makes one request; asked again soon it makes none.
 * @throws DataError `not_found` when the file is not there or may not be read
 */
export function signedUrl(bucket: Bucket, path: string): Promise<string> {
  const key = `${bucket}/${path}`
  const old = known.get(key)
  if (old && old.until > performance.now()) return old.url
  const url = joinBatch(bucket, path)
  known.set(key, { url, until: performance.now() + SIGNED_URL_FRESH_MS })
  url.catch(() => known.delete(key))
  return url
}

/** An address that makes the browser save the file under this name. */
export async function downloadUrl(bucket: Bucket, path: string, filename: string): Promise<string> {
  const { data, error } = await supabase.storage
    .from(bucket)
    .createSignedUrl(path, VALID_SECONDS, { download: filename })
  if (error) throw storageError('find the file', error)
  return data.signedUrl
}

/** On sign-out: the addresses of one person are not for the next. */
export function forgetSignedUrls(): void {
  known.clear()
}

/** `known` has one entry per path, so a path is in a batch once. */
function joinBatch(bucket: Bucket, path: string): Promise<string> {
  const batch = batches.get(bucket) ?? openBatch(bucket)
  return new Promise((resolve, reject) => batch.set(path, { resolve, reject }))
}

function openBatch(bucket: Bucket): Batch {
  const batch: Batch = new Map()
  batches.set(bucket, batch)
  setTimeout(() => {
    batches.delete(bucket)
    void signBatch(bucket, batch)
  }, GATHER_MS)
  return batch
}

async function signBatch(bucket: Bucket, batch: Batch): Promise<void> {
  const paths = [...batch.keys()]
  for (let first = 0; first < paths.length; first += PATHS_PER_REQUEST) {
    const part = paths.slice(first, first + PATHS_PER_REQUEST)
    const { data, error } = await supabase.storage.from(bucket).createSignedUrls(part, VALID_SECONDS)
    const signed = new Map(data?.map((entry) => [entry.path, entry.signedUrl]))
    for (const path of part) {
      const waiting = batch.get(path)
      const url = signed.get(path)
      if (url) waiting?.resolve(url)
      else waiting?.reject(error ? storageError('find the file', error) : notFound())
    }
  }
}

const notFound = () => new DataError('find the file', 'not_found', 404)
