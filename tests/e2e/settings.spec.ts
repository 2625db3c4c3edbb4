import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { APIRequestContext, Page } from '@playwright/test'
import ExifReader from 'exifreader'
import {
  checkoutCompleted,
  invoiceChanged,
  signatureHeader,
  subscriptionChanged,
  type ProviderEvent,
} from '../fixtures/billingEvents'
import { withSegments } from '../fixtures/pictures'
import { exifSegment, TAG } from '../fixtures/tiff'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, must, type Api } from './project'

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

/** A photo that tells the house where it was taken: 33°51′24″ S. */
async function placedPhotos(page: Page, folder: string): Promise<string[]> {
  const gps = exifSegment({
    gps: {
      [TAG.latitudeRef]: 'S',
      [TAG.latitude]: {
        fractions: [
          [33, 1],
          [51, 1],
          [24, 1],
        ],
      },
      [TAG.longitudeRef]: 'E',
      [TAG.longitude]: {
        fractions: [
          [151, 1],
          [12, 1],
          [55, 1],
        ],
      },
    },
  })
  const photos = await testPhotos(page, folder)
  return Promise.all(
    photos.slice(0, 3).map(async ({ file }, index) => {
      const placed = path.join(folder, `placed-${index}.jpg`)
      await writeFile(placed, withSegments(await readFile(file), [gps]))
      return placed
    }),
  )
}

const panel = (page: Page, name: string) => page.getByRole('region', { name })
const objectsOf = async ({ client }: Api) =>
  must(await client.rpc('my_files')) as { path: string; bytes: number }[]
async function bytesOf({ client }: Api, file: string): Promise<ArrayBuffer> {
  return (must(await client.storage.from('media').download(file)) as Blob).arrayBuffer()
}
/** What a stored photo says of its place; and every byte of it, for traces. */
async function placeIn(api: Api, file: string) {
  const bytes = await bytesOf(api, file)
  const tags = ExifReader.load(bytes, { expanded: true })
  return { latitude: tags.gps?.Latitude, hasTraces: /Exif|GPS/.test(Buffer.from(bytes).toString('latin1')) }
}

test.use({ expected: [/status of 400 .*\/auth\/v1\/token/], actionTimeout: 60_000 })

test('a face: cut from a photo by keyboard and by hand, shown in the shell and to whoever works along, taken off again', async ({
  page,
  newPerson,
  baseURL,
  problems,
}, { outputDir }) => {
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Ada'))
  const [photo = '', other = ''] = await placedPhotos(page, outputDir)
  const profile = panel(page, 'Profile')
  const shellFace = page.getByRole('complementary').getByRole('link', { name: 'Ada, your profile' })

  await test.step('the shell leads to the profile', async () => {
    await shellFace.click()
    await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
    await expect(shellFace.locator('img')).toHaveCount(0)
  })

  await test.step('what is no photo is refused in words', async () => {
    await profile.getByLabel('Choose a picture').setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('no photo'),
    })
    await expect(profile.getByRole('alert')).toHaveText('This file is not a photo we can read.')
  })

  await test.step('by keyboard', async () => {
    await profile.getByLabel('Choose a picture').setInputFiles(photo)
    const cropper = profile.getByRole('group', { name: 'Choose the part that is shown' })
    const closer = cropper.getByRole('slider', { name: 'Closer' })
    await expect(closer).toBeFocused()
    await expectAccessible(page)
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Home')
    await expect(cropper.getByRole('slider', { name: 'Left and right' })).toHaveValue('0')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(profile.getByText('Your new picture is saved.')).toBeVisible()
    await expect(profile.getByLabel('Change picture')).toBeFocused()
    await expect(shellFace.locator('img')).toBeVisible()
  })

  const stored = await objectsOf(api)
  expect(stored).toHaveLength(1)
  expect(stored[0]?.bytes).toBeLessThan(200_000)
  expect(await placeIn(api, stored[0]?.path ?? '')).toEqual({ latitude: undefined, hasTraces: false })

  await test.step('another one by hand replaces it, and its file', async () => {
    await profile.getByLabel('Change picture').setInputFiles(other)
    const picture = profile.getByAltText('The photo you have chosen. What is inside the circle is shown.')
    await expect(picture).toBeVisible()
    await profile.getByRole('slider', { name: 'Closer' }).fill('40')
    const across = profile.getByRole('slider', { name: 'Left and right' })
    const before = Number(await across.inputValue())
    const box = await picture.locator('..').boundingBox()
    if (!box) throw new Error('no stage')
    await page.mouse.move(box.x + 128, box.y + 128)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y + 128, { steps: 4 })
    await page.mouse.up()
    expect(Number(await across.inputValue())).toBeGreaterThan(before)
    await profile.getByRole('button', { name: 'Use this picture' }).click()
    await expect(profile.getByText('Your new picture is saved.')).toBeVisible()
    await expect.poll(async () => (await objectsOf(api)).length).toBe(1)
    expect((await objectsOf(api))[0]?.path).not.toBe(stored[0]?.path)
  })

  await test.step('whoever works on a project with her sees it, a stranger does not', async () => {
    const ben = await newPerson()
    const account = await signUp(ben, 'Ben')
    const benApi = await apiOf(baseURL ?? '', account)
    const face = (await objectsOf(api))[0]?.path ?? ''
    expect((await benApi.client.storage.from('media').download(face)).error).not.toBeNull()
    const { id } = must(
      await api.client.from('video_projects').insert({ title: 'The lake' }).select('id').single(),
    )
    const asked = must(
      await api.client.rpc('invite_member', { project: id, email: account.email, role: 'editor' }),
    )
    must(
      await benApi.client.rpc('accept_invitation', { invitation: String(Reflect.get(Object(asked), 'id')) }),
    )
    await ben.goto(`/projects/${id}`)
    await ben.getByRole('button', { name: 'Share' }).click()
    await expect(
      ben.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Ada' }).locator('img'),
    ).toBeVisible()
    expect(must(await benApi.client.storage.from('media').download(face)).size).toBeGreaterThan(0)
  })

  await test.step('taken off, nothing of it is left', async () => {
    await page.reload()
    await profile.getByRole('button', { name: 'Remove picture' }).click()
    await expect(profile.getByText('Your picture was removed.')).toBeVisible()
    await expect(shellFace.locator('img')).toHaveCount(0)
    await expect.poll(() => objectsOf(api)).toEqual([])
  })
  expect(problems).toEqual([])
})

