import { createClient } from '@supabase/supabase-js'
import type { Page, WebSocketRoute } from '@playwright/test'
import WebSocket from 'ws'
import type { Database } from '@/lib/database.gen'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test } from './fixtures'

declare global {
  interface Window {
    /** The background of the page in every frame so far. */
    shownColours?: string[]
  }
}

const PHONE = { width: 390, height: 844 }
const TABLET = { width: 820, height: 1100 }
const LAPTOP = { width: 1440, height: 900 }
const LIGHT = 'rgb(250, 248, 245)'
const DARK = 'rgb(20, 18, 16)'

const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
const main = (page: Page) => page.getByRole('main')
const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

/** A signed-in person with one project, and its address. */
async function withProject(page: Page, baseURL: string | undefined, title: string): Promise<string> {
  const account = await signUp(page, 'Ada')
  const client = createClient<Database>(baseURL ?? '', 'sb_publishable_embedded', {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as never },
  })
  await client.auth.signInWithPassword(account)
  const { data } = await client.from('video_projects').insert({ title }).select('id').single()
  await page.goto('/projects')
  await page.getByRole('article', { name: title }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return `/projects/${data?.id}`
}

test.describe('the theme', () => {
  test.use({ viewport: LAPTOP })

  test('is the chosen one in every frame from the first, before any code of the app', async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/sign-in')
    await page.evaluate(() =>
      localStorage.setItem('photomemory.ui', '{"state":{"theme":"dark"},"version":2}'),
    )
    await page.addInitScript(() => {
      const frames: string[] = []
      window.shownColours = frames
      const look = () => {
        frames.push(getComputedStyle(document.documentElement).backgroundColor)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    const held: (() => void)[] = []
    await page.route(/\/assets\/.*\.js$/, (request) => {
      held.push(() => void request.continue())
    })
    await page.reload({ waitUntil: 'commit' })
    const frames = () => page.evaluate(() => window.shownColours ?? [])
    await expect.poll(async () => (await frames()).length).toBeGreaterThan(5)
    expect(await page.locator('#root').innerHTML()).toBe('')
    const sentence = page.getByText('Your photos, as a film worth keeping', { exact: true })
    await expect(sentence).toBeVisible()
    held.forEach((release) => release())
    await page.unroute(/\/assets\/.*\.js$/)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect(sentence).toBeHidden()
    expect([...new Set(await frames())]).toEqual([DARK])
  })

  test('follows the system live, unless one was chosen, in every tab', async ({
    page,
    context,
    problems,
  }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Mary')
    for (const [colorScheme, colour] of [
      ['dark', DARK],
      ['light', LIGHT],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await expect.poll(() => background(page)).toBe(colour)
    }
    await page.getByRole('link', { name: 'Settings' }).click()
    const other = await context.newPage()
    await other.goto('/media')
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
    await expect.poll(() => background(page)).toBe(DARK)
    await expect.poll(() => background(other)).toBe(DARK)
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await background(page)).toBe(DARK)
  })
})

test('each size of screen has its sidebar and remembers it: words, icons, a drawer', async ({
  page,
  problems,
}) => {
  expect(problems).toEqual([])
  await page.setViewportSize(LAPTOP)
  await signUp(page, 'Grace')
  const sidebar = page.getByRole('complementary')
  const words = sidebar.getByText('Media library')
  /** Words that only a screen reader has are one pixel wide. */
  const hasWords = async () => ((await words.boundingBox())?.width ?? 0) > 20
  const toggle = sidebar.getByRole('button', { name: /Make the sidebar/ })

  await test.step('on a laptop it begins wide, on a tablet narrow', async () => {
    await expect.poll(hasWords).toBe(true)
    await page.setViewportSize(TABLET)
    await expect.poll(hasWords).toBe(false)
    await expect(toggle).toHaveAttribute('aria-expanded', 'false')
    await expectAccessible(page)
  })
  await test.step('changed on the one it stays as it was on the other, also after a reload', async () => {
    await toggle.click()
    await expect.poll(hasWords).toBe(true)
    await page.setViewportSize(LAPTOP)
    await toggle.click()
    await expect.poll(hasWords).toBe(false)
    await page.reload()
    await expect.poll(hasWords).toBe(false)
    await page.setViewportSize(TABLET)
    await expect.poll(hasWords).toBe(true)
  })
  await test.step('what is remembered has one place each', async () => {
    const kept = await page.evaluate(() =>
      Object.fromEntries<string | undefined>(Object.entries(localStorage)),
    )
    expect(JSON.parse(kept['photomemory.ui'] ?? '')).toEqual({
      state: { language: 'en', theme: 'system', sidebar: { tablet: true, laptop: false } },
      version: 2,
    })
    expect(Object.keys(kept).filter((key) => !/^(photomemory[.:]|sb-)/.test(key))).toEqual([])
  })
  await test.step('on a phone it is a drawer, closed at first, with the bell in the header', async () => {
    await page.setViewportSize(PHONE)
    await expect(sidebar).toHaveCount(0)
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.getByRole('banner').getByRole('button', { name: 'Notifications' })).toBeVisible()
    await page.getByRole('button', { name: 'Open the menu' }).click()
    await expect(dialog(page).getByRole('link', { name: 'Media library' })).toBeVisible()
    await expectAccessible(page)
    await dialog(page).getByRole('link', { name: 'Media library' }).click()
    await expect(page.getByRole('heading', { name: 'Media library' })).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
  })
})

test('a dialog is closed by Escape, the back button and the cross, and the focus returns', async ({
  page,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const address = await withProject(page, baseURL, 'A week at the lake')
  const opener = page.getByRole('button', { name: /Delete/ })
  async function open() {
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toBeVisible()
    await expect.poll(() => dialog(page).evaluate((it) => it.contains(document.activeElement))).toBe(true)
  }
  async function isClosed() {
    await expect(dialog(page)).toHaveCount(0)
    await expect(opener).toBeFocused()
    await expect(page).toHaveURL(address)
  }

  await test.step('each way closes it once, and nothing of it stays in the history', async () => {
    await open()
    await expectAccessible(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await dialog(page).evaluate((it) => it.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await isClosed()
    await open()
    await page.goBack()
    await isClosed()
    await open()
    await dialog(page).getByRole('button', { name: 'Close' }).click()
    await isClosed()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
  })

  await test.step('forward leads to the page, not into the dialog', async () => {
    await page.goForward()
    await expect(page.getByRole('heading', { level: 1, name: 'A week at the lake' })).toBeVisible()
    await page.goForward()
    await expect(dialog(page)).toHaveCount(0)
    await expect(page).toHaveURL(address)
  })

  await test.step('a reload closes it and leaves no dead entry', async () => {
    await open()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'A week at the lake' })).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
  })

  await test.step('a page that is left with its dialog open does not have it when one comes back', async () => {
    await page.goForward()
    await open()
    await page.evaluate(() => history.go(-2))
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
    await page.goForward()
    await expect(page.getByRole('heading', { level: 1, name: 'A week at the lake' })).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
  })

  await test.step('its answer leads on, and back does not lead into it', async () => {
    await open()
    await dialog(page)
      .getByRole('button', { name: /Delete/ })
      .click()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    await expect(page.getByRole('article', { name: 'A week at the lake' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('article', { name: 'A week at the lake' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'A week at the lake' })).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
  })
})

test('a page that is opened while a closed dialog leaves the history is not lost', async ({
  page,
  problems,
}) => {
  expect(problems).toEqual([])
  await page.setViewportSize(PHONE)
  await signUp(page, 'Katherine')
  for (const milliseconds of [0, 1, 2, 4, 8, 16]) {
    await page.getByRole('button', { name: 'Open the menu' }).click()
    await expect(dialog(page)).toBeVisible()
    await page.evaluate(async (wait) => {
      const find = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()
      find('[role="dialog"] button')
      await new Promise((resolve) => setTimeout(resolve, wait))
      find('nav.fixed a[href="/media"]')
    }, milliseconds)
    await expect(page.getByRole('heading', { name: 'Media library' })).toBeVisible()
    // Longer than a browser takes to arrive: what is to be put back has been put back.
    await page.waitForTimeout(700)
    await expect(page).toHaveURL('/media')
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    await expect(dialog(page)).toHaveCount(0)
  }
})

test.describe('what fails', () => {
  test.use({ expected: [/Failed to (load resource|fetch dynamically imported module)/] })

  test('a page whose code cannot be loaded says so, and the others go on', async ({ page, problems }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Joan')
    await page.route(/\/assets\/QueuePage-.*\.js$/, (request) => request.abort())
    await page.getByRole('link', { name: 'Queue' }).click()
    await expect(main(page).getByRole('alert')).toContainText('This page could not be loaded')
    await expect(main(page).getByText('Technical report')).toBeVisible()
    await page.getByRole('link', { name: 'Media library' }).click()
    await expect(page.getByRole('heading', { name: 'Media library' })).toBeVisible()
    await page.unroute(/\/assets\/QueuePage-.*\.js$/)
    await page.goto('/queue')
    await expect(page.getByRole('heading', { name: 'Generation queue' })).toBeVisible()
  })

  test('a promise that fails behind the page is said, read out, and can be reported', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signUp(page, 'Annie')
    await page.evaluate(() => {
      void Promise.reject(new TypeError('Annie broke "My project" as annie@example.com'))
    })
    const messages = page.getByRole('region', { name: 'Messages (F8)' })
    await expect(messages).toHaveAttribute('aria-live', 'polite')
    await expect(messages.getByText('Something went wrong')).toBeVisible()
    await page.keyboard.press('F8')
    await expect(messages.getByRole('button', { name: 'Copy report' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(messages.getByText('Copied')).toBeVisible()
    const report = await page.evaluate(() => navigator.clipboard.readText())
    expect(report).toContain('TypeError')
    expect(report).not.toMatch(/annie|My project/i)
  })
})

test.describe('the connection', () => {
  test.use({ expected: [/WebSocket/], viewport: LAPTOP })

  test('is said calmly: live, lost for a while, and back', async ({ page, problems }) => {
    expect(problems).toEqual([])
    const sockets = new Set<WebSocketRoute>()
    let isCut = false
    await page.routeWebSocket(/realtime/, (socket) => {
      if (isCut) return socket.close()
      socket.connectToServer()
      sockets.add(socket)
    })
    await signUp(page, 'Radia')
    const status = page.getByRole('complementary').getByRole('status')
    await expect(status).toHaveText('Live')
    isCut = true
    for (const socket of sockets) await socket.close()
    await expect(status).toHaveText('Reconnecting…')
    isCut = false
    await expect(status).toHaveText('Live', { timeout: 60_000 })
  })
})
