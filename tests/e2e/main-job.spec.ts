import { statSync } from 'node:fs'
import { dropFiles, expect, signUp, test, testPhotos } from './fixtures'
import { coloursAt, inspectFilm, nearestHue } from './film'

const SECONDS = 16

test.use({ serviceWorkers: 'allow' })

test('photos in, memory film out: sign up, drop, reload, create, watch, download', async ({
  page,
  browser,
  problems,
  newPerson,
}, testInfo) => {
  expect(problems).toEqual([])
  await signUp(page, 'Ada')
  const photos = await testPhotos(page, testInfo.outputPath('photos'))

  await test.step('a draft is filled', async () => {
    await page.getByRole('link', { name: 'New project' }).first().click()
    await page.getByRole('textbox', { name: 'Title' }).fill('A week at the lake')
    await page.getByRole('textbox', { name: 'Description' }).fill('Summer 2025')
    await page
      .getByRole('radiogroup', { name: 'Style' })
      .getByRole('radio', { name: 'Classic' })
      .check({ force: true })
    await page.getByLabel('Duration', { exact: true }).fill(String(SECONDS))
    await dropFiles(
      page,
      photos.map(({ file }) => file),
    )
    await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(8)
    await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible()
  })

  await test.step('a reload in the middle finds all of it again', async () => {
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('A week at the lake')
    await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Summer 2025')
    await expect(page.getByLabel('Duration', { exact: true })).toHaveValue(String(SECONDS))
    await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(8)
  })

  await test.step('one click uploads, queues and renders, and the progress moves', async () => {
    await page.getByRole('button', { name: 'Create video' }).dblclick()
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { name: 'A week at the lake', level: 1 })).toBeVisible()
    const progress = page.getByRole('progressbar', { name: 'Generation progress' })
    await expect(progress).toBeVisible()
    const value = async () => Number(await progress.getAttribute('aria-valuenow'))
    await expect.poll(value, { timeout: 60_000 }).toBeGreaterThan(5)
    await expect(page.locator('video')).toBeVisible({ timeout: 180_000 })
  })

  await test.step('the film plays and seeks in the page', async () => {
    const time = await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
      video.muted = true
      await video.play()
      video.currentTime = 10
      await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
      return video.currentTime
    })
    expect(time).toBeGreaterThanOrEqual(9.9)
    await expect(page.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(1)
  })

  await test.step('the downloaded file is the film that was asked for', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).first().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/a-week-at-the-lake.*\.(mp4|webm)$/i)
    const file = testInfo.outputPath('film.mp4')
    await download.saveAs(file)
    const film = await inspectFilm(file)
    expect(film.durationSeconds).toBeGreaterThan(SECONDS - 0.1)
    expect(film.durationSeconds).toBeLessThan(SECONDS + 0.1)
    expect([film.width, film.height]).toEqual([1920, 1080])
    expect(['avc', 'vp9', 'av1']).toContain(film.codec)
    expect(film.boxes.indexOf('moov')).toBeGreaterThanOrEqual(0)
    expect(film.boxes.indexOf('moov')).toBeLessThan(film.boxes.indexOf('mdat'))
    expect(statSync(file).size).toBeGreaterThan(100_000)
    if (!process.env.E2E_PHOTOS) {
      const times = photos.map((_, index) => ((index + 0.5) / photos.length) * SECONDS)
      const colours = await coloursAt(browser, file, times)
      const order = colours.map((colour) =>
        nearestHue(
          colour,
          photos.map(({ rgb }) => rgb),
        ),
      )
      expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    }
  })

  await test.step('the project is on the dashboard, once', async () => {
    const address = page.url()
    await page.goto('/projects')
    await expect(page.getByRole('article', { name: 'A week at the lake' })).toHaveCount(1)
    await page.goto(address)
  })

  await test.step('a second person sees nothing of it', async () => {
    const stranger = await newPerson()
    await signUp(stranger, 'Eve')
    await expect(stranger.getByRole('article')).toHaveCount(0)
    await stranger.goto(new URL(page.url()).pathname)
    await expect(stranger.getByText('A week at the lake')).toHaveCount(0)
    await expect(stranger.locator('video')).toHaveCount(0)
    await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible()
  })
})
