import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must, type Api } from './project'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' })
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'Search and commands' })
const rows = (page: Page) => palette(page).getByRole('option')
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

/** The keys come a moment after the page: press `keys` until the dialog is there, then close it. */
async function ready(page: Page, keys = '?') {
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    await page.keyboard.press(keys)
    await expect(dialog).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

/** Open the palette with its keys, type, and take the first row. */
async function command(page: Page, text: string) {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(text)
  await expect(rows(page).first()).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

/** Projects without photos, named. */
async function withProjects({ client }: Api, titles: string[]) {
  must(
    await client
      .from('video_projects')
      .insert(titles.map((title) => ({ title })))
      .select('id'),
  )
}

test('the palette finds commands, pages and projects, by a few letters and with the keyboard alone', async ({
  page,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Ada'))
  await ready(page)
  await withProjects(api, ['A week at the lake', 'Grandmother’s eightieth', 'Skiing'])

  await test.step('it opens over the page, with the field in focus, and Escape leads back', async () => {
    await page.getByRole('link', { name: 'New project' }).first().focus()
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await expect(rows(page).filter({ hasText: 'Skiing' })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'New project' }).first()).toBeFocused()
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await page.keyboard.press('Control+k')
    await expect(palette(page)).toHaveCount(0)
    await expect(page).toHaveURL('/projects')
  })
  await test.step('it goes to a page by its first letters', async () => {
    await command(page, 'gq')
    await expect(heading(page, 'Generation queue')).toBeVisible()
  })
  await test.step('it opens a project by some letters of its title, also with one wrong', async () => {
    await command(page, 'eightieht')
    await expect(heading(page, 'Grandmother’s eightieth')).toBeVisible()
    await command(page, 'wklake')
    await expect(heading(page, 'A week at the lake')).toBeVisible()
  })
  await test.step('arrows choose, and a pointer can too', async () => {
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('theme')
    await expect(rows(page)).toHaveCount(3)
    await expect(rows(page).first()).toHaveAttribute('data-focused', 'true')
    await page.keyboard.press('ArrowDown')
    await expect(rows(page).nth(1)).toHaveAttribute('data-focused', 'true')
    await expect(field(page)).toBeFocused()
    await rows(page).filter({ hasText: 'Theme: dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  })
  await test.step('it says when there is nothing', async () => {
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('xqzw')
    await expect(palette(page).getByText('Nothing matches “xqzw”.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeVisible()
    await page.goBack()
    await expect(palette(page)).toHaveCount(0)
  })
})

test('what the menus of a project can do can be done from the palette', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  test.setTimeout(480_000)
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Grace'))
  const photos = await testPhotos(page, testInfo.outputPath('photos'))
  const id = await makeProject(
    api,
    'A week at the lake',
    photos.map(({ file }) => file),
  )
  must(await api.client.from('video_projects').update({ duration_seconds: 8 }).eq('id', id).select())
  await page.goto(`/projects/${id}`)
  await expect(heading(page, 'A week at the lake')).toBeVisible()
  await ready(page)

  await test.step('share', async () => {
    await command(page, 'share')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await test.step('generate, and find the film', async () => {
    await command(page, 'generate')
    await expect(page.locator('video')).toBeVisible({ timeout: 360_000 })
    await page.goto('/media')
    await expect(heading(page, 'Media library')).toBeVisible()
    await ready(page)
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('lake')
    const film = rows(page).filter({ hasText: 'Film of' })
    await film.click()
    await expect(page).toHaveURL(new RegExp(`/projects/${id}\\?film=`))
    await expect(page.locator('video')).toBeVisible()
  })
  await test.step('download, with the same name as the button gives it', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), command(page, 'download')])
    expect(download.suggestedFilename()).toMatch(/a-week-at-the-lake.*\.(mp4|webm)$/i)
  })
  await test.step('delete, with the question that the button asks', async () => {
    await command(page, 'delete project')
    const question = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    await expect(question).toContainText('Delete “A week at the lake”?')
    await question.getByRole('button', { name: 'Delete' }).click()
    await expect(heading(page, 'Projects')).toBeVisible()
  })
  await test.step('sign out', async () => {
    await command(page, 'log out')
    await expect(page.getByRole('link', { name: 'Create account' }).first()).toBeVisible()
  })
})

test('what the draft’s buttons can do can be done from the palette', async ({ page, problems }) => {
  expect(problems).toEqual([])
  await signUp(page, 'Mary')
  await ready(page)
  await page.keyboard.press('c')
  await expect(heading(page, 'New project')).toBeVisible()
  await command(page, 'style vintage')
  await expect(page.getByRole('radio', { name: 'Vintage' })).toBeChecked()
  await command(page, 'fill sample')
  const photos = page.getByRole('list', { name: 'Photos' }).getByRole('listitem')
  await expect(photos).toHaveCount(12, { timeout: 120_000 })
  await command(page, 'preview')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await command(page, 'start over')
  await expect(photos).toHaveCount(0)
  await command(page, 'create the video')
  await expect(page.getByText('Add at least one photo.')).toBeVisible()
})

test('shortcuts work on the page, and nowhere else; the sheet lists them and switches off those of single characters', async ({
  page,
  problems,
}) => {
  expect(problems).toEqual([])
  await signUp(page, 'Radia')
  await ready(page)

  await test.step('a sequence leads to a page, where the focus goes on', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await expect(heading(page, 'Media library')).toBeVisible()
    await expect(page.getByRole('main')).toBeFocused()
  })
  await test.step('while one types they are letters', async () => {
    await page.keyboard.press('c')
    const title = page.getByRole('textbox', { name: 'Title' })
    await title.click()
    await page.keyboard.type('g p?c[')
    await page.keyboard.press('Control+k')
    await expect(title).toHaveValue('g p?c[')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(heading(page, 'New project')).toBeVisible()
  })
  await test.step('the sheet names them as they are on this machine', async () => {
    await page.goto('/projects')
    await expect(heading(page, 'Projects')).toBeVisible()
    await ready(page)
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet).toBeVisible()
    await expect(sheet.getByText('Ctrl', { exact: true }).first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await expect(sheet).toBeVisible()
    await sheet.getByRole('checkbox', { name: 'Shortcuts of single characters' }).uncheck()
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    // It takes its entry of the history with it, and a reload in that moment would be given up.
    await page.waitForFunction(() => !history.state?.modals?.length)
  })
  await test.step('switched off they stay so, and Ctrl K does not', async () => {
    await page.reload()
    await expect(heading(page, 'Projects')).toBeVisible()
    await ready(page, 'Control+k')
    await page.keyboard.press('?')
    await page.keyboard.press('c')
    await expect(page).toHaveURL('/projects')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused()
  })
})

test.describe('on an Apple machine', () => {
  test('it is ⌘ that is shown and pressed', async ({ page, problems }) => {
    expect(problems).toEqual([])
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' })
      Object.defineProperty(navigator, 'userAgentData', { get: () => undefined })
    })
    await signUp(page, 'Annie')
    await expect(page.getByRole('complementary').getByText('⌘')).toBeVisible()
    await ready(page)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Meta+k')
    await expect(field(page)).toBeFocused()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('it opens from the header and fills the screen', async ({ page, problems }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Joan')
    await page.getByRole('button', { name: 'Search and commands' }).tap()
    await expect(field(page)).toBeFocused()
    await expectAccessible(page)
    await rows(page).filter({ hasText: 'Go to settings' }).tap()
    await expect(heading(page, 'Settings')).toBeVisible()
    await expect(palette(page)).toHaveCount(0)
  })
})
