import { storageError } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { SIGNED_URL_SECONDS, type Bucket } from './uploadOptions'

/** After this age whoever has an address should ask for another. */
export const SIGNED_URL_FRESH_MS = (SIGNED_URL_SECONDS * 1000 * 3) / 4
/** Requests of the same moment travel together. */
const GATHER_MS = 10
const PATHS_PER_REQUEST = 100

type Waiting = { url: Promise<string>; resolve: (url: string) => void; reject: (error: Error) => void }
type Batch = Map<string, Waiting>

const batches = new Map<Bucket, Batch>()

/**
 * A new address under which a private file can be shown for an hour. Asked for many at the same moment (a grid of
 * thumbnails) it makes one request. Nothing is kept here: the queries that ask know how old their answer is.
 * @throws DataError `not_found` when the file is not there or may not be read
 */
export function signedUrl(bucket: Bucket, path: string): Promise<string> {
  const batch = batches.get(bucket) ?? openBatch(bucket)
  const waiting = batch.get(path) ?? newlyWaiting()
  batch.set(path, waiting)
  return waiting.url
}

/**
 * An address that makes the browser save the file under this name. The client's own `download` option encodes the name
 * twice, which would save a title in Korean as percent signs.
 */
export async function downloadUrl(bucket: Bucket, path: string, filename: string): Promise<string> {
  return `${await signedUrl(bucket, path)}&download=${encodeURIComponent(filename)}`
}

function newlyWaiting(): Waiting {
  let resolve: Waiting['resolve'] = () => undefined
  let reject: Waiting['reject'] = () => undefined
  const url = new Promise<string>((...ends) => {
    ;[resolve, reject] = ends
  })
  return { url, resolve, reject }
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
    const { data, error } = await supabase.storage.from(bucket).createSignedUrls(part, SIGNED_URL_SECONDS)
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
