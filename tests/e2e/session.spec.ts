import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from './expectAccessible'
import { dropFiles, expect, signUp, test, testPhotos } from './fixtures'

test.use({
  // One pattern: Playwright would take several for a value with its options.
  expected: [/status of (4\d\d .*\/auth\/v1\/(token|signup)|500 .*\/auth\/v1\/logout)/],
})

const PORT = process.env.E2E_PORT ?? '4199'

/** The link of the newest mail to an address; the embedded Supabase keeps what it would have sent. */
async function mailTo(email: string): Promise<string> {
  const lines = (await readFile(`supabase/.temp/e2e-${PORT}/mail.jsonl`, 'utf8')).trim().split('\n')
  const mails = lines.map((line) => JSON.parse(line) as { to: string; link: string })
  return mails.findLast(({ to }) => to === email)?.link ?? ''
}

const signOutButton = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true })
const signedOut = (page: Page) =>
  expect(page.getByRole('link', { name: 'Create account' }).first()).toBeVisible()

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
}

/** Everything that a person leaves in a browser, as far as a script of the page can see. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const rows: string[] = []
    for (const name of names.filter((known) => /cache/i.test(known))) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('no database'))
      })
      for (const store of database.objectStoreNames) {
        const keys = await new Promise<IDBValidKey[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAllKeys()
          request.onsuccess = () => resolve(request.result)
        })
        rows.push(...keys.map((key) => `${store}: ${JSON.stringify(key)}`))
      }
      database.close()
    }
    const session = Object.keys(localStorage).filter((key) => key.endsWith('-auth-token'))
    return { rows, session }
  })

test('signing out in one tab empties every tab, gives the film back and closes the line, also when the server answers 500', async ({
  page,
  context,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  const left: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes('phx_leave')) left.push(String(payload))
    }),
  )
  const account = await signUp(page, 'Ida')
  const photos = await testPhotos(page, testInfo.outputPath('photos'))

  await page.goto('/projects/new')
  await page.getByRole('textbox', { name: 'Title' }).fill('A film nobody else may see')
  await page.getByLabel('Duration', { exact: true }).fill('60')
  await dropFiles(
    page,
    photos.map(({ file }) => file),
  )
  await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(8)
  await page.getByRole('button', { name: 'Create video' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
  const bar = page.getByRole('progressbar', { name: 'Generation progress' }).first()
  await expect
    .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 90_000 })
    .toBeGreaterThan(10)

  const other = await context.newPage()
  await other.goto('/projects')
  await expect(other.getByRole('article', { name: 'A film nobody else may see' })).toBeVisible()
  await other.goto('/settings')
  await expect(other.getByLabel('Display name')).toHaveValue('Ida')

  await context.route('**/auth/v1/logout**', (route) =>
    route.fulfill({ status: 500, json: { message: 'no database' } }),
  )
  const released = page.waitForRequest(/release_generation/)
  await signOutButton(other).click()
  await signedOut(other)
  await signedOut(page)
  await released
  await expect.poll(() => left.some((frame) => frame.includes('changes:'))).toBe(true)
  for (const tab of [page, other]) {
    await expect(tab.getByText('A film nobody else may see')).toHaveCount(0)
    await expect(tab.getByText('Ida')).toHaveCount(0)
  }
  await expect.poll(() => traces(other)).toEqual({ rows: [], session: [] })

  await context.unroute('**/auth/v1/logout**')
  await signIn(page, account)
  await expect(page.getByRole('article', { name: 'A film nobody else may see' })).toBeVisible()
  // The film was given back: this tab makes it again.
  await page
    .getByRole('link', { name: /A film nobody else may see/ })
    .first()
    .click()
  await expect(bar).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).first().click()
})

test('two people after each other in one browser: the second sees nothing of the first, in both tabs', async ({
  page,
  context,
  problems,
}) => {
  expect(problems).toEqual([])
  const loads: string[] = []
  context.on('request', (request) => {
    if (request.method() === 'GET' && /\/rest\/v1\/users\?/.test(request.url())) loads.push(request.url())
  })
  const first = await signUp(page, 'Olga')
  // Each page that is loaded asks once.
  await expect.poll(() => loads).toHaveLength(1)
  loads.length = 0
  await page.goto('/settings')
  await expect(page.getByLabel('Display name')).toHaveValue('Olga')
  expect(loads).toHaveLength(1)
  // The session's events make no second one.
  await page.getByRole('link', { name: 'Plan', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Plan and usage' })).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByLabel('Display name')).toHaveValue('Olga')
  expect(loads).toHaveLength(1)

  const other = await context.newPage()
  await other.goto('/settings')
  await expect(other.getByLabel('Display name')).toHaveValue('Olga')
  await signOutButton(page).click()
  await signedOut(page)
  await expect(other).toHaveURL(/\/sign-in/)
  const second = await signUp(page, 'Nina')
  await expect(other.getByLabel('Display name')).toHaveValue('Nina')
  await expect(other.getByText(first.email)).toHaveCount(0)
  await expect(other.getByText(second.email)).toBeVisible()
})

test('a forgotten password: the link from the mail lets one choose a new one, once', async ({
  page,
  context,
  problems,
}) => {
  expect(problems).toEqual([])
  const account = await signUp(page, 'Rosa')
  await page.goto('/settings')
  await signOutButton(page).click()
  await signedOut(page)

  await test.step('the form knows the email that was typed, and says that a mail is on its way', async () => {
    await page.goto('/sign-in')
    await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(account.email)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
    await expectAccessible(page)
  })

  const link = await mailTo(account.email)
  await test.step('the link opens the form, and leaves no token in the address', async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
    await expect(page.getByText(account.email)).toBeVisible()
    await expect(page).toHaveURL(/\/new-password$/)
    await expectAccessible(page)
    await page.getByLabel('New password', { exact: true }).fill('short')
    await page.getByRole('button', { name: 'Save the password' }).click()
    await expect(page.getByText('Use at least 8 characters.')).toBeVisible()
    await page.getByLabel('New password', { exact: true }).fill('a brand new horse')
    await page.getByRole('button', { name: 'Save the password' }).click()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    await expect(page.getByText('Your new password is saved. You are signed in.')).toBeVisible()
  })

  await test.step('the new password counts', async () => {
    await page.goto('/settings')
    await signOutButton(page).click()
    await signedOut(page)
    await signIn(page, { email: account.email, password: 'a brand new horse' })
  })

  await test.step('the link works once, and says so with a way on', async () => {
    const fresh = await context.newPage()
    await fresh.goto(link)
    await expect(fresh.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
    await expectAccessible(fresh)
    await fresh.getByRole('link', { name: 'Get a new link' }).click()
    await expect(fresh.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible()
    await fresh.goto('/#error=access_denied&error_code=otp_expired&error_description=Email+link+is+invalid')
    await expect(fresh.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
    await expect(fresh.getByRole('link', { name: 'Go to your projects' })).toBeVisible()
    await expectAccessible(fresh)
  })
})

test('an address that is taken leads to the sign-in with it', async ({ page, problems }) => {
  expect(problems).toEqual([])
  const account = await signUp(page, 'Vera')
  await page.goto('/settings')
  await signOutButton(page).click()
  await signedOut(page)
  await page.goto('/sign-up')
  await page.getByRole('textbox', { name: 'Display name' }).fill('Vera')
  await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill('another password')
  await page.getByRole('button', { name: 'Create account' }).click()
  const alert = page.getByRole('alert').first()
  await expect(alert).toContainText('There is already an account with this email')
  await alert.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(account.email)
})
