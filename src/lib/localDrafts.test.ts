// @vitest-environment node
// Node's Blob can be cloned into fake-indexeddb as a browser's can into IndexedDB; jsdom's cannot.
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDraft, type Draft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { draftTrack } from '@/domain/draftTrack.fixture'
import { DEFAULT_MUSIC } from '@/domain/music'
import { takeBallast } from './ballast'
import { acknowledgeGoneDraft } from './draftMarker'
import { readQuarantined } from './draftQuarantine'
import { closeLocalDatabase, LOCAL_DATABASE, LOCAL_DATABASE_VERSION } from './localDatabase'
import {
  deleteDraftFiles,
  deleteStrayFiles,
  discardSavedDraft,
  loadDraft,
  readDraftFile,
  saveDraft,
  saveDraftFile,
} from './localDrafts'
import { STORED_DRAFT_VERSION } from './storedDraft'

const bytes = (text: string) => new Blob([text], { type: 'image/jpeg' })
const draftWith = (...photos: Draft['photos']): Draft => ({ ...emptyDraft(), title: 'Lake', photos })
const raw = () => openDB(LOCAL_DATABASE, LOCAL_DATABASE_VERSION)

let marks: Map<string, string>
beforeEach(async () => {
  marks = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => marks.get(key) ?? null,
    setItem: (key: string, value: string) => marks.set(key, value),
    removeItem: (key: string) => marks.delete(key),
  })
  await closeLocalDatabase()
  await deleteDB(LOCAL_DATABASE)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const quota = () => new DOMException('full', 'QuotaExceededError')
/** Let every `put` into one store fail as a full disk does; returns how to make room again. */
function fillDisk(storeName: string, times = Number.POSITIVE_INFINITY, error = quota()) {
  // oxlint-disable-next-line typescript/unbound-method -- applied to its own `this` below
  const put = IDBObjectStore.prototype.put
  let left = times
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof put>
  ) {
    if (this.name === storeName && left-- > 0) throw error
    return put.apply(this, args)
  })
}

describe('a saved draft', () => {
  test('comes back with text, order, names of unread files, thumbnails and bytes', async () => {
    const [a, b] = [draftPhoto('a.jpg', null, 5), draftPhoto('b.jpg', null, 3)]
    const draft = draftWith(b, a)
    const incoming = [{ id: crypto.randomUUID(), filename: 'late.jpg', bytes: 9 }]
    await saveDraft('ada', draft, incoming)
    await saveDraftFile('ada', a.id, bytes('aaaaa'), bytes('ta'))
    await saveDraftFile('ada', b.id, bytes('bbb'), bytes('tb'))
    await closeLocalDatabase()

    const found = await loadDraft('ada')
    if (found.state !== 'found') throw new Error(found.state)
    expect(found.draft).toEqual(draft)
    expect(found.incoming).toEqual(incoming)
    expect(await Promise.all(found.files.map(async ({ thumbnail }) => thumbnail?.text()))).toEqual([
      'tb',
      'ta',
    ])
    const file = await readDraftFile('ada', a.id)
    expect([await file.text(), file.type]).toEqual(['aaaaa', 'image/jpeg'])
  })

  test('of one person is not there for another', async () => {
    const a = draftPhoto('a.jpg', null, 5)
    await saveDraft('ada', draftWith(a), [])
    await saveDraftFile('ada', a.id, bytes('aaaaa'), bytes('t'))
    expect(await loadDraft('eve')).toEqual({ state: 'none' })
    await expect(readDraftFile('eve', a.id)).rejects.toMatchObject({ code: 'file_gone' })
    await discardSavedDraft('eve')
    expect(await loadDraft('ada')).toMatchObject({ state: 'found' })
  })

  test('that was discarded is gone, files and all', async () => {
    const a = draftPhoto('a.jpg', null, 5)
    await saveDraft('ada', draftWith(a), [])
    await saveDraftFile('ada', a.id, bytes('aaaaa'), bytes('t'))
    await discardSavedDraft('ada')
    expect(await loadDraft('ada')).toEqual({ state: 'none' })
    const database = await raw()
    expect(await database.count('draftFiles')).toBe(0)
    database.close()
  })

  test('is read without losing what another tab keeps for an undo; the tab that edits clears that away', async () => {
    const [a, stray] = [draftPhoto('a.jpg', null, 5), draftPhoto('stray.jpg')]
    await saveDraft('ada', draftWith(a), [])
    await saveDraftFile('ada', a.id, bytes('aaaaa'), bytes('t'))
    await saveDraftFile('ada', stray.id, bytes('sss'), bytes('t'))
    const found = await loadDraft('ada')
    if (found.state !== 'found') throw new Error(found.state)
    expect(await (await readDraftFile('ada', stray.id)).text()).toBe('sss')
    await deleteStrayFiles('ada', found.draft)
    await expect(readDraftFile('ada', stray.id)).rejects.toMatchObject({ code: 'file_gone' })
    await deleteDraftFiles('ada', [a.id])
    await expect(readDraftFile('ada', a.id)).rejects.toMatchObject({ code: 'file_gone' })
  })
})

