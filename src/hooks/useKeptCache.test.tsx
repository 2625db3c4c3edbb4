import { onlineManager, QueryClientProvider, useQuery, type QueryClient } from '@tanstack/react-query'
import { configure, render, renderHook, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { keysOf, withCacheDatabase } from '@/lib/localCacheDatabase'
import { forgetPersisted, keepAnswers, openKeptAnswers } from '@/lib/localCache'
import { changePagePerson } from '@/lib/pagePerson'
import { makeQueryClient } from '@/lib/queryClient'
import { useKeptCache } from './useKeptCache'
// Loaded before, as after the first page: the hook does not wait for them for ever.
import './keepCache'
import './keepMutations'

configure({ asyncUtilTimeout: 10_000 })
const ADA = 'ada'
const LIST = [ADA, 'projects', 'list']
const inside = (client: QueryClient) =>
  function Inside({ children }: { children: ReactNode }) {
    return <QueryClientProvider client={client}>{children}</QueryClientProvider>
  }
const keptOnDevice = () => withCacheDatabase((database) => database.count('answers', keysOf(ADA)))

afterEach(async () => {
  changePagePerson(null)
  await forgetPersisted(ADA)
  vi.restoreAllMocks()
})

async function rememberOnDevice(): Promise<void> {
  await openKeptAnswers(ADA)
  const client = makeQueryClient()
  client.setQueryData(LIST, ['lake'])
  const query = client.getQueryCache().find({ queryKey: LIST })
  await keepAnswers(ADA, [
    { key: LIST, hash: query?.queryHash ?? '', data: ['lake'], updatedAt: Date.now() - 60_000 },
  ])
}

test('what the device remembers is in the cache when the page may ask', async () => {
  await rememberOnDevice()
  const client = makeQueryClient()
  const { result } = renderHook(() => useKeptCache(ADA), { wrapper: inside(client) })
  expect(result.current).toBe(true)
  await waitFor(() => expect(result.current).toBe(false))
  expect(client.getQueryData(LIST)).toEqual(['lake'])
})

test('when the person leaves, nothing of theirs stays on the device, also not what came last', async () => {
  await rememberOnDevice()
  changePagePerson(ADA)
  const client = makeQueryClient()
  const { result } = renderHook(() => useKeptCache(ADA), { wrapper: inside(client) })
  await waitFor(() => expect(result.current).toBe(false))
  client.setQueryData([ADA, 'videos'], ['film'])
  changePagePerson('eve')
  window.dispatchEvent(new Event('pagehide'))
  await waitFor(async () => expect(await keptOnDevice()).toBe(0))
})

test('a device that does not answer is not waited for', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => {
    throw new DOMException('broken', 'UnknownError')
  })
  const { result } = renderHook(() => useKeptCache(ADA), { wrapper: inside(makeQueryClient()) })
  await waitFor(() => expect(result.current).toBe(false))
})

test('while the API is away, a screen with nothing to show says so instead of waiting', async () => {
  onlineManager.setOnline(false)
  function Screen() {
    const { error, isPending } = useQuery({
      queryKey: [ADA, 'media'],
      queryFn: () => Promise.reject(new Error('no connection')),
    })
    return <p>{isPending ? 'waiting' : error?.message}</p>
  }
  render(<Screen />, { wrapper: inside(makeQueryClient()) })
  expect(await screen.findByText('no connection')).toBeVisible()
  onlineManager.setOnline(true)
})
