import type { Page } from '@playwright/test'
import { chooseSmallFilm } from './draftPage'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'

type Kept = { messages: string[]; system: Notification[] }
declare global {
  interface Window {
    kept?: Kept
  }
}

/** Keeps every message about what happened, and every notification of the system, for as long as the page lives. */
const record = () => {
  const kept: Kept = { messages: [], system: [] }
  window.kept = kept
  const seen = new WeakSet<Node>()
  new MutationObserver(() => {
    for (const message of document.querySelectorAll('[data-message^="notice:"]')) {
      if (seen.has(message)) continue
      seen.add(message)
      kept.messages.push(/Your film “.*” is ready/.exec(message.textContent)?.[0] ?? message.textContent)
    }
  }).observe(document, { childList: true, subtree: true })
  window.Notification = new Proxy(window.Notification, {
    construct(target, given: [string]) {
      const shown = new target(...given)
      kept.system.push(shown)
      return shown
    },
  })
}
const messagesOf = (tab: Page) => tab.evaluate(() => window.kept?.messages ?? [])
const loadedAt = (tab: Page) => tab.evaluate(() => performance.timeOrigin)

async function makeFilm(page: Page, title: string, seconds: number, photos: string[]) {
  await page.getByRole('link', { name: 'Projects' }).first().click()
  await page.getByRole('link', { name: 'New project' }).first().click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByLabel('Duration', { exact: true }).fill(String(seconds))
  await chooseSmallFilm(page)
  await page.getByLabel('Add photos', { exact: true }).setInputFiles(photos)
  await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(photos.length)
  await page.getByRole('button', { name: 'Create video' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
}
const progressOf = async (page: Page) =>
  Number(await page.getByRole('progressbar', { name: 'Generation progress' }).getAttribute('aria-valuenow'))
const bell = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const list = (page: Page) => page.getByRole('dialog', { name: 'Notifications' })

test('a film that is done is announced by one of two tabs, leads there without a reload, and the bell keeps count in both', async ({
  page,
  context,
  problems,
}, testInfo) => {
  test.setTimeout(600_000)
  expect(problems).toEqual([])
  await context.addInitScript(record)
  await signUp(page, 'Ada')
  const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const other = await context.newPage()
  await other.goto('/media')
  const tabs = [page, other]
  const loaded = await Promise.all(tabs.map(loadedAt))
  const said = async () => (await Promise.all(tabs.map(messagesOf))).flat()

  await test.step('before anything has happened the bell is quiet', async () => {
    await bell(other, 'Notifications').click()
    await expect(list(other).getByText('All quiet')).toBeVisible()
    await other.keyboard.press('Escape')
    await expect(list(other)).toHaveCount(0)
    await expect(bell(other, 'Notifications')).toBeFocused()
  })

  await test.step('the first film is announced exactly once, while the second is being made', async () => {
    await makeFilm(page, 'First', 10, photos)
    // Long enough to be seen being made, also where nothing else is done.
    await makeFilm(page, 'Second', 180, photos)
    await expect.poll(said, { timeout: 200_000 }).toEqual(['Your film “First” is ready'])
    const winner = (await messagesOf(page)).length > 0 ? page : other
    await winner.getByRole('button', { name: 'Watch it' }).click()
    await expect(winner.getByRole('heading', { level: 1, name: 'First' })).toBeVisible()
    await expect(winner.locator('video')).toBeVisible()
    await expect(bell(winner, 'Notifications')).toBeVisible()
  })

  await test.step('the tab that makes a film can follow its news, and the film goes on', async () => {
    const toSecond = async () => {
      await page.getByRole('link', { name: 'Projects' }).first().click()
      await page.getByRole('article', { name: 'Second' }).getByRole('link').first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'Second' })).toBeVisible()
    }
    await toSecond()
    await expect.poll(() => progressOf(page), { timeout: 60_000 }).toBeGreaterThan(5)
    const before = await progressOf(page)
    await bell(page, 'Notifications').click()
    await list(page)
      .getByRole('link', { name: /“First”/ })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'First' })).toBeVisible()
    await expect(list(page)).toHaveCount(0)
    await toSecond()
    expect(await progressOf(page)).toBeGreaterThanOrEqual(before)
    await expect(page.getByText('Attempt 2')).toHaveCount(0)
    await page.getByRole('link', { name: 'Settings' }).first().click()
    await expect.poll(said, { timeout: 200_000 }).toHaveLength(2)
    expect((await said()).sort()).toEqual(['Your film “First” is ready', 'Your film “Second” is ready'])
    expect(await Promise.all(tabs.map(loadedAt)), 'no tab was loaded anew').toEqual(loaded)
  })

  await test.step('what is read or dismissed in one tab is so in the other', async () => {
    await expect(bell(other, 'Notifications, 1 unread')).toBeVisible()
    await bell(page, 'Notifications, 1 unread').click()
    await expect(list(page).getByRole('listitem')).toHaveCount(2)
    await expectAccessible(page)
    await list(page).getByRole('button', { name: 'Mark all as read' }).click()
    await expect(bell(other, 'Notifications')).toBeVisible()
    await list(page).getByRole('listitem').first().hover()
    await list(page).getByRole('button', { name: 'Dismiss' }).first().click()
    await expect(list(page).getByRole('listitem')).toHaveCount(1)
    await bell(other, 'Notifications').click()
    await expect(list(other).getByRole('listitem')).toHaveCount(1)
    await expect(list(other).getByRole('link', { name: /“First”/ })).toBeVisible()
    await page.reload()
    await expect(bell(page, 'Notifications')).toBeVisible()
  })
})

test('a film that is done while nobody looks is told by the system, once the person has asked for it', async ({
  page,
  context,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  await context.grantPermissions(['notifications'])
  await context.addInitScript(record)
  await signUp(page, 'Grace')
  const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const titles = () => page.evaluate(() => window.kept?.system.map(({ title }) => title))

  await page.getByRole('link', { name: 'Settings' }).first().click()
  const outside = page.getByRole('switch', { name: 'Notifications outside this page' })
  await expect(outside).not.toBeChecked()
  expect(await titles()).toEqual([])
  // It is on when the browser has been asked, which takes a moment.
  await outside.click()
  await expect(outside).toBeChecked()
  expect(await titles()).toEqual(['This is how you will hear of it'])

  await makeFilm(page, 'Unseen', 6, photos.slice(0, 3))
  const film = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Media library' }).first().click()
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(titles, { timeout: 200_000 }).toContain('Your film “Unseen” is ready')
  expect(await messagesOf(page)).toEqual([])
  // A click on it.
  await page.evaluate(() => window.kept?.system.at(-1)?.dispatchEvent(new Event('click')))
  await page.waitForURL((url) => url.pathname === film)
  await expect(page.getByRole('heading', { level: 1, name: 'Unseen' })).toBeVisible()
  await expect(page.locator('video')).toBeVisible()
})
