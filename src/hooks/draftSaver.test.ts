// @vitest-environment node
import { deleteDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { takeBallast } from '@/lib/ballast'
import { LOCAL_DATABASE } from '@/lib/localDatabase'
import { discardSavedDraft, loadDraft, readDraftFile } from '@/lib/localDrafts'
import { HISTORY_LIMIT } from '@/stores/history.slice'
import { saveStatus, useVideoStore } from '@/stores/video.store'
import { flushDraft, SAVE_DELAY_MS, startDraftSaver, type DraftSaver } from './draftSaver'

const state = () => useVideoStore.getState()
const status = () => saveStatus(state())
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const savedTitle = async () => {
  const found = await loadDraft('ada')
  return found.state === 'found' ? found.draft.title : found.state
}
const saved = () => vi.waitFor(() => expect(status()).toBe('saved'), { interval: 5 })

function addPhoto(name: string, text = 'abc') {
  const photo = draftPhoto(name, null, text.length)
  state().fileArrived(photo.id, new Blob([text]), new Blob(['t']))
  state().addPhotos([photo])
  return photo
}

let saver: DraftSaver
beforeEach(async () => {
  await discardSavedDraft('ada')
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
  saver = startDraftSaver('ada')
})
afterEach(async () => {
  await saver.stop()
  vi.restoreAllMocks()
})

type Put = (storeName: string, key: unknown) => void
/** Look at every write, and let it fail by throwing. */
function onPut(look: Put) {
  // oxlint-disable-next-line typescript/unbound-method -- applied to its own `this` below
  const put = IDBObjectStore.prototype.put
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof put>
  ) {
    look(this.name, args[1])
    return put.apply(this, args)
  })
}
const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