describe('another version', () => {
  const put = async (record: unknown) => {
    await saveDraft('ada', emptyDraft(), [])
    const database = await raw()
    await database.put('drafts', record, 'ada')
    return database
  }

  test('an older one is opened, with its photos, and saved as the present one', async () => {
    const photo = draftPhoto('a.jpg', null, 5)
    const { aspectRatio: _shape, resolution: _size, keepLocation: _places, ...older } = draftWith(photo)
    const database = await put({
      draft: { ...older, title: 'From last year' },
      savedAt: '2024-12-01T10:00:00Z',
    })
    await saveDraftFile('ada', photo.id, bytes('aaaaa'), bytes('t'))
    const found = await loadDraft('ada')
    expect(found).toMatchObject({
      state: 'found',
      draft: {
        ...older,
        title: 'From last year',
        aspectRatio: '16:9',
        resolution: '1080p',
        keepLocation: null,
      },
      incoming: [],
      files: [{ id: photo.id, thumbnail: expect.any(Blob) }],
    })
    if (found.state !== 'found') throw new Error(found.state)
    await saveDraft('ada', found.draft, [])
    expect(await database.get('drafts', 'ada')).toMatchObject({ version: STORED_DRAFT_VERSION })
    database.close()
    expect(await loadDraft('ada')).toMatchObject({ state: 'found', draft: found.draft })
  })

  test('one from before there was a number, but with everything in it, keeps every wish', async () => {
    const draft: Draft = { ...draftWith(), aspectRatio: '9:16', resolution: '720p', keepLocation: true }
    const incoming = [{ id: crypto.randomUUID(), filename: 'late.jpg', bytes: 9 }]
    ;(await put({ draft, incoming, savedAt: '2025-10-01T10:00:00Z' })).close()
    expect(await loadDraft('ada')).toMatchObject({ state: 'found', draft, incoming })
  })

  test('one of the second version gets music and settings; its photos are still to be looked at, its order is kept', async () => {
    const photo = draftPhoto('a.jpg', null, 5)
    const { id, placementId, caption, facts } = photo
    const { title, description, style, durationSeconds, aspectRatio, resolution, keepLocation, ...rest } =
      draftWith()
    const { id: draftId, requestKey } = rest
    const wishes = { title, description, style, durationSeconds, aspectRatio, resolution, keepLocation }
    const older = { id: draftId, requestKey, ...wishes, photos: [{ id, placementId, caption, facts }] }
    const record = { version: 2, draft: older, incoming: [], savedAt: '2025-11-20T10:00:00Z' }
    ;(await put(record)).close()
    const found = await loadDraft('ada')
    if (found.state !== 'found') throw new Error(found.state)
    expect(found.draft).toEqual({
      ...older,
      music: DEFAULT_MUSIC,
      track: null,
      format: 'everywhere',
      fps: 30,
      order: 'hand',
      photos: [{ ...photo, choice: 'auto', analysis: null }],
    })
  })

  test('a newer one is neither read, nor set aside, nor written over, until it is gone', async () => {
    const newer = { version: STORED_DRAFT_VERSION + 1, draft: 'in some new way' }
    const database = await put(newer)
    await expect(loadDraft('ada')).rejects.toMatchObject({ code: 'newer_version' })
    await expect(saveDraft('ada', draftWith(), [])).rejects.toMatchObject({ code: 'newer_version' })
    await expect(discardSavedDraft('ada')).rejects.toMatchObject({ code: 'newer_version' })
    expect(await database.get('drafts', 'ada')).toEqual(newer)
    expect(await database.count('quarantine')).toBe(0)
    await saveDraft('eve', draftWith(), [])
    await database.delete('drafts', 'ada')
    database.close()
    await loadDraft('ada')
    await saveDraft('ada', draftWith(), [])
    expect(await loadDraft('ada')).toMatchObject({ state: 'found' })
  })

  test('an older one that is damaged is set aside as it was found', async () => {
    const damaged = { draft: { title: 7 }, savedAt: 'yesterday' }
    ;(await put(damaged)).close()
    const found = await loadDraft('ada')
    if (found.state !== 'quarantined') throw new Error(found.state)
    expect(JSON.parse(await (await readQuarantined(found.key)).text())).toMatchObject({ record: damaged })
  })
})

