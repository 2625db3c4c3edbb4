import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { VIOLATIONS } from './violations.mjs'

/** Collects what must not happen on a page: console errors, unhandled rejections, failed requests of our own. */
function watch(context: BrowserContext, problems: string[]) {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) =>
    problems.push(`uncaught: ${error.error().stack ?? error.error().message}`),
  )
}

type Fixtures = {
  expected: RegExp[]
  violations: undefined
  problems: string[]
  newPerson: () => Promise<Page>
}

export const test = base.extend<Fixtures>({
  /** No test may have the browser refuse anything by the content security policy: there is nothing to expect here. */
  violations: [
    async ({ request }, provide) => {
      await provide(undefined)
      const refused: unknown = await (await request.get(VIOLATIONS)).json()
      expect(refused, 'nothing broke the content security policy').toEqual([])
    },
    { auto: true },
  ],
  /** What a test provokes on purpose: the browser itself writes refused requests to the console. */
  expected: [[], { option: true }],
  problems: async ({ context, expected }, provide) => {
    const problems: string[] = []
    watch(context, problems)
    await provide(problems)
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))
    expect(unexpected, 'nothing went wrong in the background').toEqual([])
  },
  /** A page in a browser profile of its own, as a second person would have. */
  newPerson: async ({ browser, problems }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async () => {
      const context = await openProfile(browser)
      watch(context, problems)
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

const openProfile = (browser: Browser) => browser.newContext({ locale: 'en-US' })

export { expect }

/** Signs a new person up and waits for their projects. */
export async function signUp(page: Page, name: string): Promise<{ email: string; password: string }> {
  const account = {
    email: `${name.toLowerCase()}-${crypto.randomUUID().slice(0, 8)}@example.com`,
    password: 'a long Passw0rd',
  }
  await page.goto('/sign-up')
  await page.getByRole('textbox', { name: 'Display name' }).fill(name)
  await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
  return account
}

/** A photo for the tests and the colour it is told apart by in the film. */
export type TestPhoto = { file: string; rgb: [number, number, number] }

/**
 * Eight photos, each of one hue: painted by the browser, so that nothing has to be committed. With E2E_PHOTOS=DIR the first
 * eight photographs of that folder are used instead, and their own mean colour is what they are told apart by.
 */
export async function testPhotos(page: Page, folder: string): Promise<TestPhoto[]> {
  await mkdir(folder, { recursive: true })
  const real = process.env.E2E_PHOTOS
  if (real) {
    const names = (await readdir(real)).filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name)).sort()
    return names.slice(0, 8).map((name) => ({ file: path.join(real, name), rgb: [0, 0, 0] }))
  }
  const photos: TestPhoto[] = []
  for (let index = 0; index < 8; index++) {
    const painted = await page.evaluate(async (number) => {
      const canvas = new OffscreenCanvas(1600, 1067)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no 2d context')
      context.fillStyle = `hsl(${number * 45} 70% 45%)`
      context.fillRect(0, 0, canvas.width, canvas.height)
      const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
      context.fillStyle = 'rgb(255 255 255 / 0.25)'
      for (let x = 60; x < canvas.width; x += 160)
        context.fillRect(x, 60 + ((x * (number + 3)) % 800), 40, 120)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), rgb: [r, g, b] }
    }, index)
    const [r = 0, g = 0, b = 0] = painted.rgb
    const file = path.join(folder, `photo-${index + 1}.jpg`)
    await writeFile(file, Buffer.from(painted.base64, 'base64'))
    photos.push({ file, rgb: [r, g, b] })
  }
  return photos
}

/** Drops files from disk on the page, as from a file manager. */
export async function dropFiles(page: Page, files: string[]): Promise<void> {
  const dropped = await Promise.all(
    files.map(async (file) => ({ name: path.basename(file), base64: await readFile(file, 'base64') })),
  )
  const dataTransfer = await page.evaluateHandle(async (contents) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of contents) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, dropped)
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', type, { dataTransfer })
}
