import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Claim } from '@/data/videos'
import type { Video } from '@/domain/video'
import { draftWith, prepareInNode, startWorld, type World } from './world'

let world: World
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
let videos: typeof import('@/data/videos')
let sync: typeof import('@/hooks/useRealtimeSync')
let queries: typeof import('@/hooks/queries/videos') & typeof import('@/hooks/queries/projects')
let changes: typeof import('@/data/changes')
let supabase: typeof import('@/lib/supabase').supabase

beforeAll(async () => {
  world = await startWorld()
  ;({ submitDraft } = await import('@/generation/submitDraft'))
  ;({ supabase } = await import('@/lib/supabase'))
  videos = await import('@/data/videos')
  changes = await import('@/data/changes')
  sync = await import('@/hooks/useRealtimeSync')
  queries = { ...(await import('@/hooks/queries/videos')), ...(await import('@/hooks/queries/projects')) }
})
afterAll(() => world.close())

let userId: string
let client: QueryClient
let video: Video
let stops: (() => void)[] = []
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  userId = await world.newPerson()
  client = new QueryClient()
  video = (await queueFilm()).video
})
afterEach(async () => {
  for (const stop of stops) stop()
  stops = []
  client.clear()
  await new Promise((resolve) => setTimeout(resolve, 250)) // the channel lingers a moment
})

const queueFilm = () => {
  const { draft, readFile } = draftWith(1)
  const options = {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    prepare: prepareInNode,
  }
  return submitDraft(draft, readFile, options)
}
/** A page that shows the queue and the projects. */
const openPage = () => {
  const queue = new QueryObserver(client, queries.videoQueries.queue(userId))
  const list = new QueryObserver(client, queries.projectQueries.list(userId))
  stops.push(
    sync.syncCache(client, userId),
    queue.subscribe(() => {}),
    list.subscribe(() => {}),
  )
  return { shown: () => queue.getCurrentResult().data ?? [], projects: () => list.getCurrentResult().data }
}
const live = async () => {
  const statuses: string[] = []
  stops.push(
    changes.listenToChanges(userId, { onChange: () => {}, onStatus: (status) => statuses.push(status) }),
  )
  await vi.waitFor(() => expect(statuses.at(-1)).toBe('live'), 20_000)
  await new Promise((resolve) => setTimeout(resolve, 500)) // the refetch that follows
}
const beat = async ({ video: { id }, token }: Claim, pct: number) => {
  const { error } = await supabase.rpc('heartbeat_generation', { job: id, token, pct, stage: 'rendering' })
  expect(error).toBeNull()
}
const claim = async () => {
  const claimed = await videos.claimGeneration('elsewhere')
  if (!claimed) throw new Error('There was no film to claim')
  return claimed
}
const requests = (pattern: RegExp) => world.line.seen.filter((request) => pattern.test(request)).length

describe('what is on screen while something changes elsewhere', () => {
  test('progress moves without a single request', async () => {
    const { shown } = openPage()
    await live()
    const claimed = await claim()
    await vi.waitFor(() => expect(shown()[0]?.status).toBe('processing'), 15_000)
    await new Promise((resolve) => setTimeout(resolve, 500))
    const before = requests(/GET .*generated_videos/)
    await beat(claimed, 40)
    await vi.waitFor(() => expect(shown()[0]?.progressPercentage).toBe(40), 15_000)
    expect(requests(/GET .*generated_videos/)).toBe(before)
  })

  test('a project made or renamed elsewhere appears, and a deleted one goes', async () => {
    const { projects } = openPage()
    await live()
    expect(projects()).toMatchObject({ total: 1, projects: [{ title: 'A test film' }] })
    expect(projects()?.projects[0]?.coverPath).toMatch(/\.jpg$/)
    await world.server.sql("update public.video_projects set title = 'Renamed'")
    await vi.waitFor(() => expect(projects()?.projects[0]?.title).toBe('Renamed'), 15_000)
    await world.server.sql('delete from public.video_projects')
    await vi.waitFor(() => expect(projects()?.total).toBe(0), 15_000)
  })

  test('many changes at once are asked about once', async () => {
    openPage()
    await live()
    const before = requests(/GET .*video_projects/)
    for (let n = 0; n < 20; n++)
      await world.server.sql(`update public.video_projects set title = 'Title ${n}'`)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(requests(/GET .*video_projects/) - before).toBeLessThan(8)
  })

  test('what was missed while the line was down is caught up on', async () => {
    const { shown } = openPage()
    await live()
    world.line.goOffline()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await world.server.sql(
      "update public.generated_videos set status = 'cancelled', finished_at = now() where id = $1",
      [video.id],
    )
    world.line.heal()
    await vi.waitFor(() => expect(shown()[0]?.status).toBe('cancelled'), 15_000)
  })

  test('a film being made is asked about every few seconds while the socket cannot be had', async () => {
    world.line.blockSockets()
    const { shown } = openPage()
    const statuses: string[] = []
    stops.push(
      changes.listenToChanges(userId, { onChange: () => {}, onStatus: (status) => statuses.push(status) }),
    )
    await vi.waitFor(() => expect(statuses).toContain('down'), 15_000)
    const claimed = await claim()
    await beat(claimed, 60)
    await vi.waitFor(() => expect(shown()[0]?.progressPercentage).toBe(60), 20_000)
  })

  test('leaving and coming back at once, as StrictMode does, keeps one channel', async () => {
    const first = sync.syncCache(client, userId)
    first()
    openPage()
    await live()
    expect(supabase.getChannels()).toHaveLength(1)
  })

  test('another person in the same page gets a channel of their own', async () => {
    openPage()
    await live()
    for (const stop of stops.splice(0)) stop()
    userId = await world.newPerson()
    const { shown } = openPage()
    await live()
    expect(supabase.getChannels().map(({ topic }) => topic)).toEqual([`realtime:changes:${userId}`])
    expect(shown()).toEqual([])
  })
})
