import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readZip } from '../readZip'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test } from './fixtures'
import { apiOf, must, type Api } from './project'

/** A file of the person's own in storage, announced and stored. @returns where */
async function store({ client }: Api, bytes: Buffer, mime: string): Promise<string> {
  const path = must(await client.rpc('reserve_upload', { bucket: 'media', bytes: bytes.length, mime }))
  must(await client.storage.from('media').upload(path, new Blob([new Uint8Array(bytes)], { type: mime })))
  return path
}

const newHash = () => (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 64)

async function addTrack(api: Api, name: string): Promise<void> {
  const path = await store(api, Buffer.from(`ID3 ${name}`), 'audio/mpeg')
  const track = { storage_path: path, original_filename: name, duration_seconds: 90, content_hash: newHash() }
  must(await api.client.from('audio_tracks').insert(track).select())
}

/** A project with a photo of these bytes for each of the names. */
async function addProject(api: Api, title: string, photos: Record<string, Buffer>): Promise<void> {
  const { client } = api
  const { id } = must(await client.from('video_projects').insert({ title }).select('id').single())
  for (const [index, [name, bytes]] of Object.entries(photos).entries()) {
    const path = await store(api, bytes, 'image/png')
    const file = {
      storage_path: path,
      original_filename: name,
      mime_type: 'image/png',
      width: 40,
      height: 30,
    }
    const media = { ...file, content_hash: newHash() }
    const item = must(await client.from('media_items').insert(media).select('id').single())
    const placement = { project_id: id, media_item_id: item.id, position: `a${index}`, caption: name }
    must(await client.from('photos').insert(placement).select())
  }
}

const panel = (page: Page, name: string) => page.getByRole('region', { name })
const objectsOf = async ({ client }: Api) =>
  must(await client.rpc('my_files')) as { bucket: string; path: string; bytes: number }[]

