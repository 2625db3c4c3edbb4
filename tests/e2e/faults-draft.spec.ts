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
  title,
} from './draftPage'
import { expect, signUp, test } from './fixtures'
import { apiOf, must } from './project'

const names = (files: readonly string[]) => files.map((file) => path.basename(file))
const shownNames = async (page: Page) =>
  (await tiles(page).evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''))).map(
    (label) => label.replace('Caption for ', ''),
  )
/** Keys as a person presses them, one after the other. */
const type = async (page: Page, text: string) => {
  await description(page).press('End')
  await page.keyboard.type(text)
}

test('F02: a tab that crashes while the eighth of twenty photos is copied has seven, and asks for the others by name', async ({
  page,
  context,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  await signUp(page, 'Ada')
  const files = await noisyPhotos(page, testInfo.outputPath('photos'), 20, [320, 240])
  // The disk stops at the eighth copy, so that the crash comes exactly there.
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- applied to its own `this` below
    const { arrayBuffer } = Blob.prototype
    let copies = 0
    Blob.prototype.arrayBuffer = function (this: Blob) {
      const isCopy = this instanceof File && this.name.startsWith('shot-')
      return isCopy && ++copies > 7 ? new Promise(() => undefined) : arrayBuffer.call(this)
    }
  })
  await openDraft(page)
  await description(page).fill('Twenty photos')
  await choose(page, files)
  const known = async () => {
    const draft = await draftOnDevice(page)
    return (draft?.photos.length ?? 0) + (draft?.incoming.length ?? 0)
  }
  await expect.poll(known, { timeout: 60_000 }).toBe(20)
  const copied = async () =>
    (await draftOnDevice(page))?.photos.filter(({ sha256: hash }) => hash !== null).length
  await expect.poll(copied, { timeout: 60_000 }).toBe(7)

  const next = await context.newPage()
  const session = await context.newCDPSession(page)
  await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')])
  await openDraft(next)
  await expect(description(next)).toHaveValue('Twenty photos')
  // Beside it there may be one that says so as long as the browser has not noticed the crash: another tab edits the draft.
  const alert = next.getByRole('alert').filter({ hasText: 'Not saved yet – choose again:' })
  await expect(alert).toBeVisible()
  const asked = await alert.textContent()
  const stored = await draftOnDevice(next)
  const whole = stored?.photos.filter((photo) => photo.sha256 !== null) ?? []
  expect(whole).toHaveLength(7)
  for (const { name, sha256: hash } of whole)
    expect(hash).toBe(await sha256(files[names(files).indexOf(name)] ?? ''))
  const wholeNames = new Set(whole.map(({ name }) => name))
  const lost = names(files).filter((name) => !wholeNames.has(name))
  expect(lost.filter((name) => asked?.includes(name))).toEqual(lost)

  await choose(next, files)
  await draftSaved(next)
  expect((await shownNames(next)).toSorted()).toEqual(names(files).toSorted())
})

test('F03: reload, back and forward in the middle of typing find the same form, no photo twice, and ask nobody to stay', async ({
  page,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    void dialog.accept()
  })
  await signUp(page, 'Bea')
  const files = await noisyPhotos(page, testInfo.outputPath('photos'), 3, [320, 240])
  await openDraft(page)
  await choose(page, files)
  await expect(tiles(page)).toHaveCount(3)
  await draftSaved(page)
  let text = ''
  const same = async () => {
    await expect(description(page)).toHaveValue(text)
    await expect.poll(() => shownNames(page)).toEqual(names(files))
  }
  const leaveBy = async (word: string, leave: () => Promise<unknown>) => {
    text += word
    await type(page, word)
    await leave()
    await same()
  }
  await leaveBy('reload ', () => page.reload())
  await leaveBy('and another ', () => page.reload())
  await leaveBy('inside the app ', async () => {
    await page.getByRole('link', { name: 'Projects', exact: true }).first().click()
    await expect(page.getByRole('heading', { name: 'Projects', exact: true })).toBeVisible()
    await page.goBack()
  })
  await leaveBy('away and back ', async () => {
    await page.goto('about:blank')
    await page.goBack()
  })
  await leaveBy('forward ', async () => {
    await page.goBack()
    await page.goForward()
  })
  await draftSaved(page)
  expect(asked, 'times that a person was asked whether to leave').toBe(0)
})

