import { chooseSmallFilm } from './draftPage'
import { expect, signUp, test, testPhotos } from './fixtures'

test('a killed render tab loses nothing: a new tab finishes the same job, and there is exactly one film', async ({
  page,
  context,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  await signUp(page, 'Grace')
  const photos = await testPhotos(page, testInfo.outputPath('photos'))
  await page.goto('/projects/new')
  await page.getByRole('textbox', { name: 'Title' }).fill('Half a film')
  await page.getByLabel('Duration', { exact: true }).fill('24')
  await chooseSmallFilm(page)
  await page.getByLabel('Add photos', { exact: true }).setInputFiles(photos.map(({ file }) => file))
  await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(8)
  await page.getByRole('button', { name: 'Create video' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
  const address = page.url()
  const progressOf = async (tab: typeof page) =>
    Number(await tab.getByRole('progressbar', { name: 'Generation progress' }).getAttribute('aria-valuenow'))
  await expect.poll(() => progressOf(page), { timeout: 90_000 }).toBeGreaterThanOrEqual(40)

  // The tab's process dies without a chance to say goodbye.
  const next = await context.newPage()
  const session = await context.newCDPSession(page)
  await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')])

  await next.goto(address)
  await expect(next.locator('video')).toBeVisible({ timeout: 200_000 })
  await expect(next.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(1)
  await next.goto('/projects')
  await expect(next.getByRole('article', { name: 'Half a film' })).toHaveCount(1)
})
