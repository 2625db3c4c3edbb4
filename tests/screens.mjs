/**
 * `npm run docs:screens`: the pictures of docs/screens, of every page with the painted sample photos, on a phone and a laptop, by
 * day and by night, in English, German and Japanese. Needs `npm run build`. PAGES=<regular expression>: only those pages.
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright'
import { chromiumArgs, findChromium } from './chromium.mjs'

const PORT = 4186
const base = `http://127.0.0.1:${PORT}`
const folder = 'docs/screens'
const only = new RegExp(process.env.PAGES ?? '')
const laptop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const VIEWS = [
  { name: 'laptop-light-en', language: 'en', colorScheme: 'light', viewport: laptop },
  { name: 'phone-dark-en', language: 'en', colorScheme: 'dark', viewport: phone },
  { name: 'phone-light-de', language: 'de', colorScheme: 'light', viewport: phone },
  { name: 'laptop-dark-ja', language: 'ja', colorScheme: 'dark', viewport: laptop },
]

mkdirSync(folder, { recursive: true })
const server = spawn(process.execPath, ['tests/e2e/serve.mjs'], {
  env: { ...process.env, E2E_PORT: String(PORT) },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
try {
  await answering()
  await asStranger()
  await asAda()
} finally {
  await browser.close()
  server.kill()
}

async function answering() {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(base).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`${base} does not answer`)
}

async function asStranger() {
  for (const view of VIEWS) {
    const context = await browser.newContext({ ...view, locale: view.language, reducedMotion: 'reduce' })
    const page = await context.newPage()
    for (const [name, address] of [
      ['home', '/'],
      ['sign-in', '/sign-in'],
    ])
      await take(page, view, name, address)
    await context.close()
  }
}

/** Somebody with two projects, one of them still being made while the queue is looked at. */
async function asAda() {
  const context = await browser.newContext({ viewport: laptop, locale: 'en', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${base}/sign-up`)
  await page.getByRole('textbox', { name: 'Display name' }).fill('Ada')
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a long Passw0rd')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Projects', exact: true }).waitFor()
  const first = await makeFilm(page, 15)
  await page.locator('video').first().waitFor({ timeout: 240_000 })
  await makeFilm(page, 60)
  await inAllViews(page, [['queue', '/queue']])
  await page.goto(first)
  await page.locator('video').first().waitFor({ timeout: 240_000 })
  await page.goto(`${base}/queue`)
  await page.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 400_000 })
  await withDraft(page)
  await inAllViews(page, [
    ['dashboard', '/projects'],
    ['draft', '/projects/new'],
    ['project', first],
    ['editor', first, editor],
    ['library', '/media'],
    ['settings', '/settings'],
    ['plan', '/billing'],
  ])
}

async function makeFilm(page, seconds) {
  await withDraft(page)
  await page.getByLabel('Duration', { exact: true }).fill(String(seconds))
  await page.getByRole('button', { name: 'Create video' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/, { timeout: 120_000 })
  return page.url()
}

async function withDraft(page) {
  await page.goto(`${base}/projects/new`)
  await page.getByRole('button', { name: 'Try it with sample photos' }).click()
  await page.getByRole('list', { name: 'Photos' }).getByRole('listitem').nth(11).waitFor({ timeout: 120_000 })
  await page.getByRole('status').getByText('Draft saved').waitFor({ timeout: 60_000 })
}

async function inAllViews(page, pages) {
  for (const view of VIEWS) {
    await speak(page, view.language)
    await page.setViewportSize(view.viewport)
    await page.emulateMedia({ colorScheme: view.colorScheme })
    for (const [name, address, show] of pages) await take(page, view, name, address, show)
  }
  await speak(page, 'en')
}

async function speak(page, language) {
  await page.setViewportSize(laptop)
  await page.goto(`${base}/settings`)
  await page.locator('select:has(option[value="ja"])').selectOption(language)
  await page.locator(`html[lang="${language}"]`).waitFor()
  await page.waitForLoadState('networkidle')
}

/** The film's strip with a shot that is worked on; a phone shows one part of the editor at a time. */
async function editor(page) {
  const part = page.locator('fieldset > button[aria-pressed]').nth(1)
  if (await part.isVisible()) await part.click()
  const shots = page.locator('[data-shot]')
  await shots.nth(1).click()
  await page
    .locator('section', { has: shots.first() })
    .last()
    .evaluate((section) => section.scrollIntoView({ block: 'start' }))
}

/** @param show brings to sight what the picture is about */
async function take(page, view, name, address, show) {
  if (!only.test(name)) return
  await page.goto(new URL(address, base).href)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await show?.(page)
  // Pictures that are still being decoded, and the face of the film.
  await page.waitForTimeout(1_500)
  await page.screenshot({ path: `${folder}/${name}-${view.name}.jpg`, type: 'jpeg', quality: 80 })
}
