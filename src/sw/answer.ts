import { cacheOf, keepPage } from './keepBuild'
import type { Build } from './scope'
import { isKeepable } from './wayOf'

/** From the caches of any build: a tab goes on with the files of the build it was opened with. */
const kept = (address: string) => caches.match(address, { ignoreVary: true })

/** A file of the build: from the device, else from the host, and then it is kept. */
export async function answerAsset(request: Request, build: Build): Promise<Response> {
  const { pathname } = new URL(request.url)
  const known = await kept(pathname)
  if (known) return known
  const answer = await fetch(request)
  if (isKeepable(answer)) {
    const copy = answer.clone()
    // A full device keeps nobody from what has just come.
    await caches
      .open(cacheOf(build))
      .then((cache) => cache.put(pathname, copy))
      .catch(() => undefined)
  }
  return answer
}

/** A file beside the page, of the same build as the page. */
export async function answerFile(request: Request, build: Build): Promise<Response> {
  const cache = await caches.open(cacheOf(build))
  return (await cache.match(new URL(request.url).pathname, { ignoreVary: true })) ?? fetch(request)
}

/**
 * The page of this build, whichever of its pages was asked for. A browser may have thrown it away: then the host's.
 *
 * [Note: the build on the device comes first] It opens at once and without a network, and page, code and worker are of one
 * build. A newer one waits until it is wanted (src/lib/appWorker.ts).
 */
export async function answerPage(request: Request, build: Build): Promise<Response> {
  const cache = await caches.open(cacheOf(build))
  return (await cache.match('/', { ignoreVary: true })) ?? fetch(request)
}

/** Headers that the host has changed without a new build count from the next time the page is opened. */
export async function renewPage(build: Build): Promise<void> {
  const cache = await caches.open(cacheOf(build))
  await keepPage(cache, build).catch(() => undefined)
}
