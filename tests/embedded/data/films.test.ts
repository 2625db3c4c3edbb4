import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Video } from '@/domain/video'
import { draftWith, prepareInNode, startWorld, type World } from '../generation/world'

let world: World
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
let queries: typeof import('@/hooks/queries/videos').videoQueries
let mutations: typeof import('@/hooks/queries/videoMutations')
let defaults: typeof import('@/hooks/queries/mutationDefaults')
let data: typeof import('@/data/videos')
beforeAll(async () => {
  world = await startWorld()
  ;({ submitDraft } = await import('@/generation/submitDraft'))
  ;({ videoQueries: queries } = await import('@/hooks/queries/videos'))
  mutations = await import('@/hooks/queries/videoMutations')
  defaults = await import('@/hooks/queries/mutationDefaults')
  data = await import('@/data/videos')
})
afterAll(() => world.close())

let me: string
let projectId: string
let client: QueryClient
let leave = () => {}
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  me = await world.newPerson()
  const { draft, readFile } = draftWith(1)
  const options = { signal: AbortSignal.timeout(30_000), onProgress: () => {}, prepare: prepareInNode }
  const { video } = await submitDraft(draft, readFile, options)
  projectId = video.projectId
  await data.cancelGeneration(video.id)
  client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  const stops = [
    new QueryObserver(client, queries.queue(me)).subscribe(() => {}),
    new QueryObserver(client, queries.ofProject(me, projectId)).subscribe(() => {}),
  ]
  leave = () => stops.forEach((stop) => stop())
  await bothShown()
})
afterEach(() => {
  leave()
  client.clear()
})

const cached = (key: readonly unknown[]) => client.getQueryData<Video[]>(key) ?? []
const queue = () => cached(queries.queue(me).queryKey)
const states = () =>
  queue()
    .map(({ status }) => status)
    .join(' ')
const history = () =>
  cached(queries.ofProject(me, projectId).queryKey)
    .map(({ status }) => status)
    .join(' ')
const bothShown = () =>
  vi.waitFor(() => expect([states(), history()]).toEqual(['cancelled', 'cancelled']), 20_000)
const settled = () => vi.waitFor(() => expect(client.isMutating() + client.isFetching()).toBe(0), 20_000)
const ask = (requestKey = crypto.randomUUID()) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.generateOptions(client, me), scope: mutations.filmsOf(projectId) })
    .execute({ projectId, requestKey })
const cancel = (videoId: string) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.cancelOptions(client, me), scope: mutations.filmsOf(projectId) })
    .execute(videoId)

describe('a film that is asked for', () => {
  test('is queued on the screen at once, and the same film when it has a row', async () => {
    const asking = ask()
    expect(states()).toBe('queued cancelled')
    expect(history()).toBe('queued cancelled')
    await client.refetchQueries({ queryKey: queries.queue(me).queryKey })
    expect(states()).toBe('queued cancelled')
    const made = await asking
    await settled()
    expect(states()).toBe('queued cancelled')
    expect(queue()[0]).toMatchObject({ id: made.id, rev: made.rev })
  })

  test('is one however often its wish is sent, also when an answer was lost', async () => {
    const requestKey = crypto.randomUUID()
    world.line.fail(/POST .*enqueue_generation/, 'lost_answer')
    await expect(ask(requestKey)).rejects.toMatchObject({ code: 'network' })
    const again = await ask(requestKey)
    expect(again).toEqual(await ask(requestKey))
    await settled()
    expect(states()).toBe('queued cancelled')
    expect(await world.count('public.generated_videos')).toBe(2)
  })

  test('is taken off the screen when it is refused, and only that', async () => {
    const first = ask()
    const second = ask()
    expect(states()).toBe('queued queued cancelled')
    await first
    await expect(second).rejects.toMatchObject({ code: 'already_running' })
    await settled()
    expect(states()).toBe('queued cancelled')
  })

  test('can be cancelled before it has a row', async () => {
    const asking = ask()
    const [wished] = queue()
    expect(wished?.rev).toBe(0)
    const cancelled = await cancel(wished?.id ?? '')
    expect(cancelled).toMatchObject({ id: (await asking).id, status: 'cancelled' })
    await settled()
    expect(states()).toBe('cancelled cancelled')
  })

  test('without a connection is sent once when there is one again, by a page that knows nothing but the wish', async () => {
    const variables: unknown = JSON.parse(JSON.stringify({ projectId, requestKey: crypto.randomUUID() }))
    leave()
    client.clear()
    const next = new QueryClient({ defaultOptions: { mutations: { retry: false } } })
    defaults.setMutationDefaults(next, me)
    const options = { mutationKey: [me, 'mutation', 'video.generate'], scope: mutations.filmsOf(projectId) }
    for (let n = 0; n < 2; n++) {
      next.getMutationCache().build<unknown, Error, unknown, unknown>(next, options, {
        variables,
        context: undefined,
        data: undefined,
        error: null,
        failureCount: 0,
        failureReason: null,
        isPaused: true,
        status: 'pending',
        submittedAt: 0,
      })
    }
    const list = await next.fetchQuery(queries.queue(me))
    expect(list.map(({ status }) => status)).toEqual(['queued', 'cancelled'])
    await next.resumePausedMutations()
    expect((await data.listLiveVideos(me)).length).toBe(1)
    next.clear()
  })

  test('tells how far it is by its id, and that it is gone', async () => {
    const { id } = await ask()
    expect(await client.fetchQuery(queries.detail(me, id))).toMatchObject({ id, status: 'queued' })
    await world.server.sql('delete from public.generated_videos')
    await expect(client.fetchQuery({ ...queries.detail(me, id), staleTime: 0 })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
