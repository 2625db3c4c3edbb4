import '@/app/theme.css'
import { deleteDB, openDB } from 'idb'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { emptyDraft } from '@/domain/draft'
import { acknowledgeGoneDraft } from '@/lib/draftMarker'
import {
  closeLocalDatabase,
  LOCAL_DATABASE,
  LOCAL_DATABASE_VERSION,
  withLocalDatabase,
} from '@/lib/localDatabase'
import { makeQueryClient } from '@/lib/queryClient'
import { discardSavedDraft, loadDraft, saveDraft } from '@/lib/localDrafts'
import { NewProjectPage } from '@/pages/NewProjectPage'
import { useAuthStore } from '@/stores/auth.store'
import { useVideoStore } from '@/stores/video.store'
import { cornerCanvas, encodePicture } from '../fixtures/pictures'

const ADA = '11111111-1111-4111-8111-111111111111'
const EVE = '22222222-2222-4222-8222-222222222222'

beforeEach(async () => {
  await page.viewport(1280, 900)
  useVideoStore.getState().draftClosed()
  for (const userId of [ADA, EVE]) {
    await discardSavedDraft(userId)
    acknowledgeGoneDraft(userId)
  }
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})
afterEach(() => vi.restoreAllMocks())

const openPage = () => {
  const routes = [{ path: '/projects/new', element: <NewProjectPage /> }]
  const router = createMemoryRouter(routes, { initialEntries: ['/projects/new'] })
  return render(
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
const title = page.getByRole('textbox', { name: 'Title' })
const alert = page.getByRole('alert')
async function saved() {
  const status = page.getByRole('status').filter({ hasText: 'Draft saved' })
  await expect.element(status, { timeout: 20_000 }).toBeVisible()
}
const photo = async (name: string) =>
  new File([await encodePicture(cornerCanvas(400, 300), 'image/jpeg')], name, { type: 'image/jpeg' })
const savedTitle = async (userId = ADA) => {
  const found = await loadDraft(userId)
  return found.state === 'found' ? found.draft.title : found.state
}
const draft = (words: string) => ({ ...emptyDraft(), title: words })

describe('a database that was thrown away', () => {
  test('F08: before the page was opened is told, and is no empty form that passes for the draft', async () => {
    await saveDraft(ADA, draft('Lake'), [])
    await closeLocalDatabase()
    await deleteDB(LOCAL_DATABASE)
    const first = await openPage()
    await expect.element(alert).toHaveTextContent('the browser has cleared it away to make room')
    await expect.element(title).toHaveValue('')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await first.unmount()
    await vi.waitFor(() => expect(useVideoStore.getState().ownerId).toBeNull())
    await openPage()
    await expect.element(title).toBeEnabled()
    expect(alert.elements()).toEqual([])
  })

  test('F08: under an open page is noticed at once: the text is written anew, the photos are asked for by name', async () => {
    await openPage()
    await title.fill('Lake')
    await userEvent.upload(page.getByLabelText('Add photos', { exact: true }), [await photo('a.jpg')])
    await saved()
    await deleteDB(LOCAL_DATABASE)
    await expect.element(alert).toHaveTextContent('choose again: a.jpg')
    await expect.poll(() => savedTitle()).toBe('Lake')
    await userEvent.upload(page.getByLabelText('Add photos', { exact: true }), [await photo('a.jpg')])
    await saved()
    expect(alert.elements()).toEqual([])
  })
})

test('F09: a damaged draft is set aside and can be downloaded; it stops neither a new one nor those of others', async () => {
  await saveDraft(EVE, draft('Eve’s'), [])
  const damaged = { ...draft('Lake'), style: 'baroque' }
  await withLocalDatabase((database) => database.put('drafts', { version: 3, draft: damaged }, ADA))
  await openPage()
  await expect.element(alert).toHaveTextContent('was damaged and could not be opened. It has been set aside.')
  const given: Blob[] = []
  const createObjectURL = URL.createObjectURL.bind(URL)
  vi.spyOn(URL, 'createObjectURL').mockImplementation((object) => {
    if (object instanceof Blob) given.push(object)
    return createObjectURL(object)
  })
  await page.getByRole('button', { name: 'Download what was found' }).click()
  await expect.poll(() => given.length).toBe(1)
  expect(JSON.parse((await given[0]?.text()) ?? '')).toMatchObject({
    userId: ADA,
    record: { draft: damaged },
  })
  await title.fill('A new one')
  await saved()
  expect([await savedTitle(ADA), await savedTitle(EVE)]).toEqual(['A new one', 'Eve’s'])
})

describe('a database of another version', () => {
  const NEWER = LOCAL_DATABASE_VERSION + 1

  test('F11: a newer one is neither written nor reset, and the tab says that it is to be reloaded', async () => {
    await saveDraft(ADA, draft('Of the newer build'), [])
    await closeLocalDatabase()
    const newer = await openDB(LOCAL_DATABASE, NEWER)
    try {
      await openPage()
      await expect
        .element(alert)
        .toHaveTextContent('A newer version of this page is open elsewhere. Reload this tab.')
      await title.fill('Of the older build')
      await expect.element(page.getByText('Not saved', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'Save again' }).click()
      expect(await newer.get('drafts', ADA)).toMatchObject({ draft: { title: 'Of the newer build' } })
    } finally {
      newer.close()
      await deleteDB(LOCAL_DATABASE)
    }
  })

  test('F12: a tab lets go of the database for a newer build, with what was just typed, and says what to do', async () => {
    await openPage()
    await title.fill('Typed')
    await saved()
    await title.fill('Typed a moment ago')
    const newer = await openDB(LOCAL_DATABASE, NEWER)
    try {
      expect(await newer.get('drafts', ADA)).toMatchObject({ draft: { title: 'Typed a moment ago' } })
      await title.fill('Typed too late')
      await expect
        .element(alert)
        .toHaveTextContent('A newer version of this page is open elsewhere. Reload this tab.')
      expect(await newer.get('drafts', ADA)).toMatchObject({ draft: { title: 'Typed a moment ago' } })
    } finally {
      newer.close()
      await deleteDB(LOCAL_DATABASE)
    }
  })
})

describe('a database that cannot be had for a while', () => {
  /** Opens one version ahead, which the old tab holds up. */
  async function heldUp() {
    await saveDraft(ADA, draft('Left here'), [])
    await closeLocalDatabase()
    const old = await openDB(LOCAL_DATABASE, LOCAL_DATABASE_VERSION)
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => open(name, LOCAL_DATABASE_VERSION + 1))
    return old
  }
  afterEach(async () => {
    vi.restoreAllMocks()
    await closeLocalDatabase()
    await deleteDB(LOCAL_DATABASE)
  })

  test('F12: held up by another tab, the page says to close it, and opens the draft by itself once it is closed', async () => {
    const old = await heldUp()
    await openPage()
    await expect.element(alert, { timeout: 10_000 }).toHaveTextContent('Close the other tabs of this page.')
    old.close()
    await expect.element(title, { timeout: 10_000 }).toHaveValue('Left here')
    expect(alert.elements()).toEqual([])
    await saved()
  })

  test('F07: what was begun meanwhile is not written over the draft that was there: the person is asked which to keep', async () => {
    const old = await heldUp()
    await openPage()
    await expect.element(alert, { timeout: 10_000 }).toHaveTextContent('Close the other tabs of this page.')
    await title.fill('Begun meanwhile')
    old.close()
    const earlier = page.getByRole('button', { name: 'Open the earlier draft' })
    await expect.element(earlier, { timeout: 10_000 }).toBeVisible()
    await expect.element(title).toHaveValue('Begun meanwhile')
    expect(await savedTitle()).toBe('Left here')
    await earlier.click()
    await expect.element(title).toHaveValue('Left here')
    await title.fill('Left here, and gone on with')
    await saved()
    expect(await savedTitle()).toBe('Left here, and gone on with')
  })

  test('F07: of the two drafts the one on screen can be kept as well', async () => {
    const old = await heldUp()
    await openPage()
    await expect.element(alert, { timeout: 10_000 }).toHaveTextContent('Close the other tabs of this page.')
    await title.fill('Begun meanwhile')
    old.close()
    await page.getByRole('button', { name: 'Keep this one' }).click({ timeout: 10_000 })
    await saved()
    expect(await savedTitle()).toBe('Begun meanwhile')
  })
})
