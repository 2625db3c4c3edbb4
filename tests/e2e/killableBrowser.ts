import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { chromiumArgs, findChromium } from '../chromium.mjs'

/** A Chromium with a profile on disk that can end without a word, as when the power fails. */
export type KillableBrowser = {
  page: Page
  /** SIGKILL to all of its processes at once. Resolves when none of them is left to write anything. */
  kill: () => Promise<void>
  /** As a person closes it: what the browser itself still holds back is written. */
  close: () => Promise<void>
}

/**
 * Starts Chromium on `profile`. Playwright's own launch knows no way to kill it, and switches the back/forward cache off; this
 * one is as people have it.
 */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const portFile = path.join(profile, 'DevToolsActivePort')
  await rm(portFile, { force: true })
  const program = findChromium()
  if (program === undefined) throw new Error('There is no Chromium; see tests/install-test-tools.mjs')
  const args = [
    ...chromiumArgs,
    '--headless',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
  // A process group of its own: the kill reaches the renderers as well.
  const child = spawn(program, args, { detached: true, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await portOf(portFile)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  const page = context?.pages()[0] ?? (await context?.newPage())
  if (!page) throw new Error('The browser has no window')
  await page.setViewportSize({ width: 1280, height: 800 })
  return {
    page,
    kill: async () => {
      if (child.pid !== undefined)
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
      await ended
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => undefined)
      await ended
    },
  }
}

async function portOf(file: string): Promise<string> {
  let port = ''
  await expect
    .poll(async () => (port = (await readFile(file, 'utf8').catch(() => '')).split('\n')[0] ?? ''), {
      timeout: 30_000,
      intervals: [50],
    })
    .not.toBe('')
  return port
}
