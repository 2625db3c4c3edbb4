// @vitest-environment node
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import {
  closeLocalDatabase,
  LOCAL_DATABASE,
  LOCAL_DATABASE_VERSION,
  onBeforeDatabaseClose,
} from './localDatabase'
import { loadDraft, saveDraft } from './localDrafts'

const draft = { ...emptyDraft(), title: 'Lake' }

beforeEach(async () => {
  const marks = new Map<string, string>()
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

describe('the local database', () => {
  test('without IndexedDB every call says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private', 'InvalidStateError')
    })
    await expect(saveDraft('ada', draft, [])).rejects.toMatchObject({ code: 'storage_unavailable' })
    await expect(loadDraft('ada')).rejects.toMatchObject({ code: 'storage_unavailable' })
  })

  test('of a newer build is neither written nor reset', async () => {
    const newer = await openDB(LOCAL_DATABASE, LOCAL_DATABASE_VERSION + 1, {
      upgrade: (database) => void database.createObjectStore('future'),
    })
    await expect(saveDraft('ada', draft, [])).rejects.toMatchObject({ code: 'newer_version' })
    await expect(loadDraft('ada')).rejects.toMatchObject({ code: 'newer_version' })
    expect([...newer.objectStoreNames]).toEqual(['future'])
    newer.close()
  })

  test('is let go for a newer build, after what is unsaved was written', async () => {
    await saveDraft('ada', draft, [])
    const stopFlushing = onBeforeDatabaseClose(() => saveDraft('ada', { ...draft, title: 'Flushed' }, []))
    const newer = await openDB(LOCAL_DATABASE, LOCAL_DATABASE_VERSION + 1)
    stopFlushing()
    expect(await newer.get('drafts', 'ada')).toMatchObject({ draft: { title: 'Flushed' } })
    await expect(saveDraft('ada', draft, [])).rejects.toMatchObject({ code: 'newer_version' })
    newer.close()
  })

  test('held back by an old tab says to close it after three seconds, and works once it is closed', async () => {
    await saveDraft('ada', draft, [])
    await closeLocalDatabase()
    // A tab of an older build that does not let go, seen by a build one version ahead.
    const old = await openDB(LOCAL_DATABASE, LOCAL_DATABASE_VERSION)
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => open(name, LOCAL_DATABASE_VERSION + 1))
    await expect(loadDraft('ada')).rejects.toMatchObject({ code: 'storage_blocked' })
    old.close()
    await vi.waitFor(async () => expect(await loadDraft('ada')).toMatchObject({ state: 'found' }))
  }, 10_000)
})
