import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'
import { addPhoto, PHOTOS } from './library'
import { apiOf, must } from './project'

test('the library: by month and place, found, stacked, chosen with mouse and keys, added to a project, deleted with its room', async ({
  page,
  context,
  baseURL,
  problems,
}, testInfo) => {
  const account = await signUp(page, 'Lena')
  const api = await apiOf(baseURL ?? '', account)
  const files = await testPhotos(page, testInfo.outputPath('photos'))
  for (const [n, photo] of PHOTOS.entries()) await addPhoto(api, files[n]?.file ?? '', photo)
  const cell = (filename: string) => page.getByRole('gridcell', { name: `${filename},` })
  const names = () =>
    page.getByRole('gridcell').evaluateAll((cells) => cells.map((one) => one.ariaLabel?.split(',')[0]))
  const toolbar = page.getByRole('toolbar', { name: 'Selected photos' })
  const used = async () =>
    must(await api.client.from('users').select('total_storage_bytes').eq('id', api.userId).single())
      .total_storage_bytes

  await test.step('stands under months or places, as the address says', async () => {
    await page.goto('/media')
    await expect(page.getByRole('heading', { name: 'July 2025' })).toBeVisible()
    expect(await names()).toEqual(['tram.jpg', 'pastel.jpg', 'bear-best.jpg', 'river.jpg'])
    await page.locator('label', { has: page.getByRole('radio', { name: 'Place' }) }).click()
    await expect(page.getByRole('heading', { name: 'Lisbon, Portugal' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Bern, Switzerland' })).toBeVisible()
  })

  await test.step('is found by file name, place, camera and date, also after a reload', async () => {
    const search = page.getByRole('searchbox', { name: 'Search photos' })
    await search.fill('lisbon pas')
    await expect.poll(names).toEqual(['pastel.jpg'])
    await expect(page).toHaveURL('/media?by=place&q=lisbon+pas')
    await search.fill('')
    await page.getByRole('combobox', { name: 'Camera' }).selectOption('Canon R6')
    await page.getByLabel('From').fill('2025-07-02')
    await expect.poll(names).toEqual(['tram.jpg'])
    await page.reload()
    await expect.poll(names).toEqual(['tram.jpg'])
    await page.getByLabel('From').fill('2026-01-01')
    await expect(page.getByRole('heading', { name: 'No photo matches' })).toBeVisible()
    await page.getByRole('button', { name: 'Show all photos' }).first().click()
    await expect.poll(names).toHaveLength(4)
  })

  await test.step('a stack is spread out and put together', async () => {
    await page.getByRole('button', { name: 'Show 2 similar photos' }).click()
    await expect(cell('bear.jpg')).toBeVisible()
    await page.getByRole('button', { name: 'Stack 2 similar photos' }).click()
    await expect(cell('bear.jpg')).toBeHidden()
    await expectAccessible(page)
  })

  await test.step('photos are chosen by lasso, click, Shift and keys', async () => {
    const [from, to] = [await cell('tram.jpg').boundingBox(), await cell('pastel.jpg').boundingBox()]
    if (!from || !to) throw new Error('not on the screen')
    await page.mouse.move(from.x + 40, from.y + 60)
    await page.mouse.down()
    await page.mouse.move(to.x + 40, to.y + 90, { steps: 5 })
    await page.mouse.up()
    await expect(toolbar).toContainText('2 selected')
    await page.keyboard.press('Escape')
    await cell('tram.jpg').click()
    await cell('bear-best.jpg').click({ modifiers: ['Shift'] })
    // The stack is two photos.
    await expect(toolbar).toContainText('4 selected')
    await page.keyboard.press('Escape')
    await expect(toolbar).toBeHidden()
    await cell('tram.jpg').focus()
    await page.keyboard.press(' ')
    await page.keyboard.press('Shift+ArrowRight')
    await expect(toolbar).toContainText('2 selected')
  })

  await test.step('and put into a new project', async () => {
    await toolbar.getByRole('button', { name: 'Add to project' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add 2 photos to a project' })
    await dialog.getByRole('textbox', { name: 'New project' }).fill('Lisbon')
    await dialog.getByRole('button', { name: 'Create and add' }).click()
    await expect(page.getByText('2 photos were added to “Lisbon”')).toBeVisible()
    await expect(toolbar).toBeHidden()
    expect(must(await api.client.from('photos').select('id'))).toHaveLength(2)
    await cell('tram.jpg').click()
    await cell('bear-best.jpg').click()
    await toolbar.getByRole('button', { name: 'Add to project' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Lisbon/ })
      .click()
    await expect(page.getByText('1 was in it already.')).toBeVisible()
    expect(must(await api.client.from('photos').select('id'))).toHaveLength(4)
  })

  await test.step('deleting says where they are used, can be taken back, and frees their room', async () => {
    const before = await used()
    const remove = async () => {
      await cell('tram.jpg').click()
      await page.keyboard.press('Delete')
      const dialog = page.getByRole('alertdialog', { name: 'Delete 1 photo?' })
      await expect(dialog.getByRole('list', { name: 'Used in' })).toContainText('Lisbon')
      await dialog.getByRole('button', { name: 'Delete' }).click()
      await expect(cell('tram.jpg')).toBeHidden()
      await expect(page.getByText('1 photo was deleted')).toBeVisible()
    }
    await remove()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(cell('tram.jpg')).toBeVisible()
    expect(await used()).toBe(before)
    await remove()
    await page.close()
    await expect.poll(used).toBeLessThan(before)
    expect(must(await api.client.from('photos').select('id'))).toHaveLength(3)
    const next = await context.newPage()
    await next.goto('/media')
    await expect(next.getByRole('gridcell')).toHaveCount(3)
  })
  expect(problems).toEqual([])
})
