import { z } from 'zod'
import { isStale, SHARE_CACHE, sharedFileKey, sharedKey } from '@/domain/sharedPhotos'

/** What the service worker writes beside the files; see src/sw/takeShare.ts. */
const shared = z.object({ at: z.number(), names: z.array(z.string()), leftOut: z.array(z.string()) })

/** Photos that were shared with the app, and the names of those there was no room for. */
export type Shared = { files: File[]; leftOut: string[] }

/**
 * The photos that wait under an id of an address. They stay until `forgetShared`. See: [Note: photos that were shared]
 * @returns null when there are none (any more), or not all of them
 */
export async function findShared(id: string, now = Date.now()): Promise<Shared | null> {
  if (!('caches' in globalThis) || !(await caches.has(SHARE_CACHE))) return null
  const cache = await caches.open(SHARE_CACHE)
  const list = shared.safeParse(await (await cache.match(sharedKey(id)))?.json().catch(() => null))
  if (!list.success || isStale(list.data.at, now)) return null
  const { names, leftOut } = list.data
  const answers = await Promise.all(names.map((_, index) => cache.match(sharedFileKey(id, index))))
  const files: File[] = []
  for (const [index, answer] of answers.entries()) {
    if (!answer) return null
    const blob = await answer.blob()
    files.push(new File([blob], names[index] ?? '', { type: blob.type }))
  }
  return { files, leftOut }
}

/** The draft has them. */
export async function forgetShared(id: string): Promise<void> {
  if (!(await caches.has(SHARE_CACHE))) return
  const cache = await caches.open(SHARE_CACHE)
  const key = sharedKey(id)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname === key || pathname.startsWith(`${key}/`)) await cache.delete(request)
  }
}
