import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must } from './project'

declare global {
  interface Window {
    handedOver?: { name: string; type: string; size: number }[]
  }
}
/** The sheet of other apps, which headless Chromium does not have: it takes whatever it is given. */
const appsThatTakeFiles = () => {
  window.handedOver = []
  Object.assign(navigator, {
    canShare: () => true,
    share: ({ files = [] }: ShareData) => {
      window.handedOver?.push(...files.map(({ name, type, size }) => ({ name, type, size })))
      return Promise.resolve()
    },
  })
}

async function accessible(page: Page, within?: string) {
  const axe = new AxeBuilder({ page })
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

const playsIn = (page: Page) =>
  page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return video.currentTime
  })

test.describe('a film is sent', () => {
  // A link that has ended is answered with 404, and the browser writes that to the console.
  test.use({ expected: [/shared-film/] })

  test('as a file, and as a link that a browser without an account plays until it is ended', async ({
    page,
    context,
    newPerson,
    problems,
  }, testInfo) => {
    test.setTimeout(300_000)
    expect(problems).toEqual([])
    await page.addInitScript(appsThatTakeFiles)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const account = await signUp(page, 'Sam')
    const api = await apiOf(new URL(page.url()).origin, account)
    const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
    const project = await makeProject(api, 'A week at the lake', photos)
    const settings = { resolution: '720p', cut: 'main', durationSeconds: 6, fps: 24 }
    must(await api.client.rpc('enqueue_generation', { project, request_key: crypto.randomUUID(), settings }))
    await page.goto(`/projects/${project}`)
    await expect(page.locator('video')).toBeVisible({ timeout: 180_000 })
    await page.getByRole('button', { name: 'Send film' }).click()
    const dialog = page.getByRole('dialog', { name: 'Send “A week at the lake”' })

    await test.step('the file goes to another app, whole and with a name', async () => {
      await dialog.getByRole('button', { name: 'Send the file' }).click()
      await expect(dialog.getByText('Handed over')).toBeVisible()
      const [film] = (await page.evaluate(() => window.handedOver)) ?? []
      const row = must(
        await api.client.from('generated_videos').select('storage_path').eq('project_id', project).single(),
      )
      const stored = must(await api.client.storage.from('videos').download(row.storage_path ?? ''))
      expect(film).toMatchObject({ type: 'video/mp4', size: stored.size })
      expect(film?.name).toMatch(/^a-week-at-the-lake-.*\.mp4$/)
    })

    const field = dialog.getByRole('textbox', { name: 'Link to the film' })
    await test.step('a link is made for a day, and copied', async () => {
      await dialog.getByRole('radio', { name: 'One day' }).check({ force: true })
      await dialog.getByRole('button', { name: 'Create link' }).click()
      await expect(field).toBeFocused()
      await dialog.getByRole('button', { name: 'Copy link' }).click()
      await expect(dialog.getByText('Copied')).toBeVisible()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue())
      await accessible(page, '[role=dialog]')
    })
    const link = await field.inputValue()
    expect(new URL(link).pathname).toMatch(/^\/s\/[\w-]{43}$/)

    const stranger = await newPerson()
    const referrers: string[] = []
    stranger.on('request', (request) => {
      if (/storage|functions/.test(request.url())) referrers.push(request.headers().referer ?? '')
    })
    await test.step('somebody without an account watches it and saves it, and nothing tells others the address', async () => {
      const answer = await stranger.goto(link)
      expect(answer?.headers()['x-robots-tag']).toContain('noindex')
      await expect(stranger.getByRole('heading', { name: 'A week at the lake' })).toBeVisible()
      await expect(stranger.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
      await expect(stranger.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer')
      expect(await playsIn(stranger)).toBeGreaterThan(0.3)
      const [download] = await Promise.all([
        stranger.waitForEvent('download'),
        stranger.getByRole('link', { name: 'Download' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^a-week-at-the-lake-.*\.mp4$/)
      expect(referrers.length).toBeGreaterThan(0)
      expect(referrers.every((referrer) => !referrer.includes('/s/'))).toBe(true)
      await accessible(stranger)
    })
    await test.step('and sees nothing else', async () => {
      expect(
        await stranger.evaluate(() => Object.keys(localStorage).filter((key) => /auth/.test(key))),
      ).toEqual([])
      await stranger.goto(`/projects/${project}`)
      await expect(stranger.getByRole('button', { name: 'Sign in' })).toBeVisible()
    })
    await test.step('ended, it plays nowhere any more, and looks like one that never was', async () => {
      await dialog.getByRole('button', { name: /^End the link until/ }).click()
      await dialog.getByRole('button', { name: 'End link', exact: true }).click()
      await expect(dialog.getByText('The link has ended.')).toBeVisible()
      await expect(field).toHaveCount(0)
      for (const address of [link, link.replace(/.{6}$/, 'AAAAAA'), `${new URL(link).origin}/s/x`]) {
        await stranger.goto(address)
        await expect(stranger.getByRole('heading', { name: 'This film is not here' })).toBeVisible()
        await expect(stranger.locator('video')).toHaveCount(0)
      }
      await accessible(stranger)
    })
  })
})
