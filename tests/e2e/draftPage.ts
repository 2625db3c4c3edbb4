import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'

export const title = (page: Page) => page.getByRole('textbox', { name: 'Title' })
export const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })
export const tiles = (page: Page) => page.getByRole('list', { name: 'Photos' }).getByRole('textbox')
/** As a person does: not before the draft can be edited. Playwright would put files into a field that is shut. */
export async function choose(page: Page, files: readonly string[]): Promise<void> {
  const field = page.getByLabel('Add photos', { exact: true })
  await expect(field).toBeEnabled()
  await field.setInputFiles([...files])
}
/** Half as many pixels: for films that are about something else than how they look. */
export async function chooseSmallFilm(page: Page): Promise<void> {
  await page.getByText('More options').click()
  await page.getByRole('radio', { name: 'HD 720p' }).check({ force: true })
}
export const draftSaved = (page: Page) =>
  expect(page.getByRole('status').getByText('Draft saved')).toBeVisible({ timeout: 30_000 })

/** The page of the draft, when what lies on the device is on screen. */
export async function openDraft(page: Page): Promise<void> {
  await page.goto('/projects/new')
  await expect(title(page)).toBeVisible({ timeout: 60_000 })
}

export const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

/** Photos full of noise, so that they are as large as photos are. @returns their files, `shot-1.jpg` and on */
export async function noisyPhotos(
  page: Page,
  folder: string,
  count: number,
  [width, height]: readonly [number, number],
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (let number = 1; number <= count; number++) {
    const base64 = await page.evaluate(
      async ([wide, high, hue]) => {
        const canvas = new OffscreenCanvas(wide, high)
        const context = canvas.getContext('2d')
        if (!context) throw new Error('no 2d context')
        const noise = context.createImageData(wide, 16)
        for (let at = 0; at < noise.data.length; at += 65_536)
          crypto.getRandomValues(noise.data.subarray(at, Math.min(at + 65_536, noise.data.length)))
        for (let row = 0; row < high; row += 16) context.putImageData(noise, (row * 7) % wide, row)
        context.fillStyle = `hsl(${hue * 18} 70% 45%)`
        context.fillRect(0, 0, wide / 4, high)
        const bytes = new Uint8Array(
          await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer(),
        )
        let text = ''
        for (let at = 0; at < bytes.length; at += 8192)
          text += String.fromCharCode(...bytes.subarray(at, at + 8192))
        return btoa(text)
      },
      [width, height, number] as const,
    )
    const file = path.join(folder, `shot-${number}.jpg`)
    await writeFile(file, Buffer.from(base64, 'base64'))
    files.push(file)
  }
  return files
}

/** What of the draft lies in the local database: `sha256` is null for a photo whose bytes are not there. */
export type DeviceDraft = {
  title: string
  description: string
  photos: { name: string; sha256: string | null }[]
  /** Photos known by name only. */
  incoming: string[]
}

/** Reads the one draft of this browser as it is stored, past the page; null when there is none. */
export function draftOnDevice(page: Page): Promise<DeviceDraft | null> {
  return page.evaluate(async () => {
    type Stored = {
      draft: { title: string; description: string; photos: { id: string; facts: { filename: string } }[] }
      incoming: { filename: string }[]
    }
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')))
      })
    const names = await indexedDB.databases()
    if (!names.some(({ name }) => name === 'photomemory')) return null
    const database = await done(indexedDB.open('photomemory'))
    try {
      const stores = database.transaction(['drafts', 'draftFiles'])
      const [userId] = await done(stores.objectStore('drafts').getAllKeys())
      if (typeof userId !== 'string') return null
      const { draft, incoming }: Stored = await done(stores.objectStore('drafts').get(userId))
      const hashOf = async (id: string) => {
        const files = database.transaction('draftFiles').objectStore('draftFiles')
        const record: { file: Blob } | undefined = await done(files.get([userId, id]))
        if (!record) return null
        const digest = await crypto.subtle.digest('SHA-256', await record.file.arrayBuffer())
        return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
      }
      const photos: { name: string; sha256: string | null }[] = []
      for (const { id, facts } of draft.photos)
        photos.push({ name: facts.filename, sha256: await hashOf(id).catch(() => null) })
      const { title: words, description: more } = draft
      return { title: words, description: more, photos, incoming: incoming.map(({ filename }) => filename) }
    } finally {
      database.close()
    }
  })
}

/** The browser throws the database of drafts away; done from a page of the same origin that is none of the app's. */
export async function forgetDraft(page: Page): Promise<void> {
  await page.goto('/theme.js')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('photomemory')
        deleting.onsuccess = () => resolve()
        deleting.onerror = () => reject(deleting.error ?? new Error('no reason'))
      }),
  )
}
