/** Where the tests find a Chromium, and how they start it. Shared by vitest, Playwright and the benches. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** Root in a container has no user namespace for the sandbox; the rest keeps the browser from calling home. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  chromium.executablePath(),
]

/** @returns {string | undefined} the path of a Chromium on this machine, or nothing when there is none. */
export function findChromium() {
  return places.find((place) => place && existsSync(place))
}

/** @returns {{ executablePath?: string, args: string[] }} Playwright's launch options for that Chromium. */
export function launchOptions() {
  const executablePath = findChromium()
  return { ...(executablePath ? { executablePath } : {}), args: chromiumArgs }
}
