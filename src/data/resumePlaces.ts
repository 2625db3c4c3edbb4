import type { UploadOptions } from 'tus-js-client'
import { z } from 'zod'
import { onPersonLeft } from '@/lib/pagePerson'
import { keptPlaces, PLACE_PREFIX } from './forgetPlaces'

type UrlStorage = NonNullable<UploadOptions['urlStorage']>
type Place = Awaited<ReturnType<UrlStorage['findAllUploads']>>[number]

/** A server forgets an unfinished upload after a day. */
const FORGOTTEN_MS = 24 * 60 * 60_000

const placeSchema = z.object({
  size: z.number().nullable(),
  metadata: z.record(z.string(), z.string()),
  creationTime: z.string(),
  uploadUrl: z.string().nullable(),
})
const memory = new Map<string, Place>()

/**
 * Where the unfinished uploads of this browser can be gone on with. The library's own storage fails the upload when
 * localStorage is full or not allowed; without a place kept here only a reload starts an upload anew.
 */
export const resumePlaces: UrlStorage = {
  findAllUploads: () => Promise.resolve([...memory.values()]),
  findUploadsByFingerprint: (fingerprint) => {
    const key = PLACE_PREFIX + fingerprint
    const place = memory.get(key) ?? read(key)
    return Promise.resolve(place && isFresh(place) ? [place] : [])
  },
  removeUpload: (key) => {
    memory.delete(key)
    quietly(() => localStorage.removeItem(key))
    return Promise.resolve()
  },
  addUpload: (fingerprint, { size, metadata, creationTime, uploadUrl }) => {
    const key = PLACE_PREFIX + fingerprint
    const place = { size, metadata, creationTime, uploadUrl }
    memory.set(key, { ...place, urlStorageKey: key, parallelUploadUrls: null })
    quietly(forgetOld)
    quietly(() => localStorage.setItem(key, JSON.stringify(place)))
    return Promise.resolve(key)
  },
}

const isFresh = ({ creationTime }: Pick<Place, 'creationTime'>) =>
  Date.now() - Date.parse(creationTime) < FORGOTTEN_MS

function read(key: string): Place | null {
  try {
    const { data } = placeSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return data ? { ...data, urlStorageKey: key, parallelUploadUrls: null } : null
  } catch {
    return null
  }
}

function forgetOld(): void {
  for (const key of keptPlaces()) {
    const place = read(key)
    if (!place || !isFresh(place)) localStorage.removeItem(key)
  }
}

// What is kept on the device goes as well; see forgetPlaces.
onPersonLeft(() => memory.clear())

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Then it is remembered by this page alone.
  }
}