test('F16: what was cleared stays cleared, also over a reload in the same moment', async ({
  page,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  await signUp(page, 'Ben')
  const files = await noisyPhotos(page, testInfo.outputPath('photos'), 2, [320, 240])
  await openDraft(page)
  await title(page).fill('A title')
  await description(page).fill('A description')
  await choose(page, files)
  await expect(tiles(page)).toHaveCount(2)
  await draftSaved(page)
  await title(page).fill('')
  await description(page).fill('')
  for (const name of names(files)) await page.getByRole('button', { name: `Remove ${name}` }).click()
  for (let reload = 0; reload < 2; reload++) {
    await page.reload()
    await expect(title(page)).toHaveValue('')
    await expect(description(page)).toHaveValue('')
    await expect(tiles(page)).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
})

test('F04: closed in the moment of a keystroke, a tab has written what was typed', async ({
  page,
  context,
  problems,
}) => {
  expect(problems).toEqual([])
  await signUp(page, 'Cleo')
  let text = ''
  for (const [round, runBeforeUnload] of [true, false, true, false, true].entries()) {
    const tab = await context.newPage()
    await openDraft(tab)
    await expect(description(tab)).toHaveValue(text)
    await expect(description(tab)).toBeEnabled()
    await type(tab, `tab ${round}, `)
    text += `tab ${round}, `
    const closed = tab.waitForEvent('close')
    await tab.close({ runBeforeUnload })
    await closed
  }
  await openDraft(page)
  await expect(description(page)).toHaveValue(text)
})

test('F07: without IndexedDB the app runs, says that drafts are not kept, and the film is made from what is in memory', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  expect(problems).toEqual([])
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException(
        'A mutation operation was attempted on a database that did not allow it',
        'InvalidStateError',
      )
    }
  })
  const account = await signUp(page, 'Dora')
  const files = await noisyPhotos(page, testInfo.outputPath('photos'), 2, [320, 240])
  await openDraft(page)
  await expect(page.getByRole('alert')).toContainText('Your draft is not kept on this device at the moment.')
  await expect(page.getByRole('alert')).toContainText('keep this tab open')
  await title(page).fill('Straight from memory')
  await choose(page, files)
  await expect(tiles(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Create video' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/, { timeout: 60_000 })
  await page.goto('about:blank')
  const { client } = await apiOf(baseURL ?? '', account)
  const [project] = must(await client.from('video_projects').select('title, photos(id)'))
  expect(project).toMatchObject({ title: 'Straight from memory', photos: [{}, {}] })
})

test.describe('a draft that was on its way', () => {
  test.use({ expected: [/net::ERR_(FAILED|CONNECTION_REFUSED)/] })

  test('F08: of a draft that the browser has thrown away, what had been sent to the server is offered', async ({
    page,
    context,
    baseURL,
    problems,
  }, testInfo) => {
    expect(problems).toEqual([])
    const { client } = await apiOf(baseURL ?? '', await signUp(page, 'Dan'))
    const files = await noisyPhotos(page, testInfo.outputPath('photos'), 1, [320, 240])
    await openDraft(page)
    await title(page).fill('Half sent')
    await choose(page, files)
    await draftSaved(page)
    await context.route(/\/storage\/v1\//, (route) => route.abort())
    await page.getByRole('button', { name: 'Create video' }).click()
    await expect
      .poll(async () => (await client.from('video_projects').select('title')).data, { timeout: 30_000 })
      .toEqual([{ title: 'Half sent' }])
    await forgetDraft(page)
    await context.unroute(/\/storage\/v1\//)

    await openDraft(page)
    const notice = page.getByRole('alert')
    await expect(notice).toContainText('the browser has cleared it away to make room.')
    await expect(notice).toContainText('What had been sent of it is still there.')
    await notice.getByRole('link', { name: 'Open the project' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Half sent' })).toBeVisible()
    await page.goto('/projects/new')
    await expect(title(page)).toHaveValue('')
    await expect(notice).toHaveCount(0)
  })
})

const STORAGES = {
  'throws a SecurityError': () => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document', 'SecurityError')
      },
    })
  },
  'is full': () => {
    for (let bytes = 2 ** 20; bytes >= 1; bytes /= 2) {
      try {
        for (let n = 0; n < 9; n++) localStorage.setItem(`${bytes} ${n}`, 'x'.repeat(bytes))
      } catch {
        // Smaller ones still fit.
      }
    }
  },
  'holds no JSON': () => {
    for (const key of ['photomemory.ui', 'sb-127-auth-token'])
      if (!localStorage.getItem(`${key} was broken`)) {
        localStorage.setItem(`${key} was broken`, 'yes')
        localStorage.setItem(key, '{"state":')
      }
  },
} as const
for (const [how, damage] of Object.entries(STORAGES)) {
  test(`F10: a localStorage that ${how} leaves the app with its defaults, and the draft is kept`, async ({
    page,
    problems,
  }) => {
    expect(problems).toEqual([])
    await page.addInitScript(damage)
    await signUp(page, 'Eve')
    // No reload: without localStorage a session ends with its page.
    await page.getByRole('link', { name: 'New project' }).first().click()
    await expect(title(page)).toBeVisible()
    await description(page).fill('Kept all the same')
    await draftSaved(page)
    expect((await draftOnDevice(page))?.description).toBe('Kept all the same')
    if (how === 'holds no JSON')
      expect(await page.evaluate(() => localStorage.getItem('photomemory.ui.broken'))).toBe('{"state":')
  })
}

