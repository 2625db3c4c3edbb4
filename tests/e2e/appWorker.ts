import type { BrowserContext, Page } from '@playwright/test'
import { expect } from './fixtures'
import { BUILD_COOKIE } from './newerBuild.mjs'

/** Until the app is on the device, with everything that this page has used of it. */
export async function appKept(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  const entry = await page.locator('script[type="module"]').getAttribute('src')
  await expect
    .poll(() => page.evaluate(async (file) => Boolean(await caches.match(file ?? '')), entry))
    .toBe(true)
}

/** The host has another build from here on, for this browser; the page hears of it. */
export async function deployBuild(page: Page, name: string): Promise<void> {
  const url = new URL('/', page.url()).href
  await page.context().addCookies([{ name: BUILD_COOKIE, value: name, url }])
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
}

/** Is a new build on the device that waits for its turn? */
export const isWaiting = (page: Page) =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))

/** The build whose worker answers: the caches there are, and whether one waits. */
export const buildCaches = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('photomemory-build:')))

/** Every address under which anything is kept, in all caches. */
export const keptAddresses = (page: Page) =>
  page.evaluate(async () => {
    const addresses: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(url)
    return addresses
  })

/** The server is gone, for pages and for the worker. */
export const loseServer = (context: BrowserContext) => context.setOffline(true)
