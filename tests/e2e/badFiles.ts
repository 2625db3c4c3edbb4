import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { PaintJpeg } from '../fixtures/badFiles'

/** Paints an ordinary JPEG with the browser, which is the one here that can. */
export const paintWith =
  (page: Page): PaintJpeg =>
  async (width) => {
    const base64 = await page.evaluate(async (wide) => {
      const canvas = new OffscreenCanvas(wide, 400)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no 2d context')
      context.fillStyle = `hsl(${wide} 70% 45%)`
      context.fillRect(0, 0, wide, 200)
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    }, width)
    return new Uint8Array(Buffer.from(base64, 'base64'))
  }

/** Drops files with these bytes and names, also names that no disk would allow. */
export async function dropBytes(
  page: Page,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<void> {
  const encoded = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  const dataTransfer = await page.evaluateHandle((contents) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of contents) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }))
    }
    return transfer
  }, encoded)
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', type, { dataTransfer })
}

/**
 * What the embedded server really has on its disk. The server is the same for all tests of a run, and what those before have
 * stored is theirs. @returns asks for every byte of every object that has come since
 */
export async function watchStored(port: string): Promise<() => Promise<Buffer[]>> {
  const folder = `supabase/.temp/e2e-${port}/objects`
  const stored = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
  }
  const before = new Set(await stored())
  return async () => {
    const files = (await stored()).filter((file) => !before.has(file))
    return Promise.all(files.map((file) => readFile(file)))
  }
}

/**
 * How many megabytes more the page's processes have needed at their highest since this was called, the most of any. Null where
 * the system does not tell (not Linux).
 */
export async function watchMemory(browser: Browser): Promise<() => Promise<number | null>> {
  const session = await browser.newBrowserCDPSession()
  const renderers = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  }
  const kilobytes = async (id: number, field: 'VmRSS' | 'VmHWM') => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN)
  }
  const before = new Map<number, number>()
  for (const id of await renderers()) before.set(id, await kilobytes(id, 'VmRSS'))
  return async () => {
    const grown = await Promise.all(
      [...before].map(async ([id, rss]) => ((await kilobytes(id, 'VmHWM')) - rss) / 1024),
    )
    const known = grown.filter(Number.isFinite)
    return known.length > 0 ? Math.max(...known) : null
  }
}
