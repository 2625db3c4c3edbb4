import type { Page } from '@playwright/test'
import { appKept, buildCaches, deployBuild, isWaiting, keptAddresses, loseServer } from './appWorker'
import { choose, draftOnDevice, draftSaved, sha256, tiles, title } from './draftPage'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, must } from './project'
import { remembered } from './remembered'

test.use({ serviceWorkers: 'allow' })

test('the app can be installed, with its icons, a way to a new film and a place for shared photos', async ({
  page,
  request,
  problems,
}) => {
  expect(problems).toEqual([])
  await signUp(page, 'Ada')
  const chrome = await page.context().newCDPSession(page)
  const { installabilityErrors } = await chrome.send('Page.getInstallabilityErrors')
  // Playwright's profiles are private ones, in which nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  const { url, errors, data = '' } = await chrome.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect((await request.get(url)).headers()['content-type']).toContain('application/manifest+json')
  const manifest: Manifest = JSON.parse(data)
  expect(manifest).toMatchObject({ start_url: '/projects', scope: '/', display: 'standalone' })
  expect(manifest.shortcuts).toMatchObject([{ name: 'New film', url: '/projects/new' }])
  expect(manifest.share_target).toMatchObject({ action: '/share-target', method: 'POST' })
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type'], src).toBe(type)
    if (type !== 'image/png') continue
    const bytes = await icon.body()
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
  }
  expect(manifest.icons.map(({ purpose = 'any' }) => purpose)).toContain('maskable')
})

type Manifest = {
  start_url: string
  shortcuts: unknown[]
  share_target: unknown
  icons: { src: string; sizes: string; type: string; purpose?: string }[]
}

test.describe('without a server', () => {
  // What the browser says of every request that goes past the worker, and of what the policy refuses.
  test.use({ expected: [/net::ERR_INTERNET_DISCONNECTED|Content Security Policy|TrustedScript/] })

  test('the app opens: the dashboard with the kept data, the draft with its photos, and the policy holds', async ({
    page,
    context,
    baseURL,
    problems,
  }, testInfo) => {
    expect(problems).toEqual([])
    const api = await apiOf(baseURL ?? '', await signUp(page, 'Bea'))
    must(await api.client.from('video_projects').insert({ title: 'A week at the lake' }).select())
    const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
    await page.goto('/projects/new')
    await title(page).fill('Winter')
    await choose(page, photos.slice(0, 2))
    await expect(tiles(page)).toHaveCount(2)
    await draftSaved(page)
    await page.goto('/projects')
    await expect(page.getByRole('article', { name: 'A week at the lake' })).toBeVisible()
    await remembered(page, '"list",{"page":0}')
    await appKept(page)

    await loseServer(context)
    const opened = await page.goto('/')
    expect(opened?.fromServiceWorker()).toBe(true)
    await expect(page).toHaveURL('/projects')
    await expect(page.getByRole('article', { name: 'A week at the lake' })).toBeVisible()
    await expect(page.getByText('You are offline.')).toBeVisible()
    const headers = opened?.headers() ?? {}
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(headers['x-frame-options']).toBe('DENY')
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.append('window.stolen = true')
      document.head.append(script)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return 'stolen' in window
    })
    expect(ran, 'a script in the page').toBe(false)

    await page.goto('/projects/new')
    await expect(title(page)).toHaveValue('Winter')
    await expect(tiles(page)).toHaveCount(2)
    await expect(page.getByRole('list', { name: 'Photos' }).locator('img').first()).toBeVisible()
    // Photos can be added too: what reads them is here.
    await choose(page, photos.slice(2, 3))
    await expect(tiles(page)).toHaveCount(3)
    await draftSaved(page)
  })
})