test('places: no byte of them is stored until somebody chooses so, for all films or for one', async ({
  page,
  baseURL,
  problems,
}, { outputDir }) => {
  const api = await apiOf(baseURL ?? '', await signUp(page, 'Mia'))
  const photos = await placedPhotos(page, outputDir)
  const places = page.getByRole('switch', { name: 'Keep places and times in stored photos' })
  const inFilm = page.getByLabel('Keep places in the uploaded photos')

  async function makeFilm(
    title: string,
    photo: string,
    choose: () => Promise<void> = () => Promise.resolve(),
  ) {
    await page.goto('/projects/new')
    await page.getByRole('textbox', { name: 'Title' }).fill(title)
    await page.getByLabel('Add photos').setInputFiles(photo)
    await expect(page.getByRole('list', { name: 'Photos' }).getByRole('listitem')).toHaveCount(1)
    await page.getByText('More options').click()
    await choose()
    await page.getByRole('button', { name: 'Create video' }).click()
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    const { data } = await api.client
      .from('media_items')
      .select('*')
      .order('created_at', { ascending: false })
      .limit(1)
    const [item] = must({ data, error: null })
    if (!item) throw new Error('no photo')
    expect(JSON.stringify(item)).not.toMatch(/33\.85|151\.21/)
    const thumbnail = await placeIn(api, item.thumbnail_path ?? '')
    expect(thumbnail).toEqual({ latitude: undefined, hasTraces: false })
    return placeIn(api, item.storage_path)
  }

  await test.step('off from the start', async () => {
    await page.goto('/settings')
    await expect(places).not.toBeChecked()
    const place = await makeFilm('Nobody knows where', photos[0] ?? '', () =>
      expect(inFilm).not.toBeChecked(),
    )
    expect(place).toEqual({ latitude: undefined, hasTraces: false })
  })
  await test.step('on: it counts for what is stored from then on', async () => {
    await page.goto('/settings')
    await places.click()
    await expect(panel(page, 'Places in photos').getByText(/^On:/)).toBeVisible()
    await expect
      .poll(async () => must(await api.client.from('users').select('keep_location').single()).keep_location)
      .toBe(true)
    const place = await makeFilm('In Sydney', photos[1] ?? '', () => expect(inFilm).toBeChecked())
    expect(place.latitude).toBeCloseTo(-33.8567, 3)
  })
  await test.step('and not for a film that is to be without', async () => {
    const place = await makeFilm('A secret', photos[2] ?? '', () => inFilm.uncheck())
    expect(place).toEqual({ latitude: undefined, hasTraces: false })
  })
  expect(problems).toEqual([])
})

