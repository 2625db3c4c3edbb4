import { QueryClient } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { billingQueries } from './billing'
import { mediaQueries } from './media'
import { invitationQueries, memberQueries } from './members'
import { notificationQueries } from './notifications'
import { photoQueries } from './photos'
import { profileQueries } from './profile'
import { projectQueries } from './projects'
import { videoQueries } from './videos'

const ADA = '11111111-1111-4111-8111-111111111111'
const LAKE = '22222222-2222-4222-8222-222222222222'

/** Everything that is asked of the database, by what it is. */
const ask: Record<string, (client: QueryClient) => Promise<unknown>> = {
  projects: (client) => client.fetchQuery(projectQueries.list(ADA, { page: 0, search: 'a' })),
  project: (client) => client.fetchQuery(projectQueries.detail(ADA, LAKE)),
  photos: (client) => client.fetchQuery(photoQueries.ofProject(ADA, LAKE)),
  media: (client) => client.fetchQuery(mediaQueries.library(ADA)),
  queue: (client) => client.fetchQuery(videoQueries.queue(ADA)),
  history: (client) => client.fetchQuery(videoQueries.ofProject(ADA, LAKE)),
  video: (client) => client.fetchQuery(videoQueries.detail(ADA, LAKE)),
  profile: (client) => client.fetchQuery(profileQueries.me(ADA)),
  plan: (client) => client.fetchQuery(profileQueries.plan(ADA, 'free')),
  usage: (client) => client.fetchQuery(profileQueries.filmsThisMonth(ADA)),
  subscription: (client) => client.fetchQuery(billingQueries.subscription(ADA)),
  invoices: (client) => client.fetchQuery(billingQueries.invoices(ADA)),
  members: (client) => client.fetchQuery(memberQueries.ofProject(ADA, LAKE)),
  invitations: (client) => client.fetchQuery(invitationQueries.ofProject(ADA, LAKE)),
  received: (client) => client.fetchQuery(invitationQueries.mine(ADA)),
  unread: (client) => client.fetchQuery(notificationQueries.unread(ADA)),
}

let given: AbortSignal[] = []
const server = setupServer(
  http.all('*/rest/v1/*', async ({ request }) => {
    given.push(request.signal)
    await new Promise((resolve) => request.signal.addEventListener('abort', resolve))
    return HttpResponse.error()
  }),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())
beforeEach(() => {
  given = []
})

describe.each(Object.keys(ask))('what is asked of the database: %s', (name) => {
  test('is kept under the person’s id, and the request ends when nobody waits any more', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    const asking = ask[name]?.(client).catch(() => 'given up')
    await vi.waitFor(() => expect(given).toHaveLength(1))
    const [query] = client.getQueryCache().getAll()
    expect(query?.queryKey[0]).toBe(ADA)
    await client.cancelQueries({ queryKey: [ADA] })
    expect(await asking).toBe('given up')
    await vi.waitFor(() => expect(given[0]?.aborted).toBe(true))
  })
})

test('asking for the lists again does not ask for every project again', async () => {
  const client = new QueryClient()
  const list = projectQueries.list(ADA, { page: 0 }).queryKey
  const detail = projectQueries.detail(ADA, LAKE).queryKey
  client.setQueryData(list, { projects: [], total: 0 })
  client.setQueryData<unknown>(detail, {})
  await client.invalidateQueries({ queryKey: projectQueries.lists(ADA) })
  expect(client.getQueryState(list)?.isInvalidated).toBe(true)
  expect(client.getQueryState(detail)?.isInvalidated).toBe(false)
  await client.invalidateQueries({ queryKey: projectQueries.all(ADA) })
  expect(client.getQueryState(detail)?.isInvalidated).toBe(true)
})

test('while the next page is loaded the one before stays on the screen', () => {
  const { placeholderData } = projectQueries.list(ADA, { page: 1 })
  const before = { projects: [], total: 25 }
  expect(typeof placeholderData === 'function' && placeholderData(before, undefined)).toBe(before)
})