describe('text', () => {
  test('is on the device within half a second, also of somebody who never pauses', async () => {
    for (let letters = 1; letters <= 12; letters++) {
      state().editDraft({ title: 'x'.repeat(letters) })
      await wait(100)
    }
    expect(SAVE_DELAY_MS).toBeLessThan(500)
    expect((await savedTitle()).length).toBeGreaterThanOrEqual(12 - 5)
    await saved()
    expect(await savedTitle()).toBe('x'.repeat(12))
  })

  test('is written at once when flushed', async () => {
    state().editDraft({ title: 'Lake' })
    await flushDraft()
    expect(status()).toBe('saved')
    expect(await savedTitle()).toBe('Lake')
  })

  test('that was cleared stays cleared', async () => {
    state().editDraft({ title: 'Lake', description: 'x' })
    await flushDraft()
    state().editDraft({ title: '', description: '' })
    await flushDraft()
    expect(await savedTitle()).toBe('')
  })

  test('of an untouched form is not written', async () => {
    await wait(SAVE_DELAY_MS + 50)
    expect(await savedTitle()).toBe('none')
    expect(status()).toBe('untouched')
  })

  test('of somebody else is not written', async () => {
    state().draftOpened({ ownerId: 'eve', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
    state().editDraft({ title: 'Eve' })
    await flushDraft()
    expect(await savedTitle()).toBe('none')
  })

  test('is not written any more after stop', async () => {
    await saver.stop()
    state().editDraft({ title: 'late' })
    await wait(SAVE_DELAY_MS + 50)
    expect(await savedTitle()).toBe('none')
  })
})

describe('files', () => {
  /** A file that is read from the disk for as long as the test wants. */
  function slowPhoto(name: string) {
    let arrive: (bytes: ArrayBuffer) => void = () => undefined
    const photo = draftPhoto(name)
    const file = new Blob(['abc'])
    vi.spyOn(file, 'arrayBuffer').mockReturnValue(new Promise((resolve) => (arrive = resolve)))
    state().fileArrived(photo.id, file, new Blob(['t']))
    state().addPhotos([photo])
    return () => arrive(new TextEncoder().encode('abc').buffer)
  }

  test('F04: that take long to write do not hold up the text, neither while typing nor when the page goes', async () => {
    const arrive = slowPhoto('large.jpg')
    await vi.waitFor(async () => expect(await loadDraft('ada')).toMatchObject({ draft: { photos: [{}] } }))
    state().editDraft({ title: 'Typed meanwhile' })
    await vi.waitFor(async () => expect(await savedTitle()).toBe('Typed meanwhile'), { timeout: 500 })
    state().editDraft({ title: 'Typed at last' })
    saver.flushAtOnce()
    await vi.waitFor(async () => expect(await savedTitle()).toBe('Typed at last'), { timeout: 200 })
    expect(status()).toBe('saving')
    arrive()
    await saved()
  })

  test('F08: that the browser has thrown away under the page are asked for again, and the text is written anew', async () => {
    state().editDraft({ title: 'Lake' })
    const photo = addPhoto('a.jpg')
    await saved()
    await deleteDB(LOCAL_DATABASE)
    await vi.waitFor(() => expect(state().files[photo.id]).toEqual({ kind: 'missing' }))
    await vi.waitFor(async () => expect(await savedTitle()).toBe('Lake'))
    expect(status()).toBe('incomplete')
    await takeBallast()
  })

  test('are written before the draft counts as saved, text first', async () => {
    const order: string[] = []
    onPut((storeName) => order.push(storeName))
    const photo = addPhoto('a.jpg', 'pixels')
    expect(status()).toBe('saving')
    await saved()
    expect(order).toEqual(['drafts', 'draftFiles'])
    expect(await (await readDraftFile('ada', photo.id)).text()).toBe('pixels')
    expect(state().files[photo.id]).toEqual({ kind: 'saved', thumbnail: expect.any(Blob) })
  })

  test('being read are kept by name, for the case that the page dies', async () => {
    state().readingStarted([{ id: crypto.randomUUID(), filename: 'late.jpg', bytes: 4 }])
    await vi.waitFor(async () =>
      expect(await loadDraft('ada')).toMatchObject({ state: 'found', incoming: [{ filename: 'late.jpg' }] }),
    )
    expect(status()).toBe('saving')
    state().readingEnded(state().incoming.map(({ id }) => id))
    await saved()
    expect(await loadDraft('ada')).toMatchObject({ incoming: [] })
  })

  test('that do not fit stay in memory and are named; the text is saved, and a retry keeps them', async () => {
    const disk = onPut((storeName) => storeName === 'draftFiles' && full())
    state().editDraft({ title: 'Lake' })
    const photo = addPhoto('big.jpg')
    await vi.waitFor(() =>
      expect(state().files[photo.id]).toMatchObject({ kind: 'failed', code: 'storage_full' }),
    )
    expect(status()).toBe('failed')
    expect(await savedTitle()).toBe('Lake')
    expect(state().files[photo.id]).toMatchObject({ file: expect.any(Blob) })
    disk.mockRestore()
    state().retryFiles()
    await saved()
    expect(await (await readDraftFile('ada', photo.id)).text()).toBe('abc')
  })

  test('that did not fit are tried again when another photo has made room', async () => {
    const kept = addPhoto('kept.jpg')
    await saved()
    const disk = onPut((storeName) => storeName === 'draftFiles' && full())
    addPhoto('big.jpg')
    await vi.waitFor(() => expect(status()).toBe('failed'))
    disk.mockRestore()
    state().removePhoto(kept.id)
    state().forgetPhoto(kept.id)
    await saved()
    expect(state().draft.photos.map(({ facts }) => facts.filename)).toEqual(['big.jpg'])
  })

  test('one that cannot be read any more does not stop the others', async () => {
    const gone = draftPhoto('gone.jpg')
    const file = new Blob(['abc'])
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'))
    state().fileArrived(gone.id, file, new Blob(['t']))
    state().addPhotos([gone])
    const other = addPhoto('other.jpg')
    await vi.waitFor(() => expect(state().files[other.id]?.kind).toBe('saved'))
    expect(state().files[gone.id]).toMatchObject({ kind: 'failed', code: 'file_gone' })
  })

  test('of removed photos stay while an undo can bring them back, and are deleted after that', async () => {
    const photo = addPhoto('a.jpg')
    await saved()
    state().removePhoto(photo.id)
    state().forgetPhoto(photo.id)
    await saved()
    expect(await (await readDraftFile('ada', photo.id)).text()).toBe('abc')
    state().undo()
    await saved()
    expect(state().files[photo.id]?.kind).toBe('saved')
    state().removePhoto(photo.id)
    state().forgetPhoto(photo.id)
    for (let step = 0; step < HISTORY_LIMIT; step++)
      state().editDraft({ durationSeconds: 30 + (step % 2), style: step % 2 ? 'modern' : 'vintage' })
    await vi.waitFor(() =>
      expect(readDraftFile('ada', photo.id)).rejects.toMatchObject({ code: 'file_gone' }),
    )
    expect(state().files).toEqual({})
  })

  test('of photos that only an undo knows give way on a full device, those removed just now do not', async () => {
    const [old, recent] = [addPhoto('old.jpg'), addPhoto('recent.jpg')]
    await saved()
    state().removePhoto(old.id)
    state().forgetPhoto(old.id)
    state().removePhoto(recent.id)
    await saved()
    const disk = onPut((storeName) => storeName === 'draftFiles' && full())
    const wanted = addPhoto('wanted.jpg')
    await vi.waitFor(() => expect(readDraftFile('ada', old.id)).rejects.toMatchObject({ code: 'file_gone' }))
    disk.mockRestore()
    state().retryFiles()
    await saved()
    expect(state().files[wanted.id]?.kind).toBe('saved')
    expect(await (await readDraftFile('ada', recent.id)).text()).toBe('abc')
    // Going all the way back shows the recent one, and never one whose file is gone.
    while (state().history.past.length > 0) state().undo()
    const shown = new Set<string>()
    while (state().history.future.length > 0) {
      for (const { id } of state().draft.photos) shown.add(id)
      state().redo()
    }
    expect([shown.has(recent.id), shown.has(old.id)]).toEqual([true, false])
  })

  test('stay with the text on the device that names them, while a newer text cannot be kept', async () => {
    const photo = addPhoto('a.jpg')
    await saved()
    onPut((storeName) => storeName === 'drafts' && full())
    state().discardDraft()
    state().forgetDiscarded()
    for (let step = 0; step <= HISTORY_LIMIT; step++)
      state().editDraft({ durationSeconds: 30 + (step % 2), style: step % 2 ? 'modern' : 'vintage' })
    await flushDraft()
    expect(status()).toBe('failed')
    expect(await (await readDraftFile('ada', photo.id)).text()).toBe('abc')
  })

  test('of a discarded draft come back with it', async () => {
    const photo = addPhoto('a.jpg')
    await saved()
    state().discardDraft()
    await saved()
    expect(await loadDraft('ada')).toMatchObject({ draft: { photos: [] } })
    state().restoreDraft()
    await saved()
    expect(state().files[photo.id]?.kind).toBe('saved')
    state().discardDraft()
    state().forgetDiscarded()
    await saved()
    state().undo()
    await saved()
    expect(await loadDraft('ada')).toMatchObject({ draft: { photos: [{ id: photo.id }] } })
    expect(await (await readDraftFile('ada', photo.id)).text()).toBe('abc')
  })
})

test('text that cannot be kept is a failure until it can', async () => {
  const disk = onPut((storeName) => storeName === 'drafts' && full())
  state().editDraft({ title: 'Lake' })
  await flushDraft()
  expect([status(), state().saveError]).toEqual(['failed', 'storage_full'])
  disk.mockRestore()
  await flushDraft()
  expect([status(), state().saveError]).toEqual(['saved', null])
  expect(await savedTitle()).toBe('Lake')
})
