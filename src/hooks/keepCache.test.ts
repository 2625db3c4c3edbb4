import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DataError } from '@/lib/errors'
import { forgetPersisted } from '@/lib/localCache'
import { keepCache, type KeptCache } from './keepCache'

const ADA = 'ada'
const LIST = [ADA, 'projects', 'list']
let opened: KeptCache[] = []

/** Another page load: a new cache, and what the device remembers in it. */
async function openPage(): Promise<{ client: QueryClient } & KeptCache> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const kept = keepCache(client, ADA)
  opened.push(kept)
  await kept.restored
  return { client, ...kept }
}
beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
})
afterEach(async () => {
  for (const { stop } of opened) stop()
  opened = []
  await forgetPersisted(ADA)
  vi.restoreAllMocks()
})

describe('what was read', () => {
  test('is there after a reload, as old as it was, and asked for again', async () => {
    const first = await openPage()
    const updatedAt = Date.now() - 5 * 60_000
    first.client.setQueryData(LIST, ['lake'], { updatedAt })
    await first.flush()
    const { client } = await openPage()
    expect(client.getQueryData(LIST)).toEqual(['lake'])
    expect(client.getQueryState(LIST)).toMatchObject({ dataUpdatedAt: updatedAt, isInvalidated: true })
  })
  test('never replaces an answer that came faster than the device', async () => {
    const first = await openPage()
    first.client.setQueryData(LIST, ['old'], { updatedAt: Date.now() - 1_000 })
    await first.flush()
    const client = new QueryClient()
    const kept = keepCache(client, ADA)
    opened.push(kept)
    client.setQueryData(LIST, ['fresh'])
    await kept.restored
    expect(client.getQueryData(LIST)).toEqual(['fresh'])
  })
  test('is written when the page goes, without waiting', async () => {
    const first = await openPage()
    first.client.setQueryData(LIST, ['lake'])
    window.dispatchEvent(new Event('pagehide'))
    await vi.waitFor(async () => expect((await openPage()).client.getQueryData(LIST)).toEqual(['lake']))
  })
  test('of somebody else in the same cache is not kept', async () => {
    const first = await openPage()
    first.client.setQueryData(['eve', 'projects'], ['hers'])
    first.client.setQueryData(LIST, ['mine'])
    await first.flush()
    const { client } = await openPage()
    expect(
      client
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ).toEqual([LIST])
  })
})

describe('what is gone', () => {
  const keepTwo = async () => {
    const page = await openPage()
    page.client.setQueryData(LIST, ['lake'])
    page.client.setQueryData([ADA, 'other'], 1)
    await page.flush()
    return page
  }
  const comesBack = async () => (await openPage()).client.getQueryData(LIST)

  test('from the cache does not come back', async () => {
    const { client, flush } = await keepTwo()
    client.removeQueries({ queryKey: LIST })
    await flush()
    expect(await comesBack()).toBeUndefined()
  })
  test('from the cache does not come back, however long ago it was read', async () => {
    const first = await openPage()
    first.client.setQueryData(LIST, ['lake'], { updatedAt: Date.now() - 3 * 24 * 60 * 60_000 })
    await first.flush()
    const { client, flush } = await openPage()
    client.removeQueries({ queryKey: LIST })
    await flush()
    expect(await comesBack()).toBeUndefined()
  })
  test('by a reset does not come back', async () => {
    const { client, flush } = await keepTwo()
    await client.resetQueries({ queryKey: LIST })
    await flush()
    expect(await comesBack()).toBeUndefined()
  })
  test.each([403, 404])('for the person (%i) does not come back', async (status) => {
    const { client, flush } = await keepTwo()
    const queryFn = () => Promise.reject(new DataError('load', 'not_found', status))
    await client.fetchQuery({ queryKey: LIST, queryFn }).catch(() => undefined)
    await flush()
    expect(await comesBack()).toBeUndefined()
  })
  test('for a moment, because the network is, stays', async () => {
    const { client, flush } = await keepTwo()
    const queryFn = () => Promise.reject(new DataError('load', 'network', 0))
    await client.fetchQuery({ queryKey: LIST, queryFn }).catch(() => undefined)
    await flush()
    expect(await comesBack()).toEqual(['lake'])
  })
})

test('a bar that moves a thousand times is written once', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  const page = await openPage()
  for (let n = 0; n < 1000; n++) page.client.setQueryData([ADA, 'videos'], n)
  await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(1))
  await page.flush()
  expect(put).toHaveBeenCalledTimes(1)
})

test('a full device costs nothing but the memory of it', async () => {
  const page = await openPage()
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  page.client.setQueryData(LIST, ['lake'])
  await page.flush()
  expect(page.client.getQueryData(LIST)).toEqual(['lake'])
})
