import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must } from './project'

test('the dashboard: hundreds of projects found, sorted, renamed, copied and deleted by keyboard, a film from being made to recent, and what is used', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  const account = await signUp(page, 'Dora')
  const api = await apiOf(baseURL ?? '', account)
  const { client } = api
  const photos = await testPhotos(page, testInfo.outputPath('photos'))
  must(
    await client
      .from('video_projects')
      .insert(Array.from({ length: 250 }, (_, n) => ({ title: `Trip ${String(n).padStart(3, '0')}` })))
      .select('id'),
  )
  const lake = await makeProject(
    api,
    'Lake',
    photos.map(({ file }) => file),
  )
  const titles = async (search: string) =>
    must(await client.from('video_projects').select('title').ilike('title', `${search}%`)).map(
      ({ title }) => title,
    )
  const article = (title: string) => page.getByRole('article', { name: title, exact: true })
  const link = (title: string) => article(title).getByRole('link', { name: title, exact: true })

  await test.step('is as long as all of them and holds those on the screen', async () => {
    await page.goto('/projects')
    await expect(page.getByText('251 projects')).toBeVisible()
    await expect(article('Lake')).toHaveAttribute('aria-setsize', '251')
    expect(await page.getByRole('article').count()).toBeLessThan(60)
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Title A–Z')
    await expect(link('Lake')).toBeVisible()
    await link('Lake').focus()
    await page.keyboard.press('End')
    await expect(link('Trip 249')).toBeFocused()
    expect(await page.getByRole('article').count()).toBeLessThan(60)
    await page.keyboard.press('Home')
    await expect(link('Lake')).toBeFocused()
  })

  await test.step('what is looked for is in the address and there again after a reload', async () => {
    await page.getByRole('searchbox', { name: 'Search projects' }).fill('trip 24')
    await page.locator('label', { has: page.getByRole('radio', { name: 'List' }) }).click()
    await expect(page.getByText('10 projects')).toBeVisible()
    for (const part of ['sort=title', 'view=list', 'q=trip+24'])
      await expect(page).toHaveURL(({ search }) => search.includes(part))
    await page.reload()
    await expect(page.getByRole('article')).toHaveCount(10)
    await expect(page.getByRole('radio', { name: 'List' })).toBeChecked()
  })

  await test.step('rename, copy, delete and undo without a mouse', async () => {
    await link('Trip 240').focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('Trip 24, the long one')
    await page.keyboard.press('Enter')
    await expect(article('Trip 24, the long one')).toBeVisible()
    await expect.poll(() => titles('Trip 24,')).toEqual(['Trip 24, the long one'])

    await page.getByRole('button', { name: 'Actions for “Trip 241”' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
    await expect(page.getByText('“Trip 241” was copied')).toBeVisible()
    await expect(article('Trip 241 (copy)')).toBeVisible()

    await link('Trip 242').focus()
    await page.keyboard.press('Delete')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).press('Enter')
    await expect(article('Trip 242')).toBeHidden()
    await expect(page).toHaveURL(/q=trip\+24/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('A')
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(article('Trip 242')).toBeVisible()
    expect(await titles('Trip 242')).toEqual(['Trip 242'])
  })

  await test.step('a film is seen while it is made, and among the recent ones afterwards', async () => {
    const { rev } = must(await client.from('video_projects').select('rev').eq('id', lake).single())
    must(await client.from('video_projects').update({ duration_seconds: 5, rev }).eq('id', lake).select())
    await page.goto('/projects')
    const request = { project: lake, request_key: crypto.randomUUID(), settings: { resolution: '720p' } }
    must(await client.rpc('enqueue_generation', request))
    const inProgress = page.getByRole('region', { name: 'In progress' })
    await expect(inProgress.getByRole('link', { name: 'Lake' })).toBeVisible()
    await expect(inProgress.getByRole('progressbar')).toBeVisible()
    const recent = page.getByRole('region', { name: 'Recent films' })
    await expect(recent.getByRole('link', { name: /^Lake, / })).toBeVisible({ timeout: 120_000 })
    await expect(inProgress).toBeHidden()
  })

  await test.step('storage and use are there as tables', async () => {
    await page.reload()
    const storage = page.getByRole('table', { name: 'What your storage is used for' })
    for (const kind of ['Photos', 'Films', 'Free'])
      await expect(storage.getByRole('row', { name: kind })).toContainText(/\d (byte|kB|MB|GB)/)
    const films = page.getByRole('table', { name: 'Films asked for in each month' })
    await expect(films.getByRole('row')).toHaveCount(7)
    await expect(films.getByRole('row').last()).toContainText('1')
  })

  await expectAccessible(page)
  expect(problems).toEqual([])
})
