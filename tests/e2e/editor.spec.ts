import type { Page } from '@playwright/test'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, PHOTOS } from './project'

const captions = (page: Page) =>
  page
    .getByRole('textbox', { name: /^Caption of photo \d+$/ })
    .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')))
const moved = (at: number, to: number) => {
  const order = [...PHOTOS]
  order.splice(to, 0, ...order.splice(at, 1))
  return order
}
const handle = (page: Page, number: number) =>
  page.getByRole('button', { name: `Move photo ${number}`, exact: true })

test('a project is edited on its page: dragged, moved by keys, undone, removed and brought back, kept over a reload', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  const account = await signUp(page, 'Ada')
  const files = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const projectId = await makeProject(await apiOf(baseURL ?? '', account), 'Summer', files)
  await page.goto(`/projects/${projectId}`)
  await expect.poll(() => captions(page)).toEqual(PHOTOS)

  await test.step('dragged with the mouse, and undone with the keys', async () => {
    await handle(page, 1).scrollIntoViewIfNeeded()
    const [from, to] = [await handle(page, 1).boundingBox(), await handle(page, 3).boundingBox()]
    if (!from || !to) throw new Error('The photos are not on screen')
    await page.mouse.move(from.x + 40, from.y + 40)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 })
    await page.mouse.move(to.x + 40, to.y + 40, { steps: 8 })
    await expect(page.getByText('Photo 1 would be at place 3 of 5.')).toBeAttached()
    await page.mouse.up()
    await expect.poll(() => captions(page)).toEqual(moved(0, 2))
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => captions(page)).toEqual(PHOTOS)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(() => captions(page)).toEqual(moved(0, 2))
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => captions(page)).toEqual(PHOTOS)
  })

  await test.step('picked up, moved and put down with the keyboard', async () => {
    await handle(page, 2).focus()
    await page.keyboard.press('Space')
    await expect(page.getByText('Picked up Photo 2, place 2 of 5.')).toBeAttached()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('Photo 2 would be at place 3 of 5.')).toBeAttached()
    await page.keyboard.press('Space')
    await expect.poll(() => captions(page)).toEqual(moved(1, 2))
    await expect(handle(page, 3)).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => captions(page)).toEqual(PHOTOS)
  })

  await test.step('moved by its buttons, which keep the focus', async () => {
    await page.getByRole('button', { name: 'Move later: photo 1' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Move later: photo 2' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Move later: photo 3' })).toBeFocused()
    await expect.poll(() => captions(page)).toEqual(moved(0, 2))
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => captions(page)).toEqual(PHOTOS)
  })

  await test.step('a removed photo comes back with Undo', async () => {
    await page.getByRole('button', { name: 'Remove photo 4' }).click()
    await expect.poll(() => captions(page)).toEqual(PHOTOS.filter((caption) => caption !== 'Dinner'))
    await expect(handle(page, 4)).toBeFocused()
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => captions(page)).toEqual(PHOTOS)
  })

  await test.step('one that stays removed is gone from the server too; words typed and left are there after a reload', async () => {
    await page.getByRole('button', { name: 'Remove photo 5' }).click()
    await page.getByRole('textbox', { name: 'Caption of photo 1' }).fill('Arrival by boat')
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Summer of the boats')
    await page.getByRole('radio', { name: 'Vintage' }).check()
    await page.getByRole('link', { name: 'Projects' }).first().click()
    await expect(page.getByRole('article', { name: 'Summer of the boats' })).toBeVisible()
    await page.goto(`/projects/${projectId}`)
    await expect.poll(() => captions(page)).toEqual(['Arrival by boat', 'Beach', 'Castle', 'Dinner'])
    await expect(page.getByRole('heading', { level: 1, name: 'Summer of the boats' })).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Vintage' })).toBeChecked()
    await expect(page.getByText('All changes saved')).toBeVisible()
  })

  await test.step('nobody is shut out', async () => {
    await expectAccessible(page, { withAdvice: true })
  })
  expect(problems).toEqual([])
})