test.describe('the settings', () => {
  // What the tests cut off is written to the console by the browser itself.
  test.use({ expected: [/net::ERR_FAILED|status of 400 .*\/auth\/v1\/token/] })

  test('a copy of everything is collected, survives a reload in the middle, fetches nothing twice and is saved as one file', async ({
    page,
    baseURL,
    problems,
  }) => {
    const api = await apiOf(baseURL ?? '', await signUp(page, 'Ada'))
    const large = Buffer.alloc(20 * 1024 * 1024, 'twenty megabytes of something')
    const small = Buffer.from('a small photo')
    await addProject(api, 'A week at the lake', {
      'arrival.png': small,
      'Lake? .png': large,
      'arrival.PNG': small,
    })
    const largePath = (await objectsOf(api)).find(({ bytes }) => bytes === large.length)?.path ?? ''

    const fetched: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().includes('/object/sign/'))
        fetched.push(`${new URL(request.url()).pathname} ${request.headers().range ?? 'whole'}`)
    })
    // The last of the three pieces of the large file does not come; the one before it is kept by then.
    let refused = 0
    const ofLarge = (url: URL) => url.pathname.endsWith(largePath)
    await page.route(ofLarge, (route) => {
      if (!route.request().headers().range?.startsWith('bytes=16777216-')) return route.fallback()
      refused++
      return route.abort()
    })
    await page.goto('/settings')
    const data = panel(page, 'Your data')
    await data.getByRole('button', { name: 'Get a copy of everything' }).click()
    const bar = data.getByRole('progressbar', { name: 'Collecting your data' })
    await expect(bar).toHaveAttribute('aria-valuetext', /^2 of 3 files/)
    await expect.poll(() => refused).toBeGreaterThan(0)
    await page.reload()

    await expect(data.getByText('You have begun before.')).toBeVisible()
    const before = fetched.length
    await page.unroute(ofLarge)
    await data.getByRole('button', { name: 'Go on' }).click()
    await expect(data.getByText('Your copy is ready: one ZIP file')).toBeVisible()
    expect(fetched.slice(before).map((request) => request.replace(/.* /, ''))).toEqual([
      `bytes=16777216-${large.length - 1}`,
    ])
    await expectAccessible(page)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      data.getByRole('link', { name: 'Save the ZIP file' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^photomemory-\d{4}-\d\d-\d\d\.zip$/)
    const files = readZip(await readFile(await download.path()))
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'account.json',
        'photos/arrival.png',
        'photos/Lake_.png',
        'photos/arrival (2).png',
      ]),
    )
    expect(files.size).toBe(1 + (await objectsOf(api)).length)
    expect(files.get('photos/Lake_.png')?.bytes.equals(large)).toBe(true)
    expect(JSON.parse(files.get('account.json')?.bytes.toString() ?? '')).toMatchObject({
      projects: [{ title: 'A week at the lake' }],
      photos: [{ caption: 'arrival.png' }, {}, {}],
    })

    await data.getByRole('button', { name: 'Remove the copy' }).click()
    await expect(data.getByRole('button', { name: 'Get a copy of everything' })).toBeVisible()
    await expect.poll(() => page.evaluate(keptFolders)).not.toContain('photomemory-export')
    expect(problems.length).toBeGreaterThan(0)
  })

  test('own music is listed, and deleted with its file unless that is taken back', async ({
    page,
    baseURL,
    problems,
  }) => {
    const api = await apiOf(baseURL ?? '', await signUp(page, 'Bea'))
    for (const name of ['Rain.mp3', 'Sun.mp3']) await addTrack(api, name)
    await page.goto('/settings')
    const tracks = panel(page, 'Your music').getByRole('listitem')
    await expect(tracks).toHaveCount(2)
    await page.getByRole('button', { name: 'Delete Rain.mp3' }).click()
    await expect(tracks).toHaveCount(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(tracks).toHaveCount(2)
    expect(await objectsOf(api)).toHaveLength(2)

    await page.getByRole('button', { name: 'Delete Rain.mp3' }).click()
    await page.getByRole('button', { name: 'Close this message' }).click()
    await expect.poll(async () => (await objectsOf(api)).length).toBe(1)
    await expect(tracks).toHaveText([/Sun\.mp3/])
    // The page that goes takes the last chance to delete the other.
    await page.getByRole('button', { name: 'Delete Sun.mp3' }).click()
    await page.goto('about:blank')
    await expect.poll(async () => must(await api.client.from('audio_tracks').select('id')).length).toBe(0)
    expect(problems).toEqual([])
  })

  test('an account is deleted after its email was typed: interrupted it goes on by itself, and nothing is left', async ({
    page,
    newPerson,
    baseURL,
    problems,
  }) => {
    const account = await signUp(page, 'Cleo')
    const api = await apiOf(baseURL ?? '', account)
    const bytes = Buffer.from('a small photo')
    await addProject(api, 'Last summer', { 'a.png': bytes, 'b.png': bytes })
    await page.goto('/projects/new')
    await page.getByRole('textbox', { name: 'Title' }).fill('Something begun')
    await expect(page.getByText('Draft saved')).toBeVisible()

    await test.step('a click is not enough, and another email is refused', async () => {
      await page.goto('/settings')
      await page.getByRole('button', { name: 'Delete account' }).click()
      const question = page.getByRole('alertdialog', { name: 'Delete your account?' })
      await expect(question).toBeVisible()
      await expectAccessible(page)
      await question.getByRole('button', { name: 'Delete everything' }).click()
      await question.getByRole('textbox', { name: 'Your email' }).fill('somebody@example.com')
      await question.getByRole('button', { name: 'Delete everything' }).click()
      await expect(
        question.getByText(`This is not the email of this account: ${account.email}`),
      ).toBeVisible()
      expect(must(await api.client.from('users').select('closing_since'))).toEqual([{ closing_since: null }])
      await question.getByRole('button', { name: 'Cancel' }).click()
    })

    const remove = /\/storage\/v1\/object\/media$/
    await test.step('the connection goes: every page says that the account is going', async () => {
      await page.route(remove, (route) => route.abort())
      await page.getByRole('button', { name: 'Delete account' }).click()
      await page.getByRole('textbox', { name: 'Your email' }).fill(` ${account.email.toUpperCase()} `)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Your account is being deleted' })).toBeVisible()
      await expectAccessible(page)
      await page.goto('/projects')
      await expect(page.getByRole('heading', { name: 'Your account is being deleted' })).toBeVisible()
      expect(await objectsOf(api)).toHaveLength(2)
    })

    await test.step('what is left can be kept', async () => {
      await page.getByRole('button', { name: 'Stop and keep what is left' }).click()
      await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
      await expect(page.getByRole('article', { name: 'Last summer' })).toBeVisible()
      expect(must(await api.client.from('media_items').select('id'))).toHaveLength(2)
    })

    await test.step('begun again and left, another device of the person finishes it', async () => {
      await page.goto('/settings')
      await page.getByRole('button', { name: 'Delete account' }).click()
      await page.getByRole('textbox', { name: 'Your email' }).fill(account.email)
      await page.getByRole('button', { name: 'Delete everything' }).click()
      await expect(page.getByRole('heading', { name: 'Your account is being deleted' })).toBeVisible()
      await page.goto('about:blank')

      const phone = await newPerson()
      await phone.goto('/sign-in')
      await phone.getByRole('textbox', { name: 'Email' }).fill(account.email)
      await phone.getByLabel('Password', { exact: true }).fill(account.password)
      await phone.getByRole('button', { name: 'Sign in' }).click()
      await expect(phone.getByText('Your account and everything in it have been deleted.')).toBeVisible()
      await expect(phone.getByRole('link', { name: 'Create account' }).first()).toBeVisible()
      expect(
        await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('auth'))),
      ).toEqual([])
      await phone.goto('/sign-in')
      await phone.getByRole('textbox', { name: 'Email' }).fill(account.email)
      await phone.getByLabel('Password', { exact: true }).fill(account.password)
      await phone.getByRole('button', { name: 'Sign in' }).click()
      await expect(phone.getByRole('alert').first()).toContainText('Wrong email or password')
    })
    expect(problems.length).toBeGreaterThan(0)
  })
})

/** In the page: the folders of the origin's private file system. */
async function keptFolders(): Promise<string[]> {
  const names: string[] = []
  for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name)
  return names
}
