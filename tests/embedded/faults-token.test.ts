import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { FeedStatus } from '@/data/changes'
import type { Person as Me } from '@/data/session'
import { startWorld, type World } from './generation/world'
import { addToLibrary, createProject, must, signUp, type Person } from './people'

/** So short that it has run out whenever a page wakes. */
const TOKEN_SECONDS = 5

let world: World
let app: Awaited<ReturnType<typeof loadApp>>
async function loadApp() {
  return {
    ...(await import('@/lib/supabase')),
    ...(await import('@/lib/queryClient')),
    ...(await import('@/hooks/useRealtimeSync')),
    ...(await import('@/hooks/announcements')),
    ...(await import('@/hooks/enterRoom')),
    ...(await import('@/stores/room.store')),
    ...(await import('@/data/changes')),
    ...(await import('@/data/session')),
    ...(await import('@/data/signedUrls')),
    ...(await import('@/hooks/queries/projects')),
    ...(await import('@/hooks/queries/photos')),
    ...(await import('@/hooks/queries/notifications')),
  }
}
const heard: (Me | null)[] = []
beforeAll(async () => {
  world = await startWorld({ tokenSeconds: TOKEN_SECONDS })
  app = await loadApp()
  app.onSession((person) => heard.push(person))
})
afterAll(() => world.close())

let userId: string
let client: QueryClient
let stops: (() => void)[] = []
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  userId = await world.newPerson()
  client = app.makeQueryClient()
  heard.length = 0
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  client.clear()
  await new Promise((resolve) => setTimeout(resolve, 250)) // the channel lingers a moment
})

async function openPage() {
  const statuses: FeedStatus[] = []
  const list = new QueryObserver(client, app.projectQueries.list(userId))
  stops.push(
    app.syncCache(client, userId),
    app.listenToChanges(userId, { onChange: () => undefined, onStatus: (status) => statuses.push(status) }),
    list.subscribe(() => undefined),
  )
  const status = () => statuses.at(-1)
  await vi.waitFor(() => expect(status()).toBe('live'), 20_000)
  return { status, titles: () => list.getCurrentResult().data?.projects.map(({ title }) => title) }
}
const add = (title: string) =>
  world.server.sql('insert into public.video_projects (user_id, title) values ($1, $2)', [userId, title])
const wake = () => document.dispatchEvent(new Event('visibilitychange'))

/** The page sleeps until its token has run out: nothing renews it meanwhile. */
async function sleepAWhile(): Promise<void> {
  await app.supabase.auth.stopAutoRefresh()
  await new Promise((resolve) => setTimeout(resolve, (TOKEN_SECONDS + 1) * 1000))
}

test.each<[string, () => void]>([
  ['whose channel the server still keeps', () => undefined],
  ['whose channel the server has closed', () => void app.supabase.realtime.sendHeartbeat()],
  ['whose socket is gone', () => world.line.dropSockets()],
])('F43: a page %s when it wakes hears again, with a new token, within 5 s', async (_how, before) => {
  const page = await openPage()
  const old = app.supabase.realtime.accessTokenValue
  await sleepAWhile()
  before()
  await add('Made while it slept')
  wake()
  const since = performance.now()
  await vi.waitFor(() => expect(page.titles()).toContain('Made while it slept'), {
    timeout: 10_000,
    interval: 10,
  })
  const right = Math.round(performance.now() - since)
  // Heard, not asked for: nothing but the socket tells of it.
  let count = 0
  await vi.waitFor(
    async () => {
      await add(`News ${++count}`)
      await new Promise((resolve) => setTimeout(resolve, 350))
      expect(page.titles()?.some((title) => title.startsWith('News'))).toBe(true)
    },
    { timeout: 15_000, interval: 10 },
  )
  const hears = Math.round(performance.now() - since)
  console.info(`F43: right ${right} ms, hears ${hears} ms after waking`)
  expect(hears).toBeLessThan(5_000)
  expect(app.supabase.realtime.accessTokenValue).not.toBe(old)
  expect(heard).not.toContain(null)
})

test('F44: who is removed while they watch loses rows, files, channel and the project with its next event or token, and is told', async () => {
  const ben: Person = await signUp(world.server, 'Ben')
  const project = await createProject(ben, 'Summer')
  must(
    await ben.client
      .from('project_members')
      .insert({ project_id: project, user_id: userId, role: 'viewer' })
      .select(),
  )
  const item = await addToLibrary(ben)
  must(
    await ben.client
      .from('photos')
      .insert({ project_id: project, media_item_id: item, position: 'a0', caption: 'At the beach' })
      .select(),
  )
  const [file] = await world.server.sql<{ storage_path: string }>(
    'select storage_path from public.media_items',
  )
  const page = await openPage()
  const told: string[] = []
  const store = app.createRoomStore()
  const room = app.enterRoom(client, store, { userId, projectId: project, maySpeak: () => false })
  const detail = new QueryObserver(client, app.projectQueries.detail(userId, project))
  const photos = new QueryObserver(client, app.photoQueries.ofProject(userId, project))
  stops.push(
    room.leave,
    detail.subscribe(() => undefined),
    photos.subscribe(() => undefined),
    app.followNews(client, userId, (won) => told.push(...won.map(({ kind }) => kind))),
  )
  await vi.waitFor(() => expect(photos.getCurrentResult().data).toHaveLength(1), 10_000)
  await vi.waitFor(() => expect(store.getState().status).toBe('live'), 10_000)
  expect(await app.signedUrl('media', file?.storage_path ?? '')).toContain('token=')

  const since = performance.now()
  must(await ben.client.from('project_members').delete().eq('user_id', userId).select())
  await vi.waitFor(() => expect(page.titles()).toEqual([]), { timeout: 10_000, interval: 10 })
  console.info(`F44: gone from the list after ${Math.round(performance.now() - since)} ms`)
  await vi.waitFor(() => expect(detail.getCurrentResult().error).toMatchObject({ code: 'not_found' }), 15_000)
  await vi.waitFor(() => expect(told).toEqual(['membership_ended']), 10_000)
  await expect(app.signedUrl('media', file?.storage_path ?? '')).rejects.toMatchObject({ code: 'not_found' })
  await vi.waitFor(() => expect(photos.getCurrentResult().data ?? []).toEqual([]), 15_000)
  // The server asks again who may listen when a token is renewed. Two of the same second are the same token.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  await app.supabase.auth.refreshSession()
  await vi.waitFor(() => expect(store.getState()).toMatchObject({ status: 'down', present: [] }), 15_000)
})
