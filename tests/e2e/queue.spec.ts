import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must, type Api } from './project'

const TITLES = ['Alps', 'Beach', 'City'] as const

/** A short film of a project, asked for as from another device. */
async function ask({ client }: Api, project: string, seconds = 5): Promise<string> {
  const settings = { resolution: '720p', cut: 'short', durationSeconds: seconds, fps: 24 }
  const request_key = crypto.randomUUID()
  return must(await client.rpc('enqueue_generation', { project, request_key, settings })).id
}
const waiting = (page: Page) =>
  page.getByRole('list', { name: 'Waiting' }).getByRole('heading', { level: 3 }).allInnerTexts()
const order = (page: Page, titles: string[]) => expect.poll(() => waiting(page)).toEqual(titles)

async function checkAccessibility(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

async function prepare(page: Page, folder: string) {
  const account = await signUp(page, 'Quinn')
  const api = await apiOf(new URL(page.url()).origin, account)
  const photos = (await testPhotos(page, folder)).map(({ file }) => file)
  return { account, api, photos }
}

test('films that wait are put in order by mouse, keyboard and buttons, and are made in that order where it says', async ({
  page,
  context,
  problems,
}, testInfo) => {
  test.setTimeout(480_000)
  expect(problems).toEqual([])
  const { api, photos } = await prepare(page, testInfo.outputPath('photos'))
  await page.goto('/queue')
  await page.getByRole('button', { name: 'Pause here' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is made on this device' })).toContainText(
    'You paused it here',
  )
  // The first is long enough to be looked at and paused while it is made.
  for (const title of TITLES) await ask(api, await makeProject(api, title, photos), title === 'Alps' ? 60 : 5)
  await order(page, ['Alps', 'Beach', 'City'])
  const item = (title: string) => page.getByRole('listitem', { name: title })
  await expect(item('Alps')).toContainText('Next')
  await expect(item('City')).toContainText('3 of 3')

  await test.step('with the keyboard', async () => {
    await page.getByRole('button', { name: 'Move City' }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByText('Picked up City, place 3 of 3.')).toBeAttached()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByText('City would be at place 2 of 3.')).toBeAttached()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByText('City would be at place 1 of 3.')).toBeAttached()
    await page.keyboard.press('Space')
    await order(page, ['City', 'Alps', 'Beach'])
  })
  await test.step('with a button, which keeps the focus', async () => {
    const later = page.getByRole('button', { name: 'Make Alps later' })
    await later.click()
    await order(page, ['City', 'Beach', 'Alps'])
    await expect(later).toBeFocused()
    await expect(later).toHaveAttribute('aria-disabled', 'true')
  })
  await test.step('with the mouse', async () => {
    const from = await page.getByRole('button', { name: 'Move Alps' }).boundingBox()
    const to = await page.getByRole('button', { name: 'Move City' }).boundingBox()
    if (!from || !to) throw new Error('nothing to drag')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + from.width / 2, from.y - 20, { steps: 5 })
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 10 })
    await page.mouse.up()
    await order(page, ['Alps', 'City', 'Beach'])
  })
  await checkAccessibility(page)
  await test.step('the order is the server’s: it is there after a reload', async () => {
    await page.reload()
    await order(page, ['Alps', 'City', 'Beach'])
  })
  await test.step('one is cancelled, and asked for again it waits behind the others', async () => {
    await page.getByRole('button', { name: 'Cancel City' }).click()
    await expect(page.getByRole('list', { name: 'Recent' })).toContainText('Cancelled')
    await page.getByRole('button', { name: 'Retry City' }).click()
    await order(page, ['Alps', 'Beach', 'City'])
  })

  const other = await context.newPage()
  await other.goto('/queue')
  await page.getByRole('button', { name: 'Make films again' }).click()
  const made = (tab: Page) => tab.getByRole('list', { name: 'Being made' }).getByRole('listitem')
  await test.step('each tab says where the film is made, and the one that makes it how to keep it going', async () => {
    await expect(made(page)).toHaveAccessibleName('Alps', { timeout: 30_000 })
    const makesIt = (tab: Page) => tab.getByText('In this tab').isVisible()
    await expect.poll(async () => (await makesIt(page)) || (await makesIt(other))).toBe(true)
    const [maker, watcher] = (await makesIt(page)) ? [page, other] : [other, page]
    await expect(watcher.getByText('In another tab of this browser')).toBeVisible()
    await expect(maker.getByText('This tab is making your film. Keep it open and in sight.')).toBeVisible()
    await expect(watcher.getByText('This tab is making your film.')).toHaveCount(0)
  })
  await test.step('a pause gives it back at once, and it keeps its place', async () => {
    await page.getByRole('button', { name: 'Pause here' }).click()
    await order(page, ['Alps', 'Beach', 'City'])
    await expect(
      other.getByRole('status').filter({ hasText: 'Nothing is made on this device' }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Make films again' }).click()
  })
  const finished = async () => {
    const films = must(
      await api.client
        .from('generated_videos')
        .select('finished_at, video_projects(title)')
        .eq('status', 'completed')
        .order('finished_at'),
    )
    return films.map(({ video_projects: project }) => project?.title)
  }
  await expect.poll(finished, { timeout: 240_000, intervals: [1000] }).toEqual(['Alps', 'Beach', 'City'])
})

test('on a low battery a film waits, says why, and goes on with the charger or when the person says so', async ({
  page,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  // The one thing this machine does not have: a battery that empties.
  await page.addInitScript(() => {
    const battery = Object.assign(new EventTarget(), { charging: false, level: 0.15 })
    Object.assign(navigator, { getBattery: () => Promise.resolve(battery), battery })
  })
  const plug = (charging: boolean) =>
    page.evaluate((now) => {
      const battery = Reflect.get(navigator, 'battery')
      Object.assign(battery, { charging: now })
      battery.dispatchEvent(new Event('chargingchange'))
    }, charging)
  const { api, photos } = await prepare(page, testInfo.outputPath('photos'))
  await page.goto('/queue')
  const project = await makeProject(api, 'Alps', photos)
  const film = await ask(api, project, 30)
  const status = async () =>
    must(await api.client.from('generated_videos').select('status').eq('id', film).single()).status
  const notice = page.getByRole('status').filter({ hasText: 'Nothing is made on this device' })
  await expect(notice).toContainText('15% left. Its battery is low.')
  await order(page, ['Alps'])
  await checkAccessibility(page)
  await plug(true)
  await expect(notice).toHaveCount(0)
  await expect.poll(status).toBe('processing')
  await plug(false)
  await expect.poll(status).toBe('queued')
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Make films anyway' }).click()
  await expect(page.getByRole('radio', { name: 'Make films', exact: true })).toBeChecked()
  await expect.poll(status).toBe('processing')
  await page.getByRole('radio', { name: 'Wait for the charger' }).check({ force: true })
  await expect.poll(status).toBe('queued')
  await page.reload()
  await expect(page.getByText('It runs on its battery.')).toBeVisible()
})
