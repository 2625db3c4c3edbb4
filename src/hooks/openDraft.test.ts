// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { discardSavedDraft, saveDraft } from '@/lib/localDrafts'
import { useVideoStore } from '@/stores/video.store'
import { openEarlierDraft } from './openDraft'

const state = () => useVideoStore.getState()

/** A draft on the device that could not be read at first, and another one that was begun meanwhile. */
beforeEach(async () => {
  await saveDraft('ada', { ...emptyDraft(), title: 'Lake' }, [])
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
  state().editDraft({ title: 'Alps' })
  state().draftUnopened('earlier_draft')
})

test('the earlier draft takes the place of the one on screen', async () => {
  await openEarlierDraft()
  expect(state()).toMatchObject({ draft: { title: 'Lake' }, saveError: null, isUnopened: false })
})

test('while the device cannot be read, the draft on screen stays, and the earlier one can still be chosen', async () => {
  const broken = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('The disk does not answer', 'AbortError')
  })
  await openEarlierDraft()
  expect(state()).toMatchObject({
    draft: { title: 'Alps' },
    saveError: 'storage_unavailable',
    isUnopened: true,
  })
  broken.mockRestore()
  await openEarlierDraft()
  expect(state().draft.title).toBe('Lake')
})

test('when there is none any more, the draft on screen stays and can be written', async () => {
  await discardSavedDraft('ada')
  await openEarlierDraft()
  expect(state()).toMatchObject({ draft: { title: 'Alps' }, saveError: null, isUnopened: false })
})
