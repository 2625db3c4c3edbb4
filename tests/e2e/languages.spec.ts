import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must } from './project'

/** The built file of a source, as in `assets/index-x.js`. */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')) as Record<
  string,
  { file: string }
>
const fileOf = (source: string) => manifest[`src/lib/i18n/${source}`]?.file ?? source
const TAGS = ['en', 'ko', 'ja', 'zh', 'es', 'fr', 'de'] as const
const PHONE = { width: 390, height: 844 }
const shots = process.env.SHOTS

async function openIn(browser: Browser, locale: string, viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ locale, viewport })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const wordsOf = (file: string) =>
    TAGS.filter((tag) => asked.some((url) => url.endsWith(fileOf(`${tag}/${file}`))))
  return { page, wordsOf, close: () => context.close() }
}

const LANGUAGE = /Language|言語|Sprache|언어/
const langOf = (page: Page) => page.locator('html').getAttribute('lang')

/** Chosen in the settings in another tab of this browser. */
async function chooseElsewhere(page: Page, language: string): Promise<void> {
  const other = await page.context().newPage()
  await other.goto('/settings')
  await other.getByRole('combobox', { name: LANGUAGE }).selectOption(language)
  await expect(other.locator('html')).not.toHaveAttribute('lang', 'en')
  await other.close()
}

test('a stranger reads the language of the browser, and no other language is loaded', async ({ browser }) => {
  const { page, wordsOf, close } = await openIn(browser, 'ja-JP')
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/.*\.js$/, async (request) => {
    await held
    await request.continue()
  })
  await page.goto('/sign-in', { waitUntil: 'commit' })
  // What this is can be read before any code has come.
  const sentence = page.getByText('写真を、残しておきたい一本の動画に', { exact: true })
  await expect(sentence).toBeVisible()
  release()
  await expect(page.getByRole('heading', { name: 'おかえりなさい' })).toBeVisible()
  await expect(sentence).toBeHidden()
  expect(await langOf(page)).toBe('ja')
  await expect(page).toHaveTitle('ログイン · PhotoMemory')
  expect(wordsOf('index.ts')).toEqual(['ja'])
  expect(wordsOf('signedIn.ts')).toEqual([])
  await close()
})

test('the language is changed on the form without losing what was typed, and kept', async ({
  page,
  problems,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@example.com')
  await page.evaluate(() => Reflect.set(window, 'isSamePage', true))
  const choice = page.getByRole('combobox', { name: LANGUAGE })
  await choice.focus()
  await choice.selectOption('Deutsch')
  await expect(page.getByRole('heading', { name: 'Schön, dass du wieder da bist' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'E-Mail' })).toHaveValue('ada@example.com')
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused()
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await expect(page.getByText('Gib dein Passwort ein.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Anmelden' })).toBeVisible()
  expect(problems).toEqual([])
})

test('an account keeps the language it was made in, on every device; a draft outlives a change of language', async ({
  page,
  newPerson,
}) => {
  const account = await signUp(page, 'Ada')
  await page.goto('/projects/new')
  await page.getByRole('textbox', { name: 'Title' }).fill('Lake')
  await page.evaluate(() => Reflect.set(window, 'isSamePage', true))
  await page.getByRole('textbox', { name: 'Title' }).focus()
  await chooseElsewhere(page, '한국어')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  const title = page.getByRole('textbox', { name: '제목', exact: true })
  await expect(title).toHaveValue('Lake')
  await expect(title).toBeFocused()
  await expect(page.getByRole('radiogroup', { name: '스타일' }).getByText('시네마틱')).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)

  // A new device: French was chosen there before signing in, so the profile takes it over, and the first device follows.
  const other = await newPerson()
  await other.goto('/sign-in')
  await other.getByRole('combobox', { name: LANGUAGE }).selectOption('Français')
  await other.getByRole('textbox', { name: 'E-mail' }).fill(account.email)
  await other.getByLabel('Mot de passe', { exact: true }).fill(account.password)
  await other.getByRole('button', { name: 'Se connecter' }).click()
  await expect(other.getByRole('heading', { name: 'Projets', exact: true })).toBeVisible()
  await expect
    .poll(async () => {
      await page.reload()
      await page.getByRole('radiogroup').first().waitFor()
      return langOf(page)
    })
    .toBe('fr')
  await expect(page.getByRole('textbox', { name: 'Titre', exact: true })).toHaveValue('Lake')
})