test('F49: a newer version waits while a film is made, is offered when it is done, and takes what was typed along', async ({
  page,
  context,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  await signUp(page, 'Cleo')
  const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const offer = (tab: typeof page) => tab.getByRole('status').filter({ hasText: 'A new version is ready.' })
  await appKept(page)
  const [old = ''] = await buildCaches(page)
  const other = await context.newPage()
  await other.goto('/media')
  await expect(other.getByRole('heading', { name: 'Media library' })).toBeVisible()

  await page.goto('/projects/new')
  await title(page).fill('Lake')
  await page.getByLabel('Duration', { exact: true }).fill('20')
  await choose(page, photos.slice(0, 3))
  await expect(tiles(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Create video' }).click()
  await expect(page.getByRole('progressbar', { name: 'Generation progress' })).toBeVisible()
  await deployBuild(other, 'newer')
  await expect.poll(() => isWaiting(other)).toBe(true)
  const film = page.locator('video')
  const seen: boolean[] = []
  while (!(await film.isVisible())) {
    seen.push((await offer(page).isVisible()) || (await offer(other).isVisible()))
    await page.waitForTimeout(250)
  }
  // The offer may come in the moment between the end of the film and its first picture.
  expect(seen.slice(0, -8), 'while the film was made').not.toContain(true)
  expect(seen.length, 'the film took long enough to see it').toBeGreaterThan(9)
  expect(await isWaiting(page), 'and nothing took over').toBe(true)

  await test.step('nothing that is signed, and nothing of the API, is in a cache after the film has played', async () => {
    await film.evaluate(async (video: HTMLVideoElement) => {
      video.muted = true
      await video.play()
    })
    const { origin } = new URL(page.url())
    const addresses = (await keptAddresses(page)).map((address) => address.replace(origin, ''))
    expect(addresses.length).toBeGreaterThan(50)
    const others = addresses.filter((address) => !/^\/assets\/[\w.-]+$/.test(address))
    expect([...new Set(others)].toSorted()).toEqual(['/', '/favicon.svg', '/language', '/theme.js'])
  })

  await test.step('it is taken when the person says so, and a tab of the old one goes on', async () => {
    await page.goto('/projects/new')
    await expect(offer(page)).toBeVisible()
    await title(page).fill('Typed just now')
    const loaded = page.waitForEvent('load')
    await offer(page).getByRole('button', { name: 'Reload' }).click()
    await loaded
    await expect(title(page)).toHaveValue('Typed just now')
    await expect(offer(page)).toBeHidden()
    expect(await isWaiting(page)).toBe(false)
    await expect(offer(other)).toBeVisible()
    // It has not loaded this page's code yet; its build is still here.
    expect(await buildCaches(other)).toContain(old)
    await other.getByRole('link', { name: 'Plan' }).click()
    await expect(other.getByRole('heading', { name: 'Plan and usage' })).toBeVisible()
  })
})

test('photos that another app shares are in the draft, also when one has to sign in first; a share that is gone says so', async ({
  page,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  const account = await signUp(page, 'Dora')
  const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  await appKept(page)
  await share(page, photos.slice(0, 2))
  await expect(tiles(page)).toHaveCount(2)
  await draftSaved(page)
  await expect(page).toHaveURL('/projects/new')
  const [first = '', second = ''] = photos
  expect((await draftOnDevice(page))?.photos.map(({ sha256: hash }) => hash)).toEqual([
    await sha256(first),
    await sha256(second),
  ])
  const waiting = async () =>
    (await keptAddresses(page)).filter((address) => address.includes('/share-target/'))
  await expect.poll(waiting).toEqual([])

  await page.goto('/projects/new?shared=00000000-0000-4000-8000-000000000000')
  await expect(page.getByText('The shared photos are not here any more')).toBeVisible()
  await expect(tiles(page)).toHaveCount(2)

  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Create account' }).first()).toBeVisible()
  await share(page, photos.slice(2, 3))
  await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/projects/new')
  const third = await sha256(photos[2] ?? '')
  await expect
    .poll(async () => (await draftOnDevice(page))?.photos.some(({ sha256: hash }) => hash === third))
    .toBe(true)
})

/** Send files as a phone does when another app shares them: a form, in a navigation of the page. */
async function share(page: Page, files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form')
    Object.assign(form, { method: 'post', action: '/share-target', enctype: 'multipart/form-data' })
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', name: 'photos', multiple: true, id: 'shared-files' })
    form.append(input)
    document.body.append(form)
  })
  await page.locator('#shared-files').setInputFiles([...files])
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate(() => document.querySelector<HTMLFormElement>('form[action$="/share-target"]')?.submit()),
  ])
}