describe('a track', () => {
  test('is kept and found like a photo, is no stray, and goes when the draft has another', async () => {
    const track = draftTrack('song.mp3', 5)
    const draft: Draft = { ...draftWith(), track, music: { kind: 'track', trackId: track.id } }
    await saveDraft('ada', draft, [])
    await saveDraftFile('ada', track.id, bytes('sound'), bytes(''))
    await deleteStrayFiles('ada', draft)
    const found = await loadDraft('ada')
    expect(found).toMatchObject({ draft, files: [{ id: track.id, thumbnail: expect.any(Blob) }] })
    expect(await (await readDraftFile('ada', track.id)).text()).toBe('sound')
    await deleteStrayFiles('ada', { ...draft, track: draftTrack('other.mp3') })
    await expect(readDraftFile('ada', track.id)).rejects.toMatchObject({ code: 'file_gone' })
  })
})

describe('damage', () => {
  test.each([
    [
      'an unknown style',
      { draft: { ...emptyDraft(), style: 'baroque' }, incoming: [], savedAt: '2025-01-01T00:00:00Z' },
    ],
    ['no draft at all', 'nonsense'],
    ['nothing', null],
  ])('a record with %s is set aside, readable, and the next draft starts clean', async (_what, record) => {
    await saveDraft('ada', emptyDraft(), [])
    await saveDraft('eve', draftWith(), [])
    const database = await raw()
    await database.put('drafts', record, 'ada')
    database.close()
    const found = await loadDraft('ada')
    if (found.state !== 'quarantined') throw new Error(found.state)
    expect(JSON.parse(await (await readQuarantined(found.key)).text())).toMatchObject({
      userId: 'ada',
      record,
    })
    expect(await loadDraft('ada')).toEqual({ state: 'none' })
    expect(await loadDraft('eve')).toMatchObject({ state: 'found' })
  })

  test('a photo that is missing or cut short is named, the others are there', async () => {
    const photos = ['whole.jpg', 'cut.jpg', 'none.jpg', 'odd.jpg'].map((name) => draftPhoto(name, null, 5))
    const [whole, cut, , odd] = photos.map(({ id }) => id)
    await saveDraft('ada', draftWith(...photos), [])
    await saveDraftFile('ada', whole ?? '', bytes('12345'), bytes('t'))
    await saveDraftFile('ada', cut ?? '', bytes('123'), bytes('t'))
    const database = await raw()
    await database.put('draftFiles', { file: 'not a blob' }, ['ada', odd ?? ''])
    database.close()
    const found = await loadDraft('ada')
    if (found.state !== 'found') throw new Error(found.state)
    expect(found.files.map(({ thumbnail }) => thumbnail !== null)).toEqual([true, false, false, false])
    await expect(readDraftFile('ada', odd ?? '')).rejects.toMatchObject({ code: 'file_gone' })
  })

  test('a draft that the browser threw away is told from one that never was, until that was read', async () => {
    const draft = draftWith()
    await saveDraft('ada', draft, [])
    await closeLocalDatabase()
    await deleteDB(LOCAL_DATABASE)
    expect(await loadDraft('ada')).toEqual({ state: 'gone', draftId: draft.id })
    expect(await loadDraft('eve')).toEqual({ state: 'none' })
    acknowledgeGoneDraft('ada')
    expect(await loadDraft('ada')).toEqual({ state: 'none' })
  })

  test('F09: a record whose bytes the disk has lost is told, and the next draft takes its place', async () => {
    await saveDraft('ada', draftWith(), [])
    // What Chromium throws when the file behind a large value is gone.
    const damaged = new DOMException('Failed to read large IndexedDB value', 'DataError')
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw damaged
    })
    expect(await loadDraft('ada')).toEqual({ state: 'unreadable' })
    get.mockRestore()
    await saveDraft('ada', { ...draftWith(), title: 'Sea' }, [])
    expect(await loadDraft('ada')).toMatchObject({ state: 'found', draft: { title: 'Sea' } })
  })

  test('F09: a record that no JSON can hold is set aside and can be had as a file all the same', async () => {
    const record = { count: 7n, again: {}, found: new Map([['lake', new Blob(['abc'])]]) }
    record.again = record
    await saveDraft('ada', emptyDraft(), [])
    const database = await raw()
    await database.put('drafts', record, 'ada')
    database.close()
    const found = await loadDraft('ada')
    if (found.state !== 'quarantined') throw new Error(found.state)
    expect(JSON.parse(await (await readQuarantined(found.key)).text())).toMatchObject({
      record: { count: '7n', again: '(itself)', found: [['lake', { size: 3 }]] },
    })
  })

  test('localStorage that throws costs nothing but that notice', async () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, removeItem: forbidden })
    await saveDraft('ada', draftWith(), [])
    expect(await loadDraft('ada')).toMatchObject({ state: 'found' })
    await discardSavedDraft('ada')
    expect(await loadDraft('ada')).toEqual({ state: 'none' })
  })
})

