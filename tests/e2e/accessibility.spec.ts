import type { Locator, Page, Route } from '@playwright/test'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'
import { addPhoto, PHOTOS } from './library'
import { apiOf, makeProject, must } from './project'

const PHONE = { width: 390, height: 844 }
const LAPTOP = { width: 1440, height: 900 }
const LOOKS = [
  { colorScheme: 'light', size: LAPTOP },
  { colorScheme: 'dark', size: PHONE },
] as const

/** What a page says when it is there. */
const SIGNED_OUT = [
  ['/', 'heading'],
  ['/sign-in', 'button'],
  ['/sign-up', 'button'],
  ['/forgot-password', 'button'],
  ['/link-problem', 'heading'],
  ['/no-such-page', 'heading'],
  [`/s/${'x'.repeat(43)}`, 'heading'],
] as const
const SIGNED_IN = [
  '/projects',
  '/projects/new',
  '/media',
  '/queue',
  '/settings',
  '/billing',
  '/render-node',
  '/projects/no-such-project',
]

async function visit(page: Page, address: string, role: 'heading' | 'button' = 'heading') {
  await page.goto(address)
  await expect(page.getByRole(role).first()).toBeVisible()
  await expect(page.getByRole('main')).not.toBeEmpty()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

async function inEveryLook(page: Page, look: (size: string) => Promise<void>) {
  for (const { colorScheme, size } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    await look(`${colorScheme} ${size.width}`)
  }
}

test.describe('no page shuts anybody out, light and dark, on a laptop and on a phone', () => {
  test.use({ expected: [/status of 40[04] /] })

  test('signed out', async ({ page, problems }) => {
    expect(problems).toEqual([])
    await inEveryLook(page, async () => {
      for (const [address, role] of SIGNED_OUT) {
        await visit(page, address, role)
        await expectAccessible(page)
      }
      await visit(page, '/sign-in', 'button')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByLabel('Email')).toBeFocused()
      await expectAccessible(page)
    })
  })

  test('signed in, with nothing yet', async ({ page, problems }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Ada')
    await inEveryLook(page, async () => {
      for (const address of SIGNED_IN) {
        await visit(page, address)
        await expectAccessible(page)
      }
    })
  })

  test('signed in, with photos and projects', async ({ page, baseURL, problems }, testInfo) => {
    expect(problems).toEqual([])
    const api = await apiOf(baseURL ?? '', await signUp(page, 'Ada'))
    const files = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
    const project = await makeProject(api, 'A week at the lake', files)
    await makeProject(api, 'Grandma is ninety', files)
    await page.route(/\/assets\/BillingPage-.*\.js$/, withPaymentLinks)
    await inEveryLook(page, async () => {
      for (const [address, there] of [
        ['/projects', page.getByRole('article', { name: 'Grandma is ninety' })],
        ['/projects?view=list', page.getByRole('article', { name: 'Grandma is ninety' })],
        ['/media', page.getByText('Castle.jpg').or(page.getByLabel('Castle.jpg')).first()],
        ['/billing', page.getByRole('list', { name: 'Change your plan' }).getByRole('link').nth(1)],
        [`/projects/${project}`, page.getByRole('heading', { level: 1, name: 'A week at the lake' })],
      ] as const) {
        await visit(page, address)
        await expect(there).toBeAttached()
        await expectAccessible(page)
      }
      await test.step('a shot that is chosen', async () => {
        // A phone shows one of the two views at a time.
        const timeline = page.getByRole('button', { name: 'Timeline', exact: true })
        if (await timeline.isVisible()) await timeline.click()
        await page.locator('[data-shot]').nth(1).click()
        await expect(page.getByRole('region', { name: 'Shot of photo 2' })).toBeVisible()
        await expectAccessible(page)
      })
      await visit(page, '/projects/new')
      await page.getByLabel('Add photos', { exact: true }).setInputFiles(files.slice(0, 3))
      await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).not.toHaveCount(0)
      await expectAccessible(page)
    })
  })

  test('what opens over a page: a photo, the palette, the sheet of keys', async ({
    page,
    baseURL,
    problems,
  }, testInfo) => {
    expect(problems).toEqual([])
    const api = await apiOf(baseURL ?? '', await signUp(page, 'Ada'))
    const [photo] = await testPhotos(page, testInfo.outputPath('photos'))
    for (const kept of PHOTOS.slice(0, 2)) await addPhoto(api, photo?.file ?? '', kept)
    await inEveryLook(page, async () => {
      await visit(page, '/media')
      await openOver(page, () => page.getByRole('gridcell').first().press('Enter'))
      await expect(page.locator('[data-viewed]').getByRole('img')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await visit(page, '/projects')
      for (const keys of ['?', 'Control+k']) {
        await openOver(page, () => page.keyboard.press(keys))
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })
  })

  test('a film that was sent, for whoever has the link', async ({
    page,
    newPerson,
    baseURL,
    problems,
  }, testInfo) => {
    expect(problems).toEqual([])
    const api = await apiOf(baseURL ?? '', await signUp(page, 'Ada'))
    const files = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
    const project = await makeProject(api, 'A week at the lake', files)
    const settings = { resolution: '720p', cut: 'main', durationSeconds: 5, fps: 24 }
    const request_key = crypto.randomUUID()
    const film = must(await api.client.rpc('enqueue_generation', { project, request_key, settings })).id
    await page.goto(`/projects/${project}`)
    await expect(page.locator('video')).toBeVisible({ timeout: 180_000 })
    const [share] = must(await api.client.rpc('create_film_share', { film, days: 1 }))
    const stranger = await newPerson()
    await inEveryLook(stranger, async () => {
      await visit(stranger, `/s/${share?.token ?? ''}`)
      await expect(stranger.locator('video')).toBeVisible()
      await expectAccessible(stranger)
    })
  })
})

/** The code of the plan page as a build has it in which the payment links are set. */
async function withPaymentLinks(route: Route) {
  const answer = await route.fetch()
  const links =
    'VITE_CHECKOUT_URL_PRO:`https://pay.example/pro`,VITE_CHECKOUT_URL_ENTERPRISE:`https://pay.example/e`'
  const code = await answer.text()
  expect(code).toContain('{BASE_URL:')
  await route.fulfill({ response: answer, body: code.replace('{BASE_URL:', `{${links},BASE_URL:`) })
}

/** The keys come a moment after the page. */
async function openOver(page: Page, open: () => Promise<void>) {
  await expect(async () => {
    await open()
    await expect(page.getByRole('dialog').first()).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
}

test('the main job by keyboard alone: sign up, photos, words, style, film', async ({
  page,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  await page.goto('/sign-up')
  const files = (await testPhotos(page, testInfo.outputPath('photos'))).slice(0, 4).map(({ file }) => file)
  const { keyboard } = page

  await test.step('sign up', async () => {
    await type(page, page.getByRole('textbox', { name: 'Display name' }), 'Ada')
    await type(page, page.getByRole('textbox', { name: 'Email' }), `ada-${crypto.randomUUID()}@example.com`)
    await type(page, page.getByLabel('Password', { exact: true }), 'a long Passw0rd')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
  })

  await test.step('fill a draft', async () => {
    await tabTo(page, page.getByRole('link', { name: 'New project' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible()
    await type(page, page.getByRole('textbox', { name: 'Title' }), 'A week at the lake')
    await tabTo(page, page.getByLabel('Add photos', { exact: true }))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')])
    await chooser.setFiles(files)
    await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(files.length)
    const styles = page.getByRole('radiogroup', { name: 'Style' })
    await tabTo(page, styles.getByRole('radio'))
    await keyboard.press('ArrowRight')
    await expect(styles.getByRole('radio', { name: 'Modern' })).toBeChecked()
    await tabTo(page, page.getByLabel('Duration', { exact: true }))
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('8')
  })

  await test.step('make the film and watch it', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Create video' }))
    await keyboard.press('Enter')
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/, { timeout: 60_000 })
    await expect(page.getByRole('progressbar', { name: 'Generation progress' })).toBeVisible()
    await expect(page.locator('video')).toBeVisible({ timeout: 180_000 })
    await tabTo(page, page.locator('video'))
    await keyboard.press('Space')
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused))
      .toBe(false)
    await tabTo(page, page.getByRole('link', { name: 'Download' }))
    const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.mp4$/)
  })
})

/** As somebody without a pointer gets there; fails when the Tab key does not lead there. */
async function tabTo(page: Page, aim: Locator) {
  const isThere = () =>
    aim.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
  for (let presses = 0; presses < 120; presses++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`120 presses of Tab do not lead to ${aim.toString()}`)
}

async function type(page: Page, field: Locator, text: string) {
  await tabTo(page, field)
  await page.keyboard.type(text)
}
