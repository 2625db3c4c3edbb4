import { readdir, readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import {
  choose,
  description,
  draftOnDevice,
  draftSaved,
  forgetDraft,
  noisyPhotos,
  openDraft,
  sha256,
  tiles,
} from './draftPage'
import { expect, signUp, test } from './fixtures'
import { startBrowser, type KillableBrowser } from './killableBrowser'

/** FULL=1: as many as the fault list asks for. */
const KILLS = process.env.FULL === '1' ? 20 : Number(process.env.KILLS ?? 5)
/** What was typed longer than this before the kill has to be back; half a second, where nothing else keeps the machine busy. */
const WINDOW_MS = process.env.FULL === '1' ? 500 : 2_000
const FEWEST_KEYS = 8
const LETTERS = 'abcdefghijklmnopqrstuvwxyz '

/** What the page had called saved, as it was heard outside of the browser before the kill. */
type Acknowledged = { text: string; photos: string[] }
type Key = { text: string; at: number }

let browser: KillableBrowser | null = null
test.afterEach(async () => {
  await browser?.kill().catch(() => undefined)
  browser = null
})

/** Hears every `Draft saved`, with what is on screen at that moment. */
async function hearAcknowledgements(page: Page): Promise<Acknowledged[]> {
  const heard: Acknowledged[] = []
  await page.exposeBinding('acknowledged', (_source, said: Acknowledged) => void heard.push(said))
  await page.addInitScript(() => {
    let wasSaved = false
    const look = () => {
      const isSaved = [...document.querySelectorAll('output')].some(
        ({ textContent }) => textContent === 'Draft saved',
      )
      if (isSaved && !wasSaved) {
        const text = document.querySelector('textarea')?.value ?? ''
        const captions = document.querySelectorAll('ul[aria-label="Photos"] [aria-label^="Caption for "]')
        const photos = [...captions].map((box) =>
          box.getAttribute('aria-label')?.slice('Caption for '.length),
        )
        const report: unknown = Reflect.get(globalThis, 'acknowledged')
        if (typeof report === 'function') report({ text, photos })
      }
      wasSaved = isSaved
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return heard
}

/** Types without a pause until the time is over, and some keys at least. @returns what the field read after each key, and when */
async function typeFor(page: Page, milliseconds: number): Promise<Key[]> {
  const keys: Key[] = []
  let text = await description(page).inputValue()
  await description(page).focus()
  await page.keyboard.press('End')
  const until = performance.now() + milliseconds
  while (performance.now() < until || keys.length < FEWEST_KEYS) {
    // Before the key and not behind it: a kill that follows comes at once.
    await page.waitForTimeout(Math.random() * 100)
    const letter = LETTERS[Math.floor(Math.random() * LETTERS.length)] ?? 'x'
    await page.keyboard.type(letter)
    text += letter
    keys.push({ text, at: performance.now() })
  }
  return keys
}

test(`F01: killed while somebody types and adds photos, what was saved is back, and what was typed up to half a second before`, async ({
  baseURL,
  page: painter,
}, testInfo) => {
  test.setTimeout(120_000 + KILLS * 60_000)
  const profile = testInfo.outputPath('profile')
  await painter.goto('/')
  const files = await noisyPhotos(painter, testInfo.outputPath('photos'), 3, [1600, 1200])
  const hashes = new Map<string, string>()
  for (const file of files) hashes.set(path.basename(file), await sha256(file))

  browser = await startBrowser(profile)
  await signUp(atBase(browser.page, baseURL), 'Ada')
  // The browser keeps the session back for seconds; who is signed in is not what is killed here.
  await browser.close()
  browser = await startBrowser(profile)

  let acknowledgements = 0
  let lostAcknowledged = 0
  let longestLossMs = 0
  let keysTyped = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const { page }: KillableBrowser = browser
    const heard = await hearAcknowledgements(page)
    await openDraft(atBase(page, baseURL))

    // A third of the kills comes in the middle of typing, while photos are copied; a third a while after the last key, and a
    // third in the very moment in which the page calls everything saved.
    let chosenAt = Infinity
    const adding = page.waitForTimeout(300 + Math.random() * 600).then(async () => {
      await choose(page, files)
      chosenAt = performance.now()
    })
    // The kill may be quicker.
    adding.catch(() => undefined)
    const keys = await typeFor(page, 400 + Math.random() * 1_200)
    if (kill % 3 > 0) await adding
    if (kill % 3 === 1) await page.waitForTimeout(Math.random() * 3_000)
    if (kill % 3 === 2) await draftSaved(page)
    const killedAt = performance.now()
    await browser.kill()

    browser = await startBrowser(profile)
    const next = browser.page
    await openDraft(atBase(next, baseURL))
    const restored = await description(next).inputValue()
    keysTyped += keys.length
    const last = keys.at(-1)?.text ?? ''
    expect(last.startsWith(restored), 'what is back is what was typed').toBe(true)
    const lost = keys.find(({ text }) => text.length > restored.length)
    longestLossMs = Math.max(longestLossMs, lost ? killedAt - lost.at : 0)
    const due = keys.findLast(({ at }) => at <= killedAt - WINDOW_MS)?.text ?? ''
    expect(
      restored.startsWith(due),
      `typed ${WINDOW_MS} ms before the kill: ${restored.length} of ${due.length}`,
    ).toBe(true)

    const stored = await draftOnDevice(next)
    const bytesOf = new Map(stored?.photos.map(({ name, sha256: hash }) => [name, hash]))
    for (const [name, hash] of bytesOf) if (hash !== null) expect(hash, name).toBe(hashes.get(name))
    for (const { text, photos } of heard) {
      acknowledgements++
      const isBack =
        restored.startsWith(text) && photos.every((name) => bytesOf.get(name) === hashes.get(name))
      if (!isBack) lostAcknowledged++
    }
    if (killedAt - chosenAt >= WINDOW_MS) {
      const alert = (await next.getByRole('alert').allTextContents()).join()
      for (const name of hashes.keys())
        expect(bytesOf.get(name) ?? alert, 'a photo is whole, or asked for by its name').toMatch(
          new RegExp(`${hashes.get(name)}|${name}`),
        )
    }

    await forgetDraft(next)
  }
  console.log(
    `F01: ${KILLS} kills, ${keysTyped} keys, ${lostAcknowledged} of ${acknowledgements} acknowledged saves lost, ` +
      `text back up to ${Math.round(longestLossMs)} ms before the kill`,
  )
  expect(lostAcknowledged).toBe(0)
  expect(acknowledgements).toBeGreaterThan(0)
})

test('F09: a photo whose file was cut short on the disk is asked for by its name, the others are there', async ({
  baseURL,
  page: painter,
}, testInfo) => {
  const profile = testInfo.outputPath('profile')
  await painter.goto('/')
  const files = await noisyPhotos(painter, testInfo.outputPath('photos'), 3, [800, 600])
  browser = await startBrowser(profile)
  const { page } = browser
  await signUp(atBase(page, baseURL), 'Bea')
  await openDraft(page)
  await description(page).fill('Three photos')
  await choose(page, files)
  await expect(tiles(page)).toHaveCount(3)
  await draftSaved(page)
  await browser.close()

  const damaged = files[1] ?? ''
  await cutShort(profile, await readFile(damaged))

  browser = await startBrowser(profile)
  const next = browser.page
  await openDraft(atBase(next, baseURL))
  const alert = next.getByRole('alert').filter({ hasText: 'choose again' })
  await expect(alert).toContainText(`choose again: ${path.basename(damaged)}`)
  await expect(description(next)).toHaveValue('Three photos')
  await expect(tiles(next)).toHaveCount(3)
  await choose(next, [damaged])
  await draftSaved(next)
  await expect(tiles(next)).toHaveCount(3)
})

test('F05: a photo that the device has no room for is named with its megabytes; the text is still kept, with no room left at all', async ({
  baseURL,
  page: painter,
}, testInfo) => {
  await painter.goto('/')
  const [small = ''] = await noisyPhotos(painter, testInfo.outputPath('small'), 1, [800, 600])
  // By itself more than the device has room for: a photo that just about fits is kept or not by what else was written.
  const [large = ''] = await noisyPhotos(painter, testInfo.outputPath('large'), 1, [4000, 3000])
  browser = await startBrowser(testInfo.outputPath('profile'))
  const page = atBase(browser.page, baseURL)
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(baseURL ?? '')
  // Before anything is written: Chromium counts against what it has asked for some time ago.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5_000_000 })
  await signUp(page, 'Dora')
  await openDraft(page)
  await description(page).fill('Small')
  await choose(page, [small])
  await draftSaved(page)

  await choose(page, [large])
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('“shot-1.jpg” is not kept on this device: This device has no space left.')
  await expect(alert).toContainText(/It needs \d[\d.]* MB\./)
  await expect(page.getByRole('status').getByText('Not saved')).toBeVisible()
  await expect(tiles(page)).toHaveCount(2)
  await description(page).fill('Small and large')
  await expect.poll(async () => (await draftOnDevice(page))?.description).toBe('Small and large')

  // Others fill what is left to the last byte; the ballast goes overboard for the text.
  expect(await page.evaluate(fillTheDevice)).toMatch(/Quota/)
  await description(page).fill('Not a byte left')
  await expect.poll(async () => (await draftOnDevice(page))?.description).toBe('Not a byte left')

  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await page.evaluate(async () => {
    await new Promise((resolve) => (indexedDB.deleteDatabase('filler').onsuccess = resolve))
  })
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Save again' })
    if (await again.isVisible()) await again.click()
    await expect(page.getByRole('status').getByText('Draft saved')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  expect((await draftOnDevice(page))?.photos).toEqual([
    { name: 'shot-1.jpg', sha256: await sha256(small) },
    { name: 'shot-1.jpg', sha256: await sha256(large) },
  ])
})

/** Runs in the page. @returns the name of the error that ended it */
function fillTheDevice(): Promise<string> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('filler', 1)
    opening.onupgradeneeded = () => void opening.result.createObjectStore('much', { autoIncrement: true })
    opening.onsuccess = () => {
      const add = (bytes: number) => {
        const adding = opening.result.transaction('much', 'readwrite')
        adding.objectStore('much').add(crypto.getRandomValues(new Uint8Array(bytes)))
        adding.oncomplete = () => add(bytes)
        adding.onabort = () => {
          if (bytes > 100) return add(Math.floor(bytes / 4))
          opening.result.close()
          resolve(adding.error?.name ?? '')
        }
      }
      add(60_000)
    }
  })
}

test('F03: the back/forward cache of a browser gives the form back as it was, and it can be edited', async ({
  baseURL,
}, testInfo) => {
  browser = await startBrowser(testInfo.outputPath('profile'))
  const page = atBase(browser.page, baseURL)
  await signUp(page, 'Cleo')
  await openDraft(page)
  await description(page).fill('Before')
  // Playwright loses sight of a page that comes out of that cache: this one is watched and typed into past it.
  const session = await page.context().newCDPSession(page)
  // Asked in the moment between two pages nobody answers; it is asked again.
  const see = async (expression: string): Promise<unknown> => {
    const answer = session.send('Runtime.evaluate', { expression, returnByValue: true })
    return (await answer.catch(() => null))?.result.value
  }
  const field = 'document.querySelector("textarea")'
  await see(`addEventListener('pageshow', ({ persisted }) => { globalThis.wasCached = persisted })`)
  for (const word of [' one', ' two', ' three']) {
    await see(`${field}.focus(), ${field}.setSelectionRange(9999, 9999)`)
    await session.send('Input.insertText', { text: word })
    const { currentIndex, entries } = await session.send('Page.getNavigationHistory')
    await session.send('Page.navigate', { url: 'about:blank' })
    await expect.poll(() => see('location.href')).toBe('about:blank')
    await session.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex]?.id ?? 0 })
    await expect
      .poll(() => see(`${field}?.disabled === false && ${field}.value`))
      .toMatch(new RegExp(`${word}$`))
  }
  expect(await see(`${field}.value`)).toBe('Before one two three')
  await expect
    .poll(() =>
      see(`[...document.querySelectorAll('output')].some((line) => line.textContent === 'Draft saved')`),
    )
    .toBe(true)
  console.log(
    `F03: the last time it came ${(await see('globalThis.wasCached')) === true ? 'out of the cache' : 'anew'}`,
  )
})

/** Addresses without a host, as the other tests use them, lead to the server under test. */
function atBase(page: Page, baseURL: string | undefined): Page {
  const goto = page.goto.bind(page)
  page.goto = (url, options) => goto(new URL(url, baseURL).href, options)
  return page
}

/** Take the second half of the stored copy of `bytes` away, wherever below `folder` the browser has it. */
async function cutShort(folder: string, bytes: Buffer): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter((file) => file.includes('IndexedDB'))) {
    const file = path.join(folder, name)
    const content = await readFile(file).catch(() => null)
    if (content === null || !content.subarray(0, bytes.length).equals(bytes)) continue
    return truncate(file, Math.floor(bytes.length / 2))
  }
  throw new Error('The photo is in no file of its own')
}