describe('a full disk', () => {
  test.each([quota(), new DOMException('Failed to write blobs (IOError)', 'DataError')])(
    'on a photo loses no text (%s)',
    async (error) => {
      const a = draftPhoto('a.jpg', null, 5)
      fillDisk('draftFiles', Number.POSITIVE_INFINITY, error)
      await saveDraft('ada', draftWith(a), [])
      await expect(saveDraftFile('ada', a.id, bytes('aaaaa'), bytes('t'))).rejects.toMatchObject({
        name: 'DraftError',
        code: 'storage_full',
      })
      expect(await loadDraft('ada')).toMatchObject({ state: 'found', draft: { title: 'Lake' } })
    },
  )

  test('on the text throws the ballast overboard and tries again', async () => {
    await takeBallast()
    const database = await raw()
    expect(await database.count('meta')).toBe(1)
    fillDisk('drafts', 1)
    await saveDraft('ada', draftWith(), [])
    expect(await database.count('meta')).toBe(0)
    database.close()
    expect(await loadDraft('ada')).toMatchObject({ state: 'found', draft: { title: 'Lake' } })
  })

  test('is said when there is no ballast left', async () => {
    fillDisk('drafts')
    await expect(saveDraft('ada', draftWith(), [])).rejects.toMatchObject({ code: 'storage_full' })
  })

  test('is not confused with a file that is gone', async () => {
    const vanished = bytes('aaaaa')
    vi.spyOn(vanished, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'))
    await expect(saveDraftFile('ada', crypto.randomUUID(), vanished, bytes('t'))).rejects.toMatchObject({
      code: 'file_gone',
    })
  })
})