test('F13: a tab that was frozen and lost its draft to another writes nothing over what is newer when it wakes', async ({
  page: frozen,
  context,
  problems,
}) => {
  expect(problems).toEqual([])
  await signUp(frozen, 'Fay')
  await openDraft(frozen)
  await description(frozen).fill('Old')
  await draftSaved(frozen)
  const session = await context.newCDPSession(frozen)
  // Typed and not yet written when it freezes.
  await frozen.evaluate(() => {
    const field = document.querySelector('textarea')
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, 'Old and stale')
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })

  const next = await context.newPage()
  await openDraft(next)
  await next.getByRole('button', { name: 'Edit it here' }).click()
  await expect(description(next)).toBeEnabled({ timeout: 30_000 })
  await description(next).fill('Newer')
  await draftSaved(next)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(frozen.getByText('This draft is being edited in another tab.')).toBeVisible()
  await expect(description(frozen)).toBeDisabled()
  // Longer than a tab waits before it writes.
  await next.waitForTimeout(1_000)
  expect((await draftOnDevice(next))?.description).toBe('Newer')
  await next.reload()
  await expect(description(next)).toHaveValue('Newer')
})

test.describe('ten minutes without a connection', () => {
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] })

  test('F15: changes and a film that were asked for wait, say where they are kept, and are sent once and in order', async ({
    page,
    context,
    baseURL,
    problems,
  }, testInfo) => {
    expect(problems).toEqual([])
    await page.clock.install()
    const account = await signUp(page, 'Gil')
    const { client } = await apiOf(baseURL ?? '', account)
    const { id } = must(await client.from('video_projects').insert({ title: 'Lake' }).select('id').single())
    const before = must(await client.from('video_projects').select('rev').eq('id', id).single())
    const files = await noisyPhotos(page, testInfo.outputPath('photos'), 2, [320, 240])
    // Without leaving the app: what is needed later is here before the line is cut.
    await page.goto('/projects')
    await page.getByRole('link', { name: 'New project' }).first().click()
    await expect(title(page)).toBeVisible()
    await page.goBack()
    await page.getByRole('link', { name: 'Lake' }).click()
    await expect(title(page)).toHaveValue('Lake')

    await context.setOffline(true)
    for (const words of ['Lake at night', 'Lake in the morning']) {
      await title(page).fill(words)
      await title(page).blur()
    }
    await expect(page.getByText(/changes? will be saved when you are back\./)).toBeVisible({
      timeout: 30_000,
    })
    await page.clock.fastForward('10:00')
    await expect(page.getByText(/changes? will be saved when you are back\./)).toBeVisible()

    await page.getByRole('link', { name: 'Projects', exact: true }).first().click()
    await page.getByRole('link', { name: 'New project' }).first().click()
    await title(page).fill('Asked for in a tunnel')
    await choose(page, files)
    await expect(tiles(page)).toHaveCount(2)
    await draftSaved(page)
    await page.getByRole('button', { name: 'Create video' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'No connection.' })).toBeVisible()
    await page.clock.fastForward('10:00')

    await context.setOffline(false)
    await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/, { timeout: 60_000 })
    await expect
      .poll(
        async () => must(await client.from('video_projects').select('title, rev').eq('id', id).single()),
        {
          timeout: 30_000,
        },
      )
      .toMatchObject({ title: 'Lake in the morning' })
    const after = must(await client.from('video_projects').select('rev').eq('id', id).single())
    expect(after.rev - before.rev, 'saves').toBeLessThanOrEqual(2)
    await page.goto('about:blank')
    const made = must(
      await client.from('video_projects').select('title, generated_videos(id), photos(id)').neq('id', id),
    )
    expect(made).toMatchObject([{ title: 'Asked for in a tunnel', generated_videos: [{}], photos: [{}, {}] }])
    expect(made[0]?.generated_videos).toHaveLength(1)
  })
})