const now = () => Math.floor(Date.now() / 1000)
/** As the payment provider delivers. */
async function deliver(request: APIRequestContext, event: ProviderEvent) {
  const body = JSON.stringify(event)
  const signature = await signatureHeader(body, 'whsec_e2e', now())
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
  const answer = await request.post('/functions/v1/billing-webhook', { headers, data: body })
  return answer.json()
}

test('plan, payments, language and devices: each says what is true, and changes with what happens elsewhere', async ({
  page,
  request,
  newPerson,
  baseURL,
  problems,
}) => {
  const account = await signUp(page, 'Zoe')
  const api = await apiOf(baseURL ?? '', account)
  const customer = `cus_${crypto.randomUUID().slice(0, 8)}`

  await test.step('without payment links in the build nothing is for sale', async () => {
    await page.goto('/billing')
    await expect(page.getByText('You are on the free plan. There is nothing to pay.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Change your plan' })).toHaveCount(0)
  })

  await test.step('what the provider tells is there on the next look, and a forgery is not', async () => {
    const begin = now() - 60
    const bought = subscriptionChanged(customer, `sub_${customer}`, { is: 'created', created: begin })
    const forged = await request.post('/functions/v1/billing-webhook', {
      headers: { 'stripe-signature': await signatureHeader(JSON.stringify(bought), 'whsec_guessed', now()) },
      data: JSON.stringify(bought),
    })
    expect(forged.status()).toBe(400)
    expect(await deliver(request, bought)).toEqual({ outcome: 'waiting' })
    const paid = { type: 'invoice.paid', status: 'paid', number: `PM-${customer}`, created: begin }
    expect(await deliver(request, invoiceChanged(customer, `in_${customer}`, paid))).toEqual({
      outcome: 'waiting',
    })
    const checkout = checkoutCompleted(customer, api.userId, `sub_${customer}`, { created: begin })
    expect(await deliver(request, checkout)).toEqual({ outcome: 'recorded' })
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Your plan: Pro' })).toBeVisible()
    const invoice = page.getByRole('region', { name: 'Invoices' }).getByRole('row').nth(1)
    await expect(invoice).toContainText('€9.00')
    await expect(invoice.getByRole('link', { name: `Open invoice PM-${customer}` })).toHaveAttribute(
      'href',
      `https://invoice.example/i/in_${customer}`,
    )
    await expectAccessible(page)
  })

  await test.step('deleting the account warns of what goes on being charged', async () => {
    await page.goto('/settings')
    await expect(panel(page, 'Delete account').getByText(/You pay for the Pro plan/)).toBeVisible()
  })

  await test.step('the language is kept with the account', async () => {
    const language = page.getByRole('combobox', { name: 'Language' })
    await expect(language).toHaveValue('en')
    await expect(language.getByRole('option', { name: 'English' })).toHaveCount(1)
    await expectAccessible(page)
  })

  await test.step('every other device can be signed out, and this one stays', async () => {
    const phone = await newPerson()
    await phone.goto('/sign-in')
    await phone.getByRole('textbox', { name: 'Email' }).fill(account.email)
    await phone.getByLabel('Password', { exact: true }).fill(account.password)
    await phone.getByRole('button', { name: 'Sign in' }).click()
    await expect(phone.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    const devices = panel(page, 'Devices')
    await expect(devices.getByText('Chrome · Linux')).toBeVisible()
    await devices.getByRole('button', { name: 'Sign out everywhere else' }).click()
    const ask = devices.getByRole('group', { name: /^Sign out on all your other devices/ })
    await expect(ask.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await ask.getByRole('button', { name: 'Sign out the others' }).click()
    await expect(devices.getByText('Done. The others are out within an hour.')).toBeVisible()
    await expect(devices.getByRole('button', { name: 'Sign out everywhere else' })).toBeFocused()
    // The token of the other device is renewed no more, and that of this one is.
    expect((await api.client.auth.refreshSession()).error).not.toBeNull()
    await expire(phone)
    await phone.goto('/settings')
    await expect(phone).toHaveURL(/\/sign-in/)
    await expire(page)
    await page.reload()
    await expect(devices.getByText('Chrome · Linux')).toBeVisible()
  })
  expect(problems.length).toBeGreaterThan(0)
})

/** As if an hour had gone by: the page has to renew its token. */
const expire = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('-auth-token')) ?? ''
    const session: object = JSON.parse(localStorage.getItem(key) ?? '{}')
    localStorage.setItem(key, JSON.stringify({ ...session, expires_at: 1 }))
  })
