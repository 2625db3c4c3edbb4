import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signUp, test } from './fixtures'

const PHONE = { width: 390, height: 844 }

declare global {
  interface Window {
    /** What was pressed so far. */
    pressed?: string[]
  }
}

/** Count every press of a button, a link or a control of a film, over pages that are loaded anew. */
async function countClicks(page: Page): Promise<() => Promise<string[]>> {
  const count = () => {
    const pressed: string[] = []
    window.pressed = pressed
    addEventListener(
      'click',
      ({ target, detail }) => {
        // The second event of a press on a label is none of its own.
        if (target instanceof Element && detail <= 1)
          pressed.push(target.textContent?.trim().slice(0, 40) ?? '')
      },
      { capture: true },
    )
  }
  await page.evaluate(count)
  return async () => (await page.evaluate(() => window.pressed)) ?? []
}

/** What the browser says of its connection: on a busy machine it measures a slow one. */
async function connected(page: Page, saveData: boolean) {
  await page.addInitScript((value) => {
    Object.defineProperty(navigator, 'connection', {
      value: { saveData: value, effectiveType: '4g' },
      configurable: true,
    })
  }, saveData)
}

/** Keeps a piece of the code on its way. @returns let it come */
async function holdCode(page: Page, name: string): Promise<() => void> {
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(new RegExp(`/assets/${name}-.*\\.js$`), async (request) => {
    await held
    await request.continue()
  })
  return release
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

test('sample photos to a finished film, in three clicks from the empty dashboard', async ({
  page,
  problems,
}) => {
  expect(problems).toEqual([])
  test.setTimeout(480_000)
  await signUp(page, 'Ada')
  const clicks = await countClicks(page)

  await test.step('the dashboard teaches, and leads to the samples', async () => {
    await expect(page.getByRole('heading', { name: 'Make your first memory film' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Try it with sample photos' }).click()
  })

  await test.step('twelve pictures are painted, with a title that names them', async () => {
    const photos = page.getByRole('list', { name: 'Photos' }).getByRole('listitem')
    await expect(photos).toHaveCount(12, { timeout: 120_000 })
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('A weekend at the lake')
    await expect(page.getByRole('button', { name: 'Try it with sample photos' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Create video' }).click()
  })

  await test.step('the film is made and plays', async () => {
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/, { timeout: 120_000 })
    const video = page.locator('video')
    await expect(video).toBeVisible({ timeout: 360_000 })
    const state = () =>
      video.evaluate(({ readyState, paused }: HTMLVideoElement) => ({ isReady: readyState > 0, paused }))
    await expect.poll(state, { timeout: 60_000 }).toMatchObject({ isReady: true })
    await video.click()
    await expect.poll(state).toMatchObject({ paused: false })
    await expect
      .poll(() => video.evaluate((film: HTMLVideoElement) => film.currentTime), { timeout: 30_000 })
      .toBeGreaterThan(0)
  })
  expect((await clicks()).length).toBeLessThanOrEqual(3)
})

test.describe('on a phone', () => {
  test.use({ viewport: PHONE })

  test('the samples are offered beside the photos of one’s own, until there are some', async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Grace')
    await page.getByRole('link', { name: 'Start with your own photos' }).click()
    await expect(page.getByLabel('Add photos')).toBeAttached()
    const offer = page.getByRole('button', { name: 'Try it with sample photos' })
    await expect(offer).toBeVisible()
    await expectAccessible(page)
    const box = await offer.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await offer.click()
    await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(12, {
      timeout: 120_000,
    })
    await expect(offer).toHaveCount(0)
  })
})

test.describe('the shell', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('fetches a page while the pointer rests on its link, and its first answers', async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await connected(page, false)
    await signUp(page, 'Joan')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const code = () => asked.some((path) => /\/assets\/MediaPage-/.test(path))
    // What fetches ahead comes a moment after the page.
    await expect(async () => {
      await page.getByRole('heading', { name: 'Projects', exact: true }).hover()
      await page.getByRole('link', { name: 'Media library' }).hover()
      await expect.poll(code, { timeout: 3_000 }).toBe(true)
    }).toPass({ timeout: 60_000 })
    await expect
      .poll(() => asked.some((path) => path.includes('/rest/v1/') && /media|library/.test(path)))
      .toBe(true)
    asked.length = 0
    await page.getByRole('link', { name: 'Media library' }).click()
    await expect(page.getByRole('heading', { name: 'Media library' })).toBeVisible()
    expect(code()).toBe(false)
  })

  test('fetches with the keyboard’s focus too, and nothing where data is to be saved', async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await connected(page, false)
    await signUp(page, 'Mary')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await expect(async () => {
      await page.getByRole('link', { name: 'Settings' }).focus()
      await page.getByRole('link', { name: 'Queue' }).focus()
      await expect
        .poll(() => asked.some((path) => /\/assets\/QueuePage-/.test(path)), { timeout: 3_000 })
        .toBe(true)
    }).toPass({ timeout: 60_000 })
    await connected(page, true)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    await page.waitForLoadState('networkidle')
    asked.length = 0
    for (let times = 0; times < 5; times++) {
      await page.getByRole('heading', { name: 'Projects', exact: true }).hover()
      await page.getByRole('link', { name: 'Plan' }).hover()
      await page.waitForTimeout(500)
    }
    expect(asked.filter((path) => /BillingPage-/.test(path))).toEqual([])
  })

  test('shows the shape of a page whose code is slow, in the place of the page', async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Annie')
    const release = await holdCode(page, 'BillingPage')
    await page.getByRole('link', { name: 'Plan' }).click()
    await expect(page.getByRole('main').getByRole('status', { name: 'Loading' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Make your first memory film' })).toBeHidden()
    release()
    await expect(page.getByRole('heading', { name: 'Plan and usage' })).toBeVisible()
  })

  test('says the names of a narrow sidebar’s icons to pointer and keyboard', async ({ page, problems }) => {
    expect(problems).toEqual([])
    const release = await holdCode(page, 'SidebarTips')
    await signUp(page, 'Radia')
    const sidebar = page.getByRole('complementary')
    const narrow = sidebar.getByRole('button', { name: 'Make the sidebar wide' })
    // The keys come a moment after the page.
    await expect(async () => {
      await page.keyboard.press('[')
      await expect(narrow).toBeVisible({ timeout: 3_000 })
    }).toPass()
    const tip = page.getByRole('tooltip', { includeHidden: true })
    // Whoever was there before the code gets the tip with it.
    await sidebar.getByRole('link', { name: 'Media library' }).hover()
    await expect(tip).toHaveCount(0)
    release()
    await expect(tip).toHaveText('Media library')
    await page.keyboard.press('Escape')
    await expect(tip).toHaveCount(0)
    await sidebar.getByRole('link', { name: 'Media library' }).focus()
    await page.keyboard.press('Tab')
    await expect(tip).toHaveText('Queue')
    await expectAccessible(page)
    await page.reload()
    await expect(sidebar.getByRole('button', { name: 'Make the sidebar wide' })).toBeVisible()
  })

  test('shows whoever comes back where things will be, before any code has come', async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Katherine')
    const returning = () => page.evaluate(() => document.documentElement.dataset.returning)
    expect(await returning()).toBeUndefined()
    await page.reload()
    expect(await returning()).toBe('wide')
    await expect(page.locator('#first-paint')).toBeHidden()
    const release = await holdCode(page, 'index')
    await page.reload({ waitUntil: 'commit' })
    const places = page.locator('#first-paint')
    await expect(places).toBeVisible()
    await expect(places.getByText('Your photos, as a film worth keeping')).toBeHidden()
    release()
    await expect(places).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
  })
})
