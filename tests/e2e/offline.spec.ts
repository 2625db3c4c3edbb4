import type { BrowserContext, Page } from '@playwright/test'
import { expect, signUp, test } from './fixtures'
import { apiOf, must, type Api } from './project'
import { remembered } from './remembered'

// The page's server answers, the API does not: what a browser says about its network stays "online".
// The refusal of a revision that was overtaken is the answer that the conflict test is about.
test.use({
  serviceWorkers: 'allow',
  expected: [/net::ERR_CONNECTION_REFUSED|status of 409 .*video_projects/],
})

const API = /\/(rest|auth|storage)\/v1\//
const takeApiAway = (context: BrowserContext) =>
  context.route(API, (route) => route.abort('connectionrefused'))
const bringApiBack = (context: BrowserContext) => context.unroute(API)

const banner = (page: Page) => page.getByText('You are offline.')
const title = (page: Page) => page.getByRole('textbox', { name: 'Title' })
const newProject = async ({ client }: Api, name: string) =>
  must(await client.from('video_projects').insert({ title: name }).select('id, rev').single())
const saved = async ({ client }: Api, id: string) =>
  must(await client.from('video_projects').select('title, description, rev').eq('id', id).single())

async function changeTitleOffline(page: Page, text: string) {
  await expect(title(page)).toHaveValue('Untitled')
  await takeApiAway(page.context())
  await title(page).fill(text)
  await expect(page.getByText('1 change will be saved when you are back.')).toBeVisible()
}

test('the dashboard opens while the API cannot be reached, with the last data and their age', async ({
  page,
  context,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Ada'))
  await newProject(api, 'A week at the lake')
  const { id } = await newProject(api, 'Grandma is ninety')
  await page.reload()
  await page.getByRole('link', { name: 'Grandma is ninety' }).click()
  await expect(title(page)).toHaveValue('Grandma is ninety')
  await remembered(page, `"detail","${id}"`)
  await page.goto('/projects')
  await expect(page.getByRole('article')).toHaveCount(2)

  // At once: also what came just before is there.
  await takeApiAway(context)
  await page.reload()
  await expect(page.getByRole('article', { name: 'A week at the lake' })).toBeVisible()
  await expect(banner(page)).toContainText(/Last updated (just now|\d+ minutes? ago)\./)
  await page.getByRole('link', { name: 'Grandma is ninety' }).click()
  await expect(page).toHaveURL(new RegExp(id))
  await expect(title(page)).toHaveValue('Grandma is ninety')
  await page.goto('/media')
  await expect(page.getByRole('heading', { name: 'Media library' })).toBeVisible()
  await expect(page.getByText('This is not on this device.'), 'what was never seen says so').toBeVisible()

  await bringApiBack(context)
  await expect(banner(page)).toBeHidden({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'No photos yet' })).toBeVisible()
})

test('an edit made while the API is away survives a reload and is saved once when it is back', async ({
  page,
  context,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Bea'))
  const { id, rev } = await newProject(api, 'Untitled')
  await page.goto(`/projects/${id}`)
  await changeTitleOffline(page, 'Written in a tunnel')
  await page.reload()
  await expect(title(page)).toHaveValue('Written in a tunnel')
  await expect(page.getByText('1 change will be saved when you are back.')).toBeVisible()
  expect(await saved(api, id)).toMatchObject({ title: 'Untitled', rev })

  await bringApiBack(context)
  await expect.poll(() => saved(api, id), { timeout: 30_000 }).toMatchObject({ title: 'Written in a tunnel' })
  await expect(banner(page)).toBeHidden()
  await page.reload()
  await expect(title(page)).toHaveValue('Written in a tunnel')
  expect(await saved(api, id), 'once').toMatchObject({ title: 'Written in a tunnel', rev: rev + 1 })
})

test('what a closed tab could not send is sent once by the tabs that stay', async ({
  page,
  context,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Cleo'))
  const { id, rev } = await newProject(api, 'Untitled')
  const others = [await context.newPage(), await context.newPage()]
  for (const other of others) {
    await other.goto('/projects')
    await expect(other.getByRole('article', { name: 'Untitled' })).toBeVisible()
  }
  await page.goto(`/projects/${id}`)
  await changeTitleOffline(page, 'From a closed tab')
  await page.close()
  for (const other of others) await other.reload()
  await bringApiBack(context)
  await expect.poll(() => saved(api, id), { timeout: 30_000 }).toMatchObject({ title: 'From a closed tab' })
  for (const other of others)
    await expect(other.getByRole('article', { name: 'From a closed tab' })).toBeVisible()
  expect((await saved(api, id)).rev, 'once').toBe(rev + 1)
})

test('an edit that somebody overtook meanwhile is a question, and what nobody else touched is saved', async ({
  page,
  context,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Dora'))
  const { id } = await newProject(api, 'Untitled')
  await page.goto(`/projects/${id}`)
  await expect(title(page)).toHaveValue('Untitled')
  await takeApiAway(context)
  await page.getByRole('textbox', { name: 'Description' }).fill('Only I wrote this')
  await expect(banner(page)).toBeVisible()
  await title(page).fill('Mine')
  await expect(page.getByText('2 changes will be saved when you are back.')).toBeVisible()
  const row = await saved(api, id)
  must(
    await api.client.from('video_projects').update({ title: 'Theirs', rev: row.rev }).eq('id', id).select(),
  )

  await bringApiBack(context)
  const question = page.getByRole('dialog')
  await expect(question).toBeVisible({ timeout: 30_000 })
  await expect(question).toContainText('Mine')
  await expect(question).toContainText('Theirs')
  await expect.poll(() => saved(api, id)).toMatchObject({ title: 'Theirs', description: 'Only I wrote this' })
})
