/** What Chromium sends where the app can be installed; in no standard, so TypeScript has no word for it. */
type InstallEvent = Event & { prompt: () => Promise<unknown> }

const isInstallEvent = (event: Event): event is InstallEvent =>
  'prompt' in event && typeof event.prompt === 'function'

let offer: InstallEvent | null = null
const listeners = new Set<() => void>()

function change(to: InstallEvent | null): void {
  offer = to
  for (const listener of listeners) listener()
}

/**
 * Catch the browser's offer to install the app, to make it where the person looks for it (settings, palette) instead of over
 * the page. Early: a browser makes it once.
 */
export function watchInstallation(): void {
  addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallEvent(event)) return
    event.preventDefault()
    change(event)
  })
  addEventListener('appinstalled', () => change(null))
}

/** Can the app be installed from here? For `useSyncExternalStore`. */
export const canInstall = (): boolean => offer !== null

/** Hear when that changes. @returns stop */
export function onInstallation(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Let the browser ask. It answers one question with one offer. */
export async function install(): Promise<void> {
  const asked = offer
  change(null)
  await asked?.prompt()
}

/** Is this the installed app, in its own window? */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches

/** iPhones and iPads install by a menu of the browser, which nothing can open. Newer iPads say that they are Macs. */
export const isIos = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)
