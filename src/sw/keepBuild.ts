import { BUILD_CACHE, entryOf } from '@/domain/appCaches'
import { readLanguage } from './language'
import type { Build } from './scope'
import { isAsset, isKeepable } from './wayOf'

/** So many files are fetched at a time: what a person waits for goes first. */
const AT_A_TIME = 4

export const cacheOf = ({ id }: Pick<Build, 'id'>) => `${BUILD_CACHE}${id}`

/**
 * Bring everything here that the dashboard and the draft need to open, in the language that is spoken on this device.
 * @throws when any of it cannot be had, or the host has another build by now: then this worker is none, and the browser tries
 * again later
 */
export async function keepBuild(build: Build): Promise<void> {
  const cache = await caches.open(cacheOf(build))
  const language = await readLanguage()
  const assets = new Set([...build.assets, ...(build.words[language] ?? [])])
  await keepPage(cache, build)
  // Their names say nothing of their content: asked for anew.
  await eachOf(build.files, (file) => keepFile(cache, new Request(file, { cache: 'reload' })))
  await eachOf([...assets], (asset) => keepAsset(cache, asset))
}

/**
 * Keep the page as the host sends it, with its headers: they are part of what makes it safe, offline too.
 * @throws unless it is the page of this build
 */
export async function keepPage(cache: Cache, { entry }: Build): Promise<void> {
  const answer = await fetch(new Request('/', { cache: 'no-cache' }))
  if (!answer.ok || answer.redirected || entryOf(await answer.clone().text()) !== entry)
    throw new Error('The host serves another page')
  await cache.put('/', answer)
}

/** A file whose name tells its content, from wherever it is: an older build may have had the same. */
export async function keepAsset(cache: Cache, address: string): Promise<void> {
  if (await cache.match(address, { ignoreVary: true })) return
  const known = await caches.match(address, { ignoreVary: true })
  if (known) await cache.put(address, known)
  else await keepFile(cache, new Request(address))
}

async function keepFile(cache: Cache, request: Request): Promise<void> {
  const answer = await fetch(request)
  if (!isKeepable(answer)) throw new Error(`Not to be kept: ${request.url}`)
  await cache.put(request, answer)
}

/** What a page had loaded before there was a worker. What cannot be had is not kept. */
export async function keepUsed(build: Build, addresses: readonly string[], origin: string): Promise<void> {
  const cache = await caches.open(cacheOf(build))
  const paths = addresses.flatMap((address) => {
    const url = URL.canParse(address, origin) ? new URL(address, origin) : null
    return url && url.origin === origin && url.search === '' && isAsset(url.pathname) ? [url.pathname] : []
  })
  await eachOf(paths, (path) => keepAsset(cache, path).catch(() => undefined))
}

async function eachOf(items: readonly string[], work: (item: string) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, lane))
}