test('the language is chosen in the settings: the whole page says so at once, the focus stays, and the server knows', async ({
  page,
  baseURL,
  problems,
}) => {
  const account = await signUp(page, 'Ada')
  const { client, userId } = await apiOf(baseURL ?? '', account)
  const saved = async () =>
    must(await client.from('users').select('language').eq('id', userId).single()).language
  expect(await saved()).toBe('en')
  await page.goto('/settings')
  await page.getByRole('combobox', { name: 'Language' }).focus()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('한국어')
  await expect(page.getByRole('heading', { level: 1, name: '설정' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '언어' })).toBeFocused()
  await expect(page.getByRole('navigation', { name: '주 메뉴' }).first()).toContainText('프로젝트')
  expect(await langOf(page)).toBe('ko')
  await expect.poll(saved).toBe('ko')
  await page.reload()
  await expect(page.getByRole('combobox', { name: '언어' })).toHaveValue('ko')
  expect(problems).toEqual([])
})

for (const [locale, tag] of [
  ['de-DE', 'de'],
  ['ja-JP', 'ja'],
] as const) {
  test(`no page is wider than a phone in ${tag}`, async ({ browser, baseURL }, testInfo) => {
    const { page, wordsOf, close } = await openIn(browser, locale, PHONE)
    const look = async (name: string) => {
      // Of an answer that nobody reads to its end (a link that is gone) the browser says nothing more.
      if (name !== 's-gone') await page.waitForLoadState('networkidle')
      expect({ name, width: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({
        name,
        width: PHONE.width,
      })
      if (!shots) return
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: `${shots}/${tag}-${name}-${colorScheme}-390.png`, fullPage: true })
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.screenshot({ path: `${shots}/${tag}-${name}-light-1440.png` })
      await page.setViewportSize(PHONE)
    }
    for (const name of ['', 'sign-in', 'sign-up', 'forgot-password', 's/gone']) {
      await page.goto(`/${name}`)
      await page.locator('h1').waitFor()
      await look(name.replace('/', '-') || 'home')
    }
    expect(wordsOf('sharedFilm.ts')).toEqual([tag])
    await page.goto('/sign-up')
    const fields = page.locator('form input')
    const account = {
      email: `${tag}-${crypto.randomUUID().slice(0, 8)}@example.com`,
      password: 'a long Passw0rd',
    }
    for (const [index, value] of ['Ada', account.email, account.password].entries())
      await fields.nth(index).fill(value)
    await page.locator('form button[type=submit]').click()
    await page.waitForURL('**/projects')
    await page.locator('h1').waitFor()
    await look('first-run')
    const photos = await testPhotos(page, testInfo.outputPath('photos'))
    const files = photos.map(({ file }) => file)
    const projectId = await makeProject(await apiOf(baseURL ?? '', account), 'Ohrid', files)
    const pages = [
      'projects',
      'projects/new',
      `projects/${projectId}`,
      'media',
      'queue',
      'render-node',
      'settings',
      'billing',
      'nowhere',
    ]
    for (const name of pages) {
      await page.goto(`/${name}`)
      await page.locator('h1').waitFor()
      await look(name.replace(projectId, 'open').replace('/', '-'))
    }
    // Dialogs, over a page that has much to command.
    await page.goto(`/projects/${projectId}`)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    for (const [name, key] of [
      ['palette', 'Control+k'],
      ['shortcuts', '?'],
    ] as const) {
      await page.keyboard.press(key)
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await look(name)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    expect(await langOf(page)).toBe(tag)
    expect(wordsOf('signedIn.ts')).toEqual([tag])
    await close()
  })
}
