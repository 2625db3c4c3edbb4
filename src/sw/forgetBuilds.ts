import { BUILD_CACHE, codeLock, entryOf } from '@/domain/appCaches'
import { cacheOf } from './keepBuild'
import type { Build } from './scope'

/**
 * Remove the builds that nobody has open any more.
 *
 * [Note: a build goes when its last tab does] A tab holds a lock in the name of its build as long as its code runs
 * (src/lib/appWorker.ts); the browser lets go of it with the tab, however that ends. So a tab that makes a film goes on finding
 * what it has not loaded yet, however many builds were taken up beside it. Without locks nothing is known, and the builds
 * stay until the browser itself clears up. Nobody has a build open whose turn has not come: while there is one, nothing goes.
 */
export async function forgetBuilds(build: Build, { installing, waiting }: Coming): Promise<void> {
  const open = await openLocks()
  if (!open || installing || waiting) return
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(BUILD_CACHE) && name !== cacheOf(build),
  )
  for (const name of names) {
    const page = await (await caches.open(name)).match('/')
    const entry = page && entryOf(await page.text())
    if (!entry || !open.has(codeLock(entry))) await caches.delete(name)
  }
}

/** Workers that are newer than this one. */
type Coming = Pick<ServiceWorkerRegistration, 'installing' | 'waiting'>

async function openLocks(): Promise<Set<string> | null> {
  if (!('locks' in navigator)) return null
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])))
}
