import { isAtWork } from './atWork'
import { sayLastWords } from './lastWords'

const RELOADED_AT = 'photomemory.reloadedAt'
/** At most one reload in this time: if it did not help, another will not. */
const ONCE_IN_MS = 600_000
const PATIENCE_MS = 5_000

/**
 * Is this tab older than what the host serves now? After a deploy the files of the build it came from are gone, and code
 * that is fetched when it is needed cannot be had any more. False when the host cannot be asked: then it is the connection.
 */
export async function isOutdated(): Promise<boolean> {
  try {
    const entry = document.querySelector('script[type="module"][src]')?.getAttribute('src')
    if (!entry) return false
    const page = await fetch(import.meta.env.BASE_URL, {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const html = page.ok ? await page.text() : ''
    // Not just any page: a network that asks for a login answers with one of its own.
    return html.includes('<div id="root">') && !html.includes(`"${entry}"`)
  } catch {
    return false
  }
}

let trying: Promise<void> | null = null

/**
 * Reload a tab that is older than what the host serves, once, after everything unsaved was saved. Does nothing while a
 * film is made or something is sent in this tab, while something cannot be saved, and when a reload has not helped just now.
 *
 * [Note: a deploy under an open tab] Called when a file of the build could not be loaded, most often because the person has
 * just asked for something that needs it: then the reload is the answer to that, and whoever asked says in its place that a
 * newer version is ready, for when the reload does not come. What nobody has asked for at that moment, such as a film whose
 * turn has come, calls this only in a tab that nobody is looking at, and else leaves the reload to the person.
 */
export function reloadIfOutdated(): Promise<void> {
  trying ??= tryReload().finally(() => {
    trying = null
  })
  return trying
}

async function tryReload(): Promise<void> {
  if (isAtWork() || !(await isOutdated())) return
  await sayLastWords()
  if (isAtWork() || wouldAsk() || !(await makeWay()) || isAtWork() || !mayReload()) return
  location.reload()
}

/** Reload the tab because the person says so, to what the host serves now. */
export async function reloadToNewest(): Promise<void> {
  await sayLastWords()
  await makeWay()
  location.reload()
}

type MakeWay = () => Promise<boolean>

/**
 * A service worker would answer the reload with the page of its own build; see [Note: a newer build waits]. Whoever is signed
 * in has what renews it (src/lib/appWorker.ts); elsewhere it is let go.
 */
let makeWay: MakeWay = async () => {
  if ('serviceWorker' in navigator) await (await navigator.serviceWorker.getRegistration())?.unregister()
  return true
}

/** @param make sees to it that a reload opens what the host serves; says false when that has to wait */
export function leaveWayTo(make: MakeWay): void {
  makeWay = make
}

/** What cannot be saved holds a person back from leaving; it holds this back too. */
function wouldAsk(): boolean {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

/** Remembers this reload. Where nothing can be remembered none is made: it could go on without end. */
function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(RELOADED_AT))
    if (Math.abs(Date.now() - last) < ONCE_IN_MS) return false
    sessionStorage.setItem(RELOADED_AT, String(Date.now()))
    return true
  } catch {
    return false
  }
}

/** Listen for files of the build that cannot be loaded. @returns stop */
export function watchMissingCode(): () => void {
  const onMissing = () => void reloadIfOutdated()
  addEventListener('vite:preloadError', onMissing)
  return () => removeEventListener('vite:preloadError', onMissing)
}
