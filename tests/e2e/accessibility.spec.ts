import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject } from './project'

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
] as const
const SIGNED_IN = [
  '/projects',
  '/projects/new',
  '/media',
  '/queue',
  '/settings',
  '/billing',
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
    await inEveryLook(page, async () => {
      for (const [address, there] of [
        ['/projects', page.getByRole('article', { name: 'Grandma is ninety' })],
        ['/media', page.getByText('Castle.jpg').or(page.getByLabel('Castle.jpg')).first()],
        [`/projects/${project}`, page.getByRole('heading', { level: 1, name: 'A week at the lake' })],
      ] as const) {
        await visit(page, address)
        await expect(there).toBeAttached()
        await expectAccessible(page)
      }
      await visit(page, '/projects/new')
      await page.getByLabel('Add photos', { exact: true }).setInputFiles(files.slice(0, 3))
      await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).not.toHaveCount(0)
      await expectAccessible(page)
    })
  })
})

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
