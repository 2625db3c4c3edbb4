import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dropAnswers, forgetPersisted, KEPT_AT_MOST_MS, keepAnswers, openKeptAnswers } from './localCache'
import { closeCacheDatabase, keysOf, withCacheDatabase } from './localCacheDatabase'

const ADA = 'ada'
const EVE = 'eve'
const answer = (what: string, data: unknown = { title: what }, updatedAt = 1_000, userId = ADA) => ({
  key: [userId, 'projects', what],
  hash: `hash of ${what}`,
  data,
  updatedAt,
})
const kept = async (userId = ADA, now = 2_000) => {
  await closeCacheDatabase() // as another page load
  return openKeptAnswers(userId, now)
}
const quarantined = (userId = ADA) => withCacheDatabase((db) => db.getAll('quarantine', keysOf(userId)))
/** What a crash, a bug or a person with developer tools may leave. */
const spoil = (hash: string, change: (record: Record<string, unknown>) => unknown) =>
  withCacheDatabase(async (db) => {
    const record = { ...Object(await db.get('answers', [ADA, hash])) } as Record<string, unknown>
    await db.put('answers', change(record), [ADA, hash])
  })

beforeEach(async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  await openKeptAnswers(ADA)
  await openKeptAnswers(EVE)
})
afterEach(async () => {
  await forgetPersisted(ADA)
  await forgetPersisted(EVE)
  vi.restoreAllMocks()
})

describe('answers kept on the device', () => {
  test('come back after a reload, newest first, as old as they were', async () => {
    await keepAnswers(ADA, [answer('old'), answer('new', [1, null, 'x'], 1_500)])
    expect(await kept()).toEqual([answer('new', [1, null, 'x'], 1_500), answer('old')])
  })
  test('are read by nobody else', async () => {
    await keepAnswers(ADA, [answer('hers')])
    await keepAnswers(EVE, [answer('his', 1, 1, EVE)])
    expect(await kept(EVE)).toEqual([answer('his', 1, 1, EVE)])
  })
  test('never replace one that another tab has kept later', async () => {
    await keepAnswers(ADA, [answer('it', 'newer', 1_800)])
    await keepAnswers(ADA, [answer('it', 'older', 1_700)])
    expect(await kept()).toEqual([answer('it', 'newer', 1_800)])
  })
  test('are gone when their thing is', async () => {
    await keepAnswers(ADA, [answer('a'), answer('b')])
    await dropAnswers(ADA, ['hash of a'])
    expect(await kept()).toEqual([answer('b')])
  })
  test('are thrown away after 30 days, and when they are from the future', async () => {
    await keepAnswers(ADA, [answer('a'), answer('b', 1, 5_000_000)])
    expect(await kept(ADA, 1_000 + KEPT_AT_MOST_MS + 1)).toEqual([answer('b', 1, 5_000_000)])
    expect(await kept(ADA, 4_999_999)).toEqual([])
    expect(await quarantined()).toEqual([])
  })
  test('of another version are thrown away, and give way to this one’s', async () => {
    await keepAnswers(ADA, [answer('a'), answer('b')])
    await spoil('hash of a', (record) => ({ ...record, version: 'another' }))
    await spoil('hash of b', (record) => ({ ...record, version: 'another', updatedAt: 9_000 }))
    await keepAnswers(ADA, [answer('b')])
    expect(await kept()).toEqual([answer('b')])
    expect(await quarantined()).toEqual([])
  })
})

describe('never kept are', () => {
  test.each([
    ['addresses of private files', { key: [ADA, 'urls', 'x'], data: 'https://api/x' }],
    [
      'a signed address inside a row',
      { data: { url: 'https://api/storage/v1/object/sign/media/a?token=b' } },
    ],
    ['files', { data: { photo: new Blob(['x']) } }],
    ['errors', { data: new Error('no') }],
    ['dates, which come back as text', { data: { at: new Date(0) } }],
    ['numbers that JSON has no word for', { data: [Number.NaN] }],
    ['nothing', { data: undefined }],
  ])('%s', async (_what, change) => {
    await keepAnswers(ADA, [{ ...answer('it'), ...change }, answer('plain')])
    expect(await kept()).toEqual([answer('plain')])
  })
})

describe('a damaged answer', () => {
  test.each<[string, (record: Record<string, unknown>) => unknown]>([
    ['that was cut', (record) => ({ ...record, json: String(record.json).slice(0, -3) })],
    ['that was edited', (record) => ({ ...record, json: '{"title":"forged"}' })],
    ['made younger', (record) => ({ ...record, updatedAt: 1_999 })],
    ['under the key of somebody else', (record) => ({ ...record, key: [EVE, 'projects', 'a'] })],
    ['that is no record', () => 'x'],
    ['that is nothing', () => null],
  ])('%s is quarantined and ignored; the others come back', async (_what, change) => {
    await keepAnswers(ADA, [answer('a'), answer('b')])
    await spoil('hash of a', change)
    expect(await kept()).toEqual([answer('b')])
    expect(await quarantined()).toHaveLength(1)
    expect(await kept()).toEqual([answer('b')])
  })
})

describe('forgetting a person', () => {
  test('removes everything of theirs, also what is quarantined, and nothing of others', async () => {
    await keepAnswers(ADA, [answer('a'), answer('b')])
    await spoil('hash of a', () => 'x')
    await kept()
    await keepAnswers(EVE, [answer('his', 1, 1, EVE)])
    await forgetPersisted(ADA)
    expect(await kept(EVE)).toHaveLength(1)
    expect(await quarantined()).toEqual([])
    expect(await withCacheDatabase((db) => db.getAll('answers', keysOf(ADA)))).toEqual([])
  })
  test('is not undone by what was about to be written', async () => {
    const writing = keepAnswers(ADA, [answer('a')])
    const forgetting = forgetPersisted(ADA)
    await Promise.all([writing, forgetting, keepAnswers(ADA, [answer('late')])])
    expect(await withCacheDatabase((db) => db.getAll('answers', keysOf(ADA)))).toEqual([])
  })
})

test('a device without room or without a database keeps nothing, and says so without failing', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await keepAnswers(ADA, [answer('a')])).toBe(false)
  put.mockRestore()
  await closeCacheDatabase()
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('private mode', 'SecurityError')
  })
  expect(await openKeptAnswers(ADA)).toEqual([])
  expect(await keepAnswers(ADA, [answer('a')])).toBe(false)
  await forgetPersisted(ADA)
})
