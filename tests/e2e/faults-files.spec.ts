import { rm, writeFile } from 'node:fs/promises'
import ExifReader from 'exifreader'
import { CONVERTED_FILES, REFUSED_FILES } from '../fixtures/badFiles'
import { dropBytes, paintWith, watchMemory, watchStored } from './badFiles'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, must } from './project'

const REASONS: Record<string, string> = {
  empty_file: 'This file is empty.',
  not_a_photo: 'This file is not a photo we can read.',
  unreadable: 'This photo is damaged and cannot be opened.',
  too_many_pixels: 'This picture has too many pixels. Save a smaller copy and choose that.',
}
const matches = (label: string, shown: string | RegExp) =>
  typeof shown === 'string' ? label === `Remove ${shown}` : shown.test(label.replace('Remove ', ''))
const MOST_MEGABYTES = 300
/** How fast each of them is done with is measured elsewhere; here they come all at once, perhaps to a busy machine. */
const ALL_READ = { timeout: 60_000 }

test('F25: of bad files none costs much memory, runs, or is stored as it came', async ({
  page,
  browser,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const account = await signUp(page, 'Ada')
  const storedSince = await watchStored(new URL(baseURL ?? '').port)
  // No film is needed, and nothing of one may lie among the photos.
  await page.route('**/rpc/claim_generation', (route) => route.fulfill({ json: [] }))
  await page.goto('/projects/new')
  await page.getByRole('textbox', { name: 'Title' }).fill('Odds and ends')
  const jpeg = paintWith(page)
  const photos = page.getByRole('list', { name: 'Photos' }).getByRole('listitem')
  await dropBytes(page, [{ name: 'good.jpg', bytes: await jpeg(600) }])
  await expect(photos).toHaveCount(1, ALL_READ)

  await test.step('those that are no photo are refused, each by its name and with the reason', async () => {
    const refused = page.getByRole('alert').filter({ hasText: 'drawing.svg' })
    const files = await Promise.all(
      REFUSED_FILES.map(async ({ name, bytes }) => ({ name, bytes: await bytes(jpeg) })),
    )
    const grown = await watchMemory(browser)
    await dropBytes(page, files)
    for (const { name, shown, code } of REFUSED_FILES)
      await expect(refused.getByRole('listitem').filter({ hasText: shown ?? name })).toHaveText(
        `${shown ?? name}: ${REASONS[code] ?? code}`,
        ALL_READ,
      )
    await expect(photos).toHaveCount(1)
    const megabytes = await grown()
    console.log(`F25: refused files cost ${megabytes?.toFixed(0) ?? 'an unknown number of'} MB`)
    expect(megabytes ?? 0).toBeLessThanOrEqual(MOST_MEGABYTES)
  })

  await test.step('the odd ones are photos like the others', async () => {
    const files = await Promise.all(
      CONVERTED_FILES.map(async ({ name, bytes }) => ({ name, bytes: await bytes(jpeg) })),
    )
    const grown = await watchMemory(browser)
    await dropBytes(page, files)
    await expect(photos).toHaveCount(1 + CONVERTED_FILES.length, ALL_READ)
    const names = await page
      .getByRole('button', { name: /^Remove / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
    for (const { shown } of CONVERTED_FILES)
      expect(names.filter((name) => matches(name, shown))).toHaveLength(1)
    const megabytes = await grown()
    console.log(`F25: odd files cost ${megabytes?.toFixed(0) ?? 'an unknown number of'} MB`)
    expect(megabytes ?? 0).toBeLessThanOrEqual(MOST_MEGABYTES)
  })

  await test.step('what is stored of them are plain JPEGs, without a place, without a script', async () => {
    await page.getByRole('button', { name: 'Create video' }).click()
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
    const api = await apiOf(baseURL ?? '', account)
    const { count } = await api.client.from('photos').select('id', { count: 'exact', head: true })
    expect(count).toBe(1 + CONVERTED_FILES.length)
    const objects = await storedSince()
    expect(objects.length).toBeGreaterThanOrEqual(2 * (1 + CONVERTED_FILES.length))
    for (const bytes of objects) {
      expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff')
      expect(bytes.toString('latin1')).not.toMatch(/<(img|script)|Exif|stolen|ns\.adobe/)
      const tags = ExifReader.load(new Uint8Array(bytes).buffer, { expanded: true })
      expect(tags.exif ?? tags.gps ?? tags.xmp).toBeUndefined()
    }
    const rows = JSON.stringify(must(await api.client.from('media_items').select()))
    expect(rows).not.toMatch(/48\.147|11\.575|\.\.\/|\\u202e|\u202e/)
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
  })
})

test('F24: a photo that is moved or changed after it was chosen is named, and the others go on', async ({
  page,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  const photos = await testPhotos(page, testInfo.outputPath('photos'))
  const [first = '', moved = '', changed = '', last = ''] = photos.map(({ file }) => file)
  await signUp(page, 'Ada')
  // Nothing is read before the code that reads is there.
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(/\/assets\/ingest\.worker-.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/projects/new')
  await page.getByLabel('Add photos', { exact: true }).setInputFiles([first, moved, changed, last])
  await rm(moved)
  await writeFile(changed, 'something else')
  letGo()
  const refused = page.getByRole('alert').filter({ hasText: 'photo-2.jpg' })
  for (const name of ['photo-2.jpg', 'photo-3.jpg'])
    await expect(refused.getByRole('listitem').filter({ hasText: name })).toHaveText(
      `${name}: This file was moved or deleted. Choose it again.`,
    )
  await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible()
})
