import type { CDPSession, Page } from '@playwright/test'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'
import { addPhoto, PHOTOS } from './library'
import { apiOf, must } from './project'

const cell = (page: Page, filename: string) => page.getByRole('gridcell', { name: `${filename},` })
const viewer = (page: Page, filename: string) => page.getByRole('dialog', { name: filename })
const large = (page: Page, filename: string) =>
  page.locator('[data-viewed]').getByRole('img', { name: filename })

async function libraryOf(page: Page, baseURL: string | undefined, folder: string) {
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Vera'))
  const files = await testPhotos(page, folder)
  for (const [n, photo] of PHOTOS.entries()) await addPhoto(api, files[n]?.file ?? '', photo)
  return api
}

test('a photo is opened large with keys or mouse, gone on from, known about, deleted and taken back', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  const api = await libraryOf(page, baseURL, testInfo.outputPath('photos'))
  const [media] = must(await api.client.from('media_items').select('id').eq('original_filename', 'tram.jpg'))
  const project = must(
    await api.client.from('video_projects').insert({ title: 'Lisbon' }).select('id').single(),
  )
  must(
    await api.client
      .from('photos')
      .insert({ project_id: project.id, media_item_id: media?.id ?? '', position: 'a0' })
      .select('id'),
  )
  await page.goto('/media')

  await test.step('Enter opens, arrows go on, Escape leaves the focus where one has come to', async () => {
    await cell(page, 'tram.jpg').focus()
    await page.keyboard.press('Enter')
    await expect(viewer(page, 'tram.jpg')).toContainText('1 of 5')
    await expect(large(page, 'tram.jpg')).toBeVisible()
    await expect(page).toHaveURL(/\?photo=/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await expect(viewer(page, 'pastel.jpg')).toContainText('2 of 5')
    // The stack is gone through photo by photo.
    await page.keyboard.press('ArrowRight')
    await expect(viewer(page, 'bear-best.jpg')).toBeVisible()
    await page.getByRole('button', { name: 'Next photo' }).click()
    await expect(viewer(page, 'bear.jpg')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(cell(page, 'bear-best.jpg')).toBeFocused()
    await expect(page).toHaveURL('/media')
  })

  await test.step('two clicks open, a reload keeps it and the back button closes it', async () => {
    await cell(page, 'river.jpg').dblclick()
    await expect(viewer(page, 'river.jpg')).toContainText('5 of 5')
    await page.reload()
    await expect(viewer(page, 'river.jpg')).toBeVisible()
    await page.keyboard.press('Home')
    await expect(viewer(page, 'tram.jpg')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('toolbar', { name: 'Selected photos' })).toBeHidden()
  })

  await test.step('the facts say when, where, with what and in which projects', async () => {
    await cell(page, 'tram.jpg').hover()
    await cell(page, 'tram.jpg').locator('[data-open]').click()
    await page.getByRole('button', { name: 'Details' }).click()
    const facts = page.getByRole('complementary', { name: 'Details' })
    for (const fact of [
      'Wednesday, July 2, 2025',
      '9:00',
      'Lisbon, Portugal',
      'Canon R6',
      '1600 × 1067 (1.7 MP)',
    ])
      await expect(facts).toContainText(fact)
    await expect(facts.getByRole('link', { name: 'Lisbon' })).toHaveAttribute(
      'href',
      `/projects/${project.id}`,
    )
    await expectAccessible(page)
  })

  await test.step('deleted, the next one has its place; undone, it is there again', async () => {
    await page.keyboard.press('Delete')
    const dialog = page.getByRole('alertdialog', { name: 'Delete 1 photo?' })
    await expect(dialog.getByRole('list', { name: 'Used in' })).toContainText('Lisbon')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(viewer(page, 'pastel.jpg')).toContainText('1 of 4')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(viewer(page, 'pastel.jpg')).toContainText('2 of 5')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(cell(page, 'tram.jpg')).toBeVisible()
    expect(must(await api.client.from('media_items').select('id'))).toHaveLength(5)
  })
  expect(problems).toEqual([])
})

type Point = { x: number; y: number }

/** A finger, as the browser hears it. */
function fingerOf(session: CDPSession) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    down: (at: Point) => send('touchStart', [at]),
    to: (at: Point) => send('touchMove', [at]),
    up: () => send('touchEnd', []),
  }
}

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a tap opens, swipes go on and away, holding chooses', async ({
    page,
    context,
    baseURL,
    problems,
  }, testInfo) => {
    await libraryOf(page, baseURL, testInfo.outputPath('photos'))
    await page.goto('/media')
    const finger = fingerOf(await context.newCDPSession(page))
    const middleOf = async (filename: string): Promise<Point> => {
      const box = await cell(page, filename).boundingBox()
      if (!box) throw new Error('not on the screen')
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const swipe = async (from: Point, to: Point) => {
      await finger.down(from)
      for (const part of [0.25, 0.5, 0.75, 1])
        await finger.to({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })
      await finger.up()
    }
    const toolbar = page.getByRole('toolbar', { name: 'Selected photos' })

    await test.step('a tap opens; sideways is the next, down is out', async () => {
      await cell(page, 'tram.jpg').tap()
      await expect(viewer(page, 'tram.jpg')).toBeVisible()
      await expect(large(page, 'tram.jpg')).toBeVisible()
      await swipe({ x: 320, y: 400 }, { x: 60, y: 410 })
      await expect(viewer(page, 'pastel.jpg')).toBeVisible()
      await swipe({ x: 60, y: 400 }, { x: 320, y: 410 })
      await expect(viewer(page, 'tram.jpg')).toBeVisible()
      await swipe({ x: 200, y: 300 }, { x: 205, y: 560 })
      await expect(page.getByRole('dialog')).toBeHidden()
      await expect(toolbar).toBeHidden()
    })

    await test.step('held, a photo is chosen; then taps choose', async () => {
      const tram = await middleOf('tram.jpg')
      await finger.down(tram)
      await expect(toolbar).toContainText('1 selected')
      await finger.up()
      await expect(cell(page, 'tram.jpg')).toHaveAttribute('aria-selected', 'true')
      await cell(page, 'river.jpg').tap()
      await expect(toolbar).toContainText('2 selected')
      await expect(page.getByRole('dialog')).toBeHidden()
      await toolbar.getByRole('button', { name: 'Clear selection' }).tap()
      await expect(toolbar).toBeHidden()
    })
    expect(problems).toEqual([])
  })
})
