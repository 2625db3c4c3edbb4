import { Blob as NodeBlob } from 'node:buffer'
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { discardSavedDraft, loadDraft } from '@/lib/localDrafts'
import { saveStatus, useVideoStore } from '@/stores/video.store'
import { useAutoSave } from './useAutoSave'

const state = () => useVideoStore.getState()
const savedTitle = async () => {
  const found = await loadDraft('ada')
  return found.state === 'found' ? found.draft.title : found.state
}
/** Would the browser ask "Leave site?" now? */
const asksBeforeLeaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
const saved = () => vi.waitFor(() => expect(saveStatus(state())).toBe('saved'))

beforeEach(async () => {
  vi.stubGlobal('Blob', NodeBlob)
  await discardSavedDraft('ada')
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
  state().accessChanged('editing')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test.each([
  ['hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['left', () => window.dispatchEvent(new Event('pagehide'))],
])('a page that is %s writes at once what was just typed', async (_how, leave) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  renderHook(() => useAutoSave('ada'))
  state().editDraft({ title: 'Lake' })
  leave()
  await vi.waitFor(async () => expect(await savedTitle()).toBe('Lake'), { timeout: 250 })
})

test('leaving the screen writes as well, and nothing after it', async () => {
  const { unmount } = renderHook(() => useAutoSave('ada'))
  state().editDraft({ title: 'Lake' })
  unmount()
  await vi.waitFor(async () => expect(await savedTitle()).toBe('Lake'))
  state().editDraft({ title: 'nobody saves this' })
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(await savedTitle()).toBe('Lake')
})

test('nobody is held back who loses nothing', async () => {
  renderHook(() => useAutoSave('ada'))
  expect(asksBeforeLeaving()).toBe(false)
  state().editDraft({ title: 'Lake' })
  expect(asksBeforeLeaving()).toBe(false)
  await saved()
  expect(asksBeforeLeaving()).toBe(false)
})

test('while a file is only in memory, leaving asks first', async () => {
  renderHook(() => useAutoSave('ada'))
  const photo = draftPhoto('a.jpg')
  state().fileArrived(photo.id, new Blob(['abc']), new Blob(['t']))
  state().addPhotos([photo])
  expect(asksBeforeLeaving()).toBe(true)
  await saved()
  expect(asksBeforeLeaving()).toBe(false)
})

test('a tab that only reads the draft writes nothing', async () => {
  state().accessChanged('reading')
  renderHook(() => useAutoSave('ada'))
  state().editDraft({ title: 'Lake' })
  window.dispatchEvent(new Event('pagehide'))
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(await savedTitle()).toBe('none')
})
