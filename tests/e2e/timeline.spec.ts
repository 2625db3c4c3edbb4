import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must, PHOTOS, type Api } from './project'

const strip = (page: Page) => page.getByRole('group', { name: 'Timeline' })
const playhead = (page: Page) => page.getByRole('slider', { name: 'Playhead' })
const secondsNow = async (page: Page) => Number(await playhead(page).getAttribute('aria-valuenow'))
const shotPanel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const clips = (page: Page) => strip(page).locator('[data-shot]')
const saved = (page: Page) => expect(page.getByText('All changes saved')).toBeVisible()
const captions = (page: Page) =>
  page
    .getByRole('textbox', { name: /^Caption of photo \d+$/ })
    .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')))

/** What is really decided, by caption. */
async function decided({ client }: Api, projectId: string, caption: string) {
  const columns = 'focus, hold_seconds, entrance, card'
  const rows = must(
    await client.from('photos').select(columns).eq('project_id', projectId).eq('caption', caption),
  )
  return rows[0]
}

/** All that the film is made of, as the database has it. */
async function wholeFilm({ client }: Api, projectId: string) {
  const wishes = 'title, description, style, duration_seconds, aspect_ratio, music'
  const placed = 'id, position, caption, choice, focus, hold_seconds, entrance, card'
  return {
    ...must(await client.from('video_projects').select(wishes).eq('id', projectId).single()),
    photos: must(await client.from('photos').select(placed).eq('project_id', projectId).order('id')),
  }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

async function boxOf(page: Page, shot: number) {
  const box = await clips(page).nth(shot).boundingBox()
  if (!box) throw new Error(`Shot ${shot} is not on screen`)
  const y = box.y + box.height / 2
  return { ...box, middle: { x: box.x + box.width / 2, y }, end: { x: box.x + box.width, y } }
}

test('a film is worked on shot by shot: played, trimmed, framed, titled, moved, undone, kept, and cut once more', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  const account = await signUp(page, 'Ada')
  const api = await apiOf(baseURL ?? '', account)
  const files = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const projectId = await makeProject(api, 'Summer', files)
  const asItWas = await wholeFilm(api, projectId)
  await page.goto(`/projects/${projectId}`)
  await expect(clips(page)).toHaveCount(PHOTOS.length)

  await test.step('the keys step by frames and shots, zoom, play and shuttle', async () => {
    await playhead(page).focus()
    for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowRight')
    expect(await secondsNow(page)).toBeCloseTo(0.2, 1)
    await page.keyboard.press('Shift+ArrowRight')
    expect(await secondsNow(page)).toBeCloseTo(1.2, 1)
    await page.keyboard.press('PageDown')
    await expect(shotPanel(page, 'Shot of photo 2')).toBeVisible()
    await page.keyboard.press('+')
    const wide = await boxOf(page, 1)
    await page.keyboard.press('-')
    await expect.poll(async () => (await boxOf(page, 1)).width).toBeLessThan(wide.width * 0.6)
    await page.keyboard.press('Space')
    const player = page.getByRole('region', { name: 'Preview' })
    await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible({ timeout: 60_000 })
    await playhead(page).focus()
    const before = await secondsNow(page)
    await expect.poll(() => secondsNow(page)).toBeGreaterThan(before)
    await page.keyboard.press('k')
    await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
    await page.keyboard.press('l')
    await page.keyboard.press('l')
    await expect(player.getByText('2×', { exact: true })).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(player.getByText('-2×', { exact: true })).toBeVisible()
    await page.keyboard.press('k')
    await page.getByRole('button', { name: 'Close preview' }).click()
  })

  await test.step('a shot is trimmed at its end, by the hand and by the keys; its neighbour gives', async () => {
    const middle = (await boxOf(page, 1)).middle
    await page.mouse.click(middle.x, middle.y)
    await expect(shotPanel(page, 'Shot of photo 2')).toBeVisible()
    const [two, three] = [await boxOf(page, 1), await boxOf(page, 2)]
    await drag(page, { x: two.end.x - 3, y: two.end.y }, { x: two.end.x + three.width / 3, y: two.end.y })
    await expect.poll(async () => (await boxOf(page, 1)).width).toBeGreaterThan(two.width * 1.2)
    await expect.poll(async () => (await boxOf(page, 2)).width).toBeLessThan(three.width * 0.8)
    expect(Math.abs((await boxOf(page, 1)).x - two.x)).toBeLessThan(3)
    await saved(page)
    const long = Number((await decided(api, projectId, 'Beach'))?.hold_seconds)
    const end = page.getByRole('slider', { name: 'End of the shot' })
    await end.focus()
    await page.keyboard.press('ArrowLeft')
    await saved(page)
    await expect
      .poll(async () => Number((await decided(api, projectId, 'Beach'))?.hold_seconds))
      .toBeCloseTo(long - 0.1, 1)
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(async () => (await decided(api, projectId, 'Castle'))?.hold_seconds).toBeNull()
    expect((await decided(api, projectId, 'Beach'))?.hold_seconds).toBeNull()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect
      .poll(async () => Number((await decided(api, projectId, 'Beach'))?.hold_seconds))
      .toBeCloseTo(long, 1)
  })

  await test.step('the picture is framed: a part drawn, moved by the keys, given back', async () => {
    const focus = page.getByRole('slider', { name: 'Focus of photo 2' })
    await focus.scrollIntoViewIfNeeded()
    const pad = await focus.locator('xpath=..').boundingBox()
    if (!pad) throw new Error('The photo is not on screen')
    const at = (x: number, y: number) => ({ x: pad.x + pad.width * x, y: pad.y + pad.height * y })
    await drag(page, at(0.1, 0.2), at(0.5, 0.6))
    await expect(focus).toHaveAttribute('aria-valuetext', /^(29|30|31) % across, (39|40|41) % down$/)
    await focus.press('Shift+ArrowRight')
    await expect(focus).toHaveAttribute('aria-valuetext', /^(39|40|41) % across/)
    await saved(page)
    expect((await decided(api, projectId, 'Beach'))?.focus).toMatchObject({ width: expect.closeTo(0.4, 1) })
    await page.mouse.click(at(0.8, 0.9).x, at(0.8, 0.9).y)
    await expect(focus).toHaveAttribute('aria-valuetext', /^(79|80|81) % across, (89|90|91) % down$/)
    await page.getByRole('button', { name: 'Leave it to the director' }).click()
    await expect(focus).toHaveAttribute('aria-valuetext', /^automatic/)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(focus).toHaveAttribute('aria-valuetext', /^(79|80|81) % across/)
  })

  await test.step('it comes in as the person likes', async () => {
    await page.getByRole('combobox', { name: 'Comes in with' }).selectOption({ label: 'Wipe' })
    await saved(page)
    expect((await decided(api, projectId, 'Beach'))?.entrance).toBe('wipe')
  })

  await test.step('a title card is put before it, written, moved, and taken out', async () => {
    await playhead(page).focus()
    await page.keyboard.press('t')
    await expect(clips(page)).toHaveCount(PHOTOS.length + 1)
    await expect(page.getByRole('textbox', { name: 'Words', exact: true })).toBeFocused()
    await page.keyboard.type('Days by the sea')
    await page.getByRole('textbox', { name: 'Smaller words' }).fill('in June')
    await page.getByRole('textbox', { name: 'Smaller words' }).blur()
    await saved(page)
    const card = { text: 'Days by the sea', subtitle: 'in June', seconds: 3, side: 'before' }
    expect((await decided(api, projectId, 'Beach'))?.card).toEqual(card)
    await page.getByRole('button', { name: 'Move the shot later' }).click()
    await expect.poll(async () => (await decided(api, projectId, 'Castle'))?.card).toEqual(card)
    expect((await decided(api, projectId, 'Beach'))?.card).toBeNull()
    await page.getByRole('button', { name: 'Longer: Title card' }).click()
    await expect
      .poll(async () => (await decided(api, projectId, 'Castle'))?.card)
      .toMatchObject({ seconds: 3.5 })
    await page.getByRole('button', { name: 'Remove the title card' }).click()
    await expect(clips(page)).toHaveCount(PHOTOS.length)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(clips(page)).toHaveCount(PHOTOS.length + 1)
  })

  await test.step('a shot is dragged to another place', async () => {
    const [one, last] = [await boxOf(page, 0), await boxOf(page, PHOTOS.length)]
    await drag(page, one.middle, { x: last.end.x - 4, y: last.end.y })
    const order = ['Beach', 'Castle', 'Dinner', 'Evening', 'Arrival']
    await expect.poll(() => captions(page)).toEqual(order)
    await playhead(page).focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => captions(page)).toEqual(PHOTOS)
    await saved(page)
  })

  await test.step('its words, style, music, length and shape are decided beside it', async () => {
    await page.getByRole('textbox', { name: 'Caption of photo 5' }).fill('Evening lights')
    await page.getByRole('radio', { name: 'Vintage' }).check()
    await page.getByRole('radiogroup', { name: 'Music' }).getByRole('radio', { name: 'No music' }).check()
    await page.getByRole('spinbutton', { name: 'Duration' }).fill('45')
    await page.getByRole('radio', { name: 'Square 1:1' }).check()
    await expect(playhead(page)).toHaveAttribute('aria-valuemax', '45')
    await saved(page)
    expect(await wholeFilm(api, projectId)).toMatchObject({
      style: 'vintage',
      music: { kind: 'none' },
      duration_seconds: 45,
      aspect_ratio: '1:1',
    })
  })

  await test.step('every step is undone, back to the beginning, and done again', async () => {
    const asItIs = await wholeFilm(api, projectId)
    expect(asItIs).not.toEqual(asItWas)
    for (const [name, film] of [
      ['Undo', asItWas],
      ['Redo', asItIs],
    ] as const) {
      const button = page.getByRole('button', { name, exact: true })
      let steps = 0
      while ((await button.getAttribute('aria-disabled')) === 'false' && steps++ < 60) await button.click()
      expect(steps).toBeGreaterThan(10)
      await saved(page)
      await expect.poll(() => wholeFilm(api, projectId)).toEqual(film)
    }
    await expect(clips(page)).toHaveCount(PHOTOS.length + 1)
  })

  await test.step('all of it is there after a reload', async () => {
    await page.reload()
    // At first the page shows what this browser has kept, which may be a step behind.
    await expect(page.getByRole('radio', { name: 'Square 1:1' })).toBeChecked()
    await expect(page.getByRole('textbox', { name: 'Caption of photo 5' })).toHaveValue('Evening lights')
    await expect(clips(page)).toHaveCount(PHOTOS.length + 1)
    await playhead(page).focus()
    await page.keyboard.press('PageDown')
    await expect(page.getByRole('combobox', { name: 'Comes in with' })).toHaveValue('wipe')
    await expect(page.getByText('You decided. The others share the rest of the film.')).toBeVisible()
  })

  await test.step('another cut is looked at first, with the same decisions, and asked for as it is shown', async () => {
    await page.getByRole('button', { name: 'New cut' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'New cut' })
    await dialog.getByRole('button', { name: '30 s' }).click()
    await dialog.getByRole('button', { name: 'Look at it first' }).click()
    await expect(page).toHaveURL(/cut=30s-9x16/)
    await expect(page.getByRole('radio', { name: '30 s · 9:16' })).toBeChecked()
    await expect(playhead(page)).toHaveAttribute('aria-valuemax', '30')
    await expect(strip(page).getByText('Days by the sea')).toBeVisible()
    await page.getByRole('button', { name: 'Make this cut: 30 s · 9:16' }).click()
    await expect(page.getByRole('progressbar', { name: 'Generation progress' })).toBeVisible()
    const [film] = must(
      await api.client.from('generated_videos').select('id, cut, settings').eq('project_id', projectId),
    )
    expect(film).toMatchObject({ cut: '30s-9x16', settings: { durationSeconds: 30, aspectRatio: '9:16' } })
    await page.getByRole('button', { name: 'Cancel' }).first().click()
    await expect(page.getByRole('heading', { name: 'The film was cancelled' })).toBeVisible()
    await page.getByText('The film', { exact: true }).click()
    await expect(playhead(page)).toHaveAttribute('aria-valuemax', '45')
  })

  await test.step('nobody is shut out', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])
  })
  expect(problems).toEqual([])
})
