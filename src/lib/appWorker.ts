import { codeLock, type PageMessage } from '@/domain/appCaches'
import { log } from './log'
import { leaveWayTo } from './newVersion'
import { sleep } from './sleep'
import { isAnyTabAtWork } from './tabsAtWork'
import { hasLocks } from './withLock'

/** A tab that stays open for days hears of a new version in this time, and when it is looked at again. */
const LOOK_EVERY_MS = 3_600_000
/** For what a new worker brings to the device, and for taking over. */
const BRINGING_MS = 20_000
const TAKING_OVER_MS = 5_000

let isNewer = false
const listeners = new Set<() => void>()

/** Is there a version of the app that this tab could have by a reload? For `useSyncExternalStore`. */
export const isNewerHere = (): boolean => isNewer

/** Hear when there is one. @returns stop */
export function onNewer(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function noteNewer(): void {
  isNewer = true
  for (const listener of listeners) listener()
}

const workers = () => ('serviceWorker' in navigator ? navigator.serviceWorker : null)
const tell = (worker: ServiceWorker | null, message: PageMessage) => worker?.postMessage(message)

/**
 * Have the app's service worker (src/sw): it keeps the app on the device. For people who are signed in, and not before their
 * page is there; who only looks at the home page or at a film behind a link gets none.
 *
 * [Note: a newer build waits] A worker that was found later has brought its build along and waits. It takes over when the person
 * says so (`takeNewest`), or by itself when no tab is open any more; never under a film that is being made.
 */
export async function startAppWorker(): Promise<void> {
  const container = workers()
  if (!container) return
  const hadWorker = container.controller !== null
  await container.register(`${import.meta.env.BASE_URL}sw.js`, { updateViaCache: 'none' })
  holdCode()
  leaveWayTo(takeNewest)
  const registration = await container.ready
  tell(registration.active, {
    type: 'started',
    used: performance.getEntriesByType('resource').map(({ name }) => name),
    language: document.documentElement.lang,
  })
  if (registration.waiting) noteNewer()
  const watch = () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => coming.state === 'installed' && noteNewer())
  }
  watch()
  registration.addEventListener('updatefound', watch)
  // Another tab took it: this one goes on with its own code until it is loaded anew.
  if (hadWorker) container.addEventListener('controllerchange', noteNewer)
  lookAgain(registration)
}

/** As long as this code runs its files stay on the device. See: [Note: a build goes when its last tab does] */
function holdCode(): void {
  const entry = document.querySelector('script[type="module"][src]')?.getAttribute('src')
  if (!entry || !hasLocks()) return
  // Never answered: the browser lets go of it with the page.
  void navigator.locks.request(codeLock(entry), { mode: 'shared' }, () => new Promise(() => undefined))
}

function lookAgain(registration: ServiceWorkerRegistration): void {
  let last = Date.now()
  const look = () => {
    if (document.hidden || Date.now() - last < LOOK_EVERY_MS) return
    last = Date.now()
    registration.update().catch((error: unknown) => log.info('Could not look for a new version', error))
  }
  setInterval(look, LOOK_EVERY_MS / 4)
  document.addEventListener('visibilitychange', look)
}

/** Let the version that waits take over, if there is one: the next reload opens it. */
export async function takeWaiting(): Promise<void> {
  const waiting = (await workers()?.getRegistration())?.waiting
  if (!waiting) return
  tell(waiting, { type: 'activate' })
  await reaches(waiting, ['activated', 'redundant'], TAKING_OVER_MS)
}

/**
 * What the host serves now is newer than this tab, and the tab cannot go on without it: the next reload is to open that.
 * A worker that cannot be renewed is let go, so that nobody is held on an old version; the next page has one again.
 * @returns false when it has to wait for a film that another tab makes
 */
async function takeNewest(): Promise<boolean> {
  const container = workers()
  const registration = await container?.getRegistration()
  if (!container?.controller || !registration) return true
  if (await isAnyTabAtWork()) return false
  try {
    await registration.update()
    if (registration.installing)
      await reaches(registration.installing, ['installed', 'redundant'], BRINGING_MS)
  } catch (error) {
    log.info('Could not look for a new version', error)
  }
  if (registration.waiting) await takeWaiting()
  else if (!isNewer) await registration.unregister()
  return true
}

/** Until a worker is in one of these states, or for so long. */
async function reaches(
  worker: ServiceWorker,
  states: readonly ServiceWorkerState[],
  longest: number,
): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    const look = () => states.includes(worker.state) && resolve()
    worker.addEventListener('statechange', look)
    look()
  })
  await Promise.race([reached, sleep(longest)])
}
