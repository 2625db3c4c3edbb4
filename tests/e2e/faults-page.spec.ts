import type { Locator, Page } from '@playwright/test'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must } from './project'

/** Auto-repeat, as of a key that is held. */
async function holdEnter(page: Page) {
  for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
}

/** Presses a button as an impatient person does: twice, and then with the key held on it. */
async function mash(page: Page, button: Locator) {
  await button.dblclick()
  await holdEnter(page)
}

/** How often the page asked for this, by method and address. */
function countRequests(page: Page, method: string, address: RegExp): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.method() === method && address.test(request.url())) count++
  })
  return () => count
}

/** Films stay in the queue: here it is about their rows. */
const makeNoFilms = (page: Page) =>
  page.context().route('**/rpc/claim_generation', (route) => route.fulfill({ json: [] }))

test('F50: who presses twice, holds Enter, or goes back in between gets one of everything', async ({
  page,
  baseURL,
  problems,
  newPerson,
}, testInfo) => {
  expect(problems).toEqual([])
  await makeNoFilms(page)
  const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const account = { email: `ada-${crypto.randomUUID().slice(0, 8)}@example.com`, password: 'a long Passw0rd' }

  await test.step('one account', async () => {
    const signUps = countRequests(page, 'POST', /\/auth\/v1\/signup/)
    await page.goto('/sign-up')
    await page.getByRole('textbox', { name: 'Display name' }).fill('Ada')
    await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
    await page.getByLabel('Password', { exact: true }).fill(account.password)
    await mash(page, page.getByRole('button', { name: 'Create account' }))
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    expect(signUps()).toBe(1)
  })
  const api = await apiOf(baseURL ?? '', account)
  const rows = async (table: 'video_projects' | 'photos' | 'media_items' | 'generated_videos') =>
    must(await api.client.from(table).select('id')).length

  await test.step('one sign-in', async () => {
    const other = await newPerson()
    await makeNoFilms(other)
    const signIns = countRequests(other, 'POST', /grant_type=password/)
    await other.goto('/sign-in')
    await other.getByRole('textbox', { name: 'Email' }).fill(account.email)
    await other.getByLabel('Password', { exact: true }).fill(account.password)
    await holdEnter(other)
    await expect(other.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    expect(signIns()).toBe(1)
    await other.close()
  })

  await test.step('one change of the name', async () => {
    const saves = countRequests(page, 'PATCH', /\/rest\/v1\/users/)
    await page.goto('/settings')
    await page.getByRole('textbox', { name: 'Display name' }).fill('Ada Lovelace')
    await mash(page, page.getByRole('button', { name: 'Save', exact: true }))
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    expect(saves()).toBe(1)
  })

  await test.step('one project with its photos and one film, also when left in the middle', async () => {
    await page.goto('/projects')
    await page.getByRole('link', { name: 'New project' }).first().click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Lake')
    await page.getByLabel('Add photos', { exact: true }).setInputFiles(photos.slice(0, 2))
    await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(2)
    await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible()
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route('**/storage/v1/object/upload/sign/**', async (route) => {
      await held
      await route.continue().catch(() => undefined)
    })
    const create = page.getByRole('button', { name: 'Create video' })
    await mash(page, create)
    await expect(page.getByRole('progressbar', { name: 'Upload progress' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    letGo()
    await page.unroute('**/storage/v1/object/upload/sign/**')
    await page.goForward()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Lake')
    await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(2)
    await mash(page, create)
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { name: 'Lake', level: 1 })).toBeVisible()
    expect(await rows('video_projects')).toBe(1)
    expect(await rows('photos')).toBe(2)
    expect(await rows('media_items')).toBe(2)
    expect(await rows('generated_videos')).toBe(1)
  })

  await test.step('one film for a retry, one for another cut', async () => {
    await mash(page, page.getByRole('button', { name: 'Cancel', exact: true }))
    await mash(page, page.getByRole('button', { name: 'Retry' }))
    await expect(page.getByRole('progressbar', { name: 'Generation progress' })).toBeVisible()
    await expect.poll(() => rows('generated_videos')).toBe(2)
    await page.getByRole('button', { name: 'New cut' }).click()
    await mash(page, page.getByRole('dialog').getByRole('button', { name: 'Make this cut' }))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect.poll(() => rows('generated_videos')).toBe(3)
  })

  await test.step('one film of a project that has none', async () => {
    const id = await makeProject(api, 'Sea', photos)
    await page.goto(`/projects/${id}`)
    await mash(page, page.getByRole('button', { name: 'Generate video' }).first())
    await expect(page.getByRole('progressbar', { name: 'Generation progress' })).toBeVisible()
    await expect.poll(() => rows('generated_videos')).toBe(4)
  })

  await test.step('one invitation, accepted once', async () => {
    const guest = await newPerson()
    const { email } = await signUp(guest, 'Ben')
    await page.getByRole('button', { name: 'Share' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Email' }).fill(email)
    await mash(page, dialog.getByRole('button', { name: 'Invite' }))
    await expect(dialog.getByText(`Invited`, { exact: false }).first()).toBeVisible()
    const invitations = await api.client.from('project_invitations').select('id')
    expect(must(invitations)).toHaveLength(1)
    const acceptances = countRequests(guest, 'POST', /rpc\/accept_invitation/)
    await guest.goto('/projects')
    await mash(guest, guest.getByRole('button', { name: 'Accept the invitation to “Sea”' }))
    await expect(guest.getByRole('heading', { level: 1, name: 'Sea' })).toBeVisible()
    expect(acceptances()).toBe(1)
    expect(must(await api.client.from('project_members').select('user_id'))).toHaveLength(1)
  })

  await expect(page.getByRole('region', { name: 'Messages (F8)' }).getByRole('alert')).toHaveCount(0)
})

test.describe('after a deploy', () => {
  // To the browser a page that a test has changed comes from nowhere, and may not open sockets to this machine.
  test.use({ expected: [/status of 404|dynamically imported module|LOCAL_NETWORK_ACCESS/] })

  test('F48: a tab whose code is gone reloads once with what was typed, and not again when that does not help', async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await signUp(page, 'Ada')
    await page.goto('/projects/new')
    const entry = (await page.locator('script[type="module"]').getAttribute('src')) ?? ''
    let loads = 0
    page.on('load', () => loads++)

    // The host has another build: its page begins with another file, and the pages of the old one are gone.
    await page.route('**/assets/QueuePage-*.js', (route) => route.fulfill({ status: 404 }))
    await page.route(`**${entry}?newer`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `import '${entry}'` }),
    )
    await page.route(
      (url) =>
        !/^\/(assets|art|rest|auth|storage|realtime)\//.test(url.pathname) && !url.pathname.includes('.'),
      async (route) => {
        const answer = await route.fetch()
        const html = (await answer.text()).replace(`"${entry}"`, `"${entry}?newer"`)
        await route.fulfill({ response: answer, body: html })
      },
    )

    const alert = page.getByRole('main').getByRole('alert')
    await page.getByRole('textbox', { name: 'Title' }).fill('Typed just now')
    await page.getByRole('link', { name: 'Queue' }).click()
    await expect.poll(() => loads).toBe(1)
    await expect(page).toHaveURL('/queue')
    // The reload did not help: it says so, and stays.
    await expect(alert).toContainText('This page could not be loaded')
    await page.getByRole('link', { name: 'Media library' }).click()
    await page.getByRole('link', { name: 'Queue' }).click()
    await expect(alert).toContainText('This page could not be loaded')

    await page.unroute('**/assets/QueuePage-*.js')
    await alert.getByRole('button', { name: 'Reload the page' }).click()
    await expect(page.getByRole('heading', { name: 'Generation queue' })).toBeVisible()
    expect(loads).toBe(2)
    await page.goto('/projects/new')
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Typed just now')
  })
})
