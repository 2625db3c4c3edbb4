import {
  isStale,
  SHARE_CACHE,
  SHARE_FAILED,
  SHARE_FIELD,
  SHARE_MAX_BYTES,
  SHARE_MAX_PHOTOS,
  sharedFileKey,
  sharedKey,
  type SharedPhotos,
} from '@/domain/sharedPhotos'

/** Where the draft is told of photos; `?shared=` is read by src/hooks/useSharedPhotos.ts. */
const draftWith = (id: string) =>
  new Response(null, { status: 303, headers: { location: `/projects/new?shared=${id}` } })

/** Put the photos of a form where the draft finds them, and lead there. See: [Note: photos that were shared] */
export async function takeShare(request: Request, now = Date.now()): Promise<Response> {
  const id = crypto.randomUUID()
  try {
    const form = await request.formData()
    const files = form.getAll(SHARE_FIELD).filter((entry) => entry instanceof File)
    await oneAtATime(async () => {
      await forgetStale(now)
      await keep(id, files, now)
    })
    return draftWith(id)
  } catch {
    return draftWith(SHARE_FAILED)
  }
}

async function keep(id: string, files: readonly File[], now: number): Promise<void> {
  const { taken, leftOut } = withinBounds(files)
  const cache = await caches.open(SHARE_CACHE)
  for (const [index, file] of taken.entries()) {
    const headers = { 'content-type': file.type || 'application/octet-stream' }
    await cache.put(sharedFileKey(id, index), new Response(file, { headers }))
  }
  // Last: what has no list is not all there.
  const shared: SharedPhotos = { at: now, names: taken.map(({ name }) => name), leftOut }
  await cache.put(sharedKey(id), Response.json(shared))
}

/** The first ones, as many as there is room for; the others by name. */
export function withinBounds<Photo extends Pick<File, 'name' | 'size'>>(files: readonly Photo[]) {
  const taken: Photo[] = []
  const leftOut: string[] = []
  let bytes = 0
  for (const file of files) {
    if (taken.length < SHARE_MAX_PHOTOS && bytes + file.size <= SHARE_MAX_BYTES) {
      taken.push(file)
      bytes += file.size
    } else leftOut.push(file.name)
  }
  return { taken, leftOut }
}

/**
 * [Note: one share at a time] What is half there is stale only when nobody is at work on it: a page that has just started tidies
 * up at the moment in which another app hands over its photos. Across workers too, while a newer one takes over.
 */
const oneAtATime = (work: () => Promise<void>) => navigator.locks.request(SHARE_CACHE, work)

/** Remove what nobody has come for in time, with everything that is half there. See: [Note: one share at a time] */
export const forgetStaleShares = (now = Date.now()): Promise<void> => oneAtATime(() => forgetStale(now))

async function forgetStale(now: number): Promise<void> {
  if (!(await caches.has(SHARE_CACHE))) return
  const cache = await caches.open(SHARE_CACHE)
  const requests = await cache.keys()
  const fresh: string[] = []
  for (const request of requests) {
    const { pathname } = new URL(request.url)
    if (pathname.split('/').length > 3) continue
    const shared: unknown = await (await cache.match(request))?.json()
    if (isFresh(shared, now)) fresh.push(pathname)
  }
  for (const request of requests) {
    const { pathname } = new URL(request.url)
    if (!fresh.some((key) => pathname === key || pathname.startsWith(`${key}/`))) await cache.delete(request)
  }
}

const isFresh = (shared: unknown, now: number) =>
  typeof shared === 'object' &&
  shared !== null &&
  'at' in shared &&
  typeof shared.at === 'number' &&
  !isStale(shared.at, now)
