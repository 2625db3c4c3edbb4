import { expect, signUp, test } from './fixtures'
import { apiOf, must } from './project'
import { remembered } from './remembered'

test.describe('two versions', () => {
  // Being offline, and the refusal that is the question, are written to the console by the browser itself.
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED|409 \(Conflict\)/] })

  test('of a title that were made without seeing each other are shown side by side, also after a reload, until one is chosen', async ({
    page,
    context,
    baseURL,
    problems,
  }) => {
    const account = await signUp(page, 'Ada')
    const { client } = await apiOf(baseURL ?? '', account)
    const { id } = must(await client.from('video_projects').insert({ title: 'Lake' }).select('id').single())
    const inDatabase = async () =>
      must(await client.from('video_projects').select('title, rev').eq('id', id).single())
    await page.goto(`/projects/${id}`)
    const title = page.getByRole('textbox', { name: 'Title' })
    await expect(title).toHaveValue('Lake')

    await context.setOffline(true)
    await title.fill('Mine')
    await title.blur()
    const { rev } = await inDatabase()
    must(await client.from('video_projects').update({ title: 'Theirs', rev }).eq('id', id).select())
    await context.setOffline(false)

    const question = page.getByRole('dialog', { name: 'Which version of “Theirs” do you want to keep?' })
    await expect(question).toBeVisible({ timeout: 60_000 })
    await expect(question.getByText('Mine', { exact: true })).toBeVisible()
    await expect(question.getByText('Theirs', { exact: true }).last()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1, name: 'Theirs' })).toBeVisible()
    expect((await inDatabase()).title).toBe('Theirs')
    await remembered(page, `"conflict","${id}"`)
    await page.reload()
    await page.getByRole('button', { name: 'Compare and choose' }).click()
    await question.getByRole('button', { name: 'Keep yours' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible()
    await expect.poll(async () => (await inDatabase()).title).toBe('Mine')
    await expect(page.getByRole('button', { name: 'Compare and choose' })).toBeHidden()
    expect(problems.length).toBeGreaterThan(0)
  })
})

test('a deleted project can be had back while the message is there; when the tab is closed it is gone', async ({
  page,
  context,
  baseURL,
  problems,
}) => {
  const account = await signUp(page, 'Bea')
  const { client } = await apiOf(baseURL ?? '', account)
  must(
    await client
      .from('video_projects')
      .insert([{ title: 'Lake' }, { title: 'Sea' }])
      .select(),
  )
  const left = async () => must(await client.from('video_projects').select('title')).map(({ title }) => title)
  const remove = async () => {
    await page.goto('/projects')
    await page.getByRole('link', { name: 'Lake' }).click()
    await page.getByRole('button', { name: 'Delete project' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(1)
    await expect(page.getByText('“Lake” was deleted')).toBeVisible()
  }
  await remove()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
  expect(await left()).toHaveLength(2)

  await remove()
  expect(await left()).toHaveLength(2)
  await page.close()
  await expect.poll(left).toEqual(['Sea'])
  const next = await context.newPage()
  await next.goto('/projects?q=la')
  await expect(next.getByRole('heading', { name: 'No project matches' })).toBeVisible()
  await next.getByRole('link', { name: 'Show all projects' }).click()
  await expect(next.getByRole('article', { name: 'Sea' })).toBeVisible()
  expect(problems).toEqual([])
})
