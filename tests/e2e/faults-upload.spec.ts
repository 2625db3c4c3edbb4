import { randomFillSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { startFaultProxy } from '../faults/faultProxy'
import { choose, noisyPhotos, openDraft, tiles, title } from './draftPage'
import { expect, signUp, test } from './fixtures'

// What the tests take away. Chromium sends a piece that was cut off once more by itself: the server says that it is further.
test.use({ expected: [/net::ERR_|status of 409 .*\/upload\/resumable/] })

/** Twenty large photos with FULL=1. */
const PHOTOS = process.env.FULL ? 20 : 3
const SIZE = process.env.FULL ? ([1000, 750] as const) : ([700, 525] as const)
const SOCKET_BYTES = 256 * 1024
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

const progress = (page: Page) => page.getByRole('progressbar', { name: 'Upload progress' })
const create = (page: Page) => page.getByRole('button', { name: 'Create video' })

/** Notes from now on when the bar moves, and everything that is said about tries. */
const watchBar = (page: Page) =>
  page.evaluate(() => {
    const seen = { moves: [performance.now()], tries: 0 }
    Object.assign(globalThis, { seen })
    let last = ''
    setInterval(() => {
      const now =
        document.querySelector('[aria-label="Upload progress"]')?.getAttribute('aria-valuenow') ?? ''
      if (now !== last) seen.moves.push(performance.now())
      last = now
      if (/, try \d/.test(document.body.textContent ?? '')) seen.tries++
    }, 50)
  })
const watched = (page: Page) =>
  page.evaluate(() => {
    const { moves, tries } = Object(globalThis).seen as { moves: number[]; tries: number }
    const gaps = moves.map((at, index) => at - (moves[index - 1] ?? at))
    return { longestMs: Math.round(Math.max(...gaps)), moves: moves.length, tries }
  })

test(`F23: on slow 3G ${PHOTOS} photos go up without a timeout, the bar moves every 5 s, and cancelling takes under 1 s`, async ({
  page,
  problems,
}, testInfo) => {
  test.setTimeout(900_000)
  expect(problems).toEqual([])
  await signUp(page, 'Slow')
  const files = await noisyPhotos(page, testInfo.outputPath('photos'), PHOTOS, SIZE)
  await openDraft(page)
  await title(page).fill('By the slow river')
  // What finds the faces is 3 MB: the page waits for it as well, and says so, but here it is the photos that are slow.
  const finder = page.waitForEvent('requestfinished', (request) => /facemesh.*\.bin/.test(request.url()))
  await choose(page, files)
  await expect(tiles(page)).toHaveCount(PHOTOS)
  await finder
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', SLOW_3G)

  await test.step('cancelled in the middle, it stops at once and the draft is as it was', async () => {
    await create(page).click()
    await expect
      .poll(async () => Number(await progress(page).getAttribute('aria-valuenow')), { timeout: 60_000 })
      .toBeGreaterThan(10)
    const took = await page.evaluate(async () => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Cancel',
      )
      const since = performance.now()
      button?.click()
      while (document.querySelector('[role=progressbar][aria-label="Upload progress"]'))
        await new Promise((resolve) => setTimeout(resolve, 5))
      return performance.now() - since
    })
    console.info(`F23: cancelled in ${Math.round(took)} ms`)
    expect(took).toBeLessThan(1_000)
    await expect(title(page)).toHaveValue('By the slow river')
    await expect(tiles(page)).toHaveCount(PHOTOS)
  })

  await test.step('and then sent to the end', async () => {
    await watchBar(page)
    const since = Date.now()
    await create(page).click()
    await expect(progress(page)).toBeVisible()
    await page.waitForFunction(
      () => !document.querySelector('[role=progressbar][aria-label="Upload progress"]'),
      null,
      {
        timeout: 600_000,
      },
    )
    const { longestMs, moves, tries } = await watched(page)
    console.info(
      `F23: ${PHOTOS} photos in ${Math.round((Date.now() - since) / 1000)} s, ${moves} moves, longest rest ${longestMs} ms`,
    )
    expect(tries, 'nothing had to be tried again').toBe(0)
    expect(longestMs).toBeLessThan(5_000)
    await session.send('Network.emulateNetworkConditions', {
      ...SLOW_3G,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
  })
})

test('F17: a large track whose line is cut at 37 % goes on by itself where it was, and is sent once', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  const line = await startFaultProxy(baseURL ?? '')
  const PIECE = /^(POST|PATCH) .*\/upload\/resumable/
  try {
    await page.goto(line.url)
    await signUpAt(page, line.url)
    const [photo = ''] = await noisyPhotos(page, testInfo.outputPath('photos'), 1, [300, 200])
    const track = testInfo.outputPath('rain.wav')
    const bytes = await writeNoise(track, 120)
    await page.goto(`${line.url}/projects/new`)
    await title(page).fill('Rain')
    await choose(page, [photo])
    await expect(tiles(page)).toHaveCount(1)
    await page.getByText('More options').click()
    await page.getByLabel(/Choose a music file/).setInputFiles(track)
    await expect(page.getByRole('radio', { name: 'rain.wav' })).toBeChecked({ timeout: 60_000 })

    const CHUNK = 6 * 1024 ** 2
    // The second piece of the track is the first that is a PATCH.
    line.fail(/^PATCH .*\/upload\/resumable/, {
      cutAfterBytes: Math.max(1, Math.round(bytes * 0.37) - CHUNK),
    })
    await create(page).click()
    await expect
      .poll(() => line.sentBytes(PIECE), { timeout: 60_000, intervals: [10] })
      .toBeGreaterThan(CHUNK)
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/, { timeout: 60_000 })
    const again = line.sentBytes(PIECE) - bytes
    console.info(`F17: in Chromium ${again} of ${bytes} bytes were sent again`)
    expect(again).toBeGreaterThanOrEqual(0)
    // Where Chromium tries the piece again by itself before the page asks how far it came; and what was in the sockets.
    expect(again).toBeLessThanOrEqual(CHUNK + SOCKET_BYTES)
    expect(line.seen.filter((request) => /^HEAD .*\/upload\/resumable/.test(request)).length).toBeGreaterThan(
      0,
    )
  } finally {
    await page.goto('about:blank')
    await line.close()
  }
})

async function signUpAt(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-up`)
  await page.getByRole('textbox', { name: 'Display name' }).fill('Rae')
  await page
    .getByRole('textbox', { name: 'Email' })
    .fill(`rae-${crypto.randomUUID().slice(0, 8)}@example.com`)
  await page.getByLabel('Password', { exact: true }).fill('a long Passw0rd')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
}

/** A WAV of quiet noise, 44.1 kHz stereo. @returns its size */
async function writeNoise(file: string, seconds: number): Promise<number> {
  const rate = 44_100
  const data = Buffer.alloc(seconds * rate * 4)
  const samples = new Int16Array(data.buffer, data.byteOffset, data.length / 2)
  randomFillSync(samples)
  for (let at = 0; at < samples.length; at++) samples[at] = (samples[at] ?? 0) >> 5
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(2, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 4, 28)
  head.writeUInt16LE(4, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  await writeFile(file, Buffer.concat([head, data]))
  return head.length + data.length
}
