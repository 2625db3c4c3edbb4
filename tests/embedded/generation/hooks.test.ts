import { QueryClient, QueryClientProvider, useQueries, useQuery } from '@tanstack/react-query'
import { createElement, StrictMode, type PropsWithChildren } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Video } from '@/domain/video'
import { stubReactPage } from './reactPage'
import { draftWith, prepareInNode, startWorld, type World } from './world'

let world: World
let ui: typeof import('@testing-library/react')
let media: typeof import('@/hooks/queries/media')
let photos: typeof import('@/hooks/queries/photos')
let videos: typeof import('@/hooks/queries/videos')
let queue: typeof import('@/hooks/useGenerationQueue')
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
beforeAll(async () => {
  world = await startWorld()
  stubReactPage({ acts: true })
  ui = await import('@testing-library/react')
  media = await import('@/hooks/queries/media')
  photos = await import('@/hooks/queries/photos')
  videos = await import('@/hooks/queries/videos')
  queue = await import('@/hooks/useGenerationQueue')
  ;({ submitDraft } = await import('@/generation/submitDraft'))
})
afterAll(() => world.close())

let userId: string
let client: QueryClient
let video: Video
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  userId = await world.newPerson()
  client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  const { draft, readFile } = draftWith(3)
  const options = {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    prepare: prepareInNode,
  }
  video = (await submitDraft(draft, readFile, options)).video
})
afterEach(() => {
  ui.cleanup()
  client.clear()
})

const inApp = <T>(hook: () => T) =>
  ui.renderHook(hook, {
    wrapper: ({ children }: PropsWithChildren) =>
      createElement(StrictMode, null, createElement(QueryClientProvider, { client }, children)),
  })
const timeout = { timeout: 15_000 }

describe('photos', () => {
  test('come in order with addresses of which a whole grid makes one request', async () => {
    const list = inApp(() => useQuery(photos.photoQueries.ofProject(userId, video.projectId)).data)
    await ui.waitFor(() => expect(list.result.current).toHaveLength(3), timeout)
    const paths = list.result.current?.map((photo) => photo.media.thumbnailPath) ?? []
    const grid = inApp(() => {
      const address = (path: string | null) => media.mediaQueries.url(userId, 'media', path)
      return useQueries({ queries: [...paths, null].map(address) }).map(({ data }) => data)
    })
    await ui.waitFor(() => expect(grid.result.current.filter(Boolean)).toHaveLength(3), timeout)
    expect(world.line.seen.filter((request) => /POST .*object\/sign\/media/.test(request))).toHaveLength(1)
    expect((await fetch(grid.result.current[0] ?? '')).status).toBe(200)
  })

  test('of the whole library come newest first', async () => {
    const { result } = inApp(() => useQuery(media.mediaQueries.library(userId)).data)
    await ui.waitFor(() => expect(result.current).toHaveLength(3), timeout)
    const times = result.current?.map(({ createdAt }) => createdAt) ?? []
    expect(times).toEqual([...times].sort().reverse())
  })
})

describe('the queue', () => {
  const openQueue = async () => {
    const { result, rerender } = inApp(() => ({
      queue: queue.useGenerationQueue(userId),
      generate: videos.useGenerateVideo(userId, video.projectId),
      cancel: videos.useCancelGeneration(userId, video.projectId),
      retry: videos.useRetryGeneration(userId),
    }))
    await ui.waitFor(() => expect(result.current.queue.queued).toHaveLength(1), timeout)
    return { result, rerender }
  }

  test('sorts films by state and stays the same between changes', async () => {
    const { result, rerender } = await openQueue()
    const before = result.current.queue
    rerender()
    expect(result.current.queue).toBe(before)
    expect(before).toMatchObject({
      processing: [],
      completed: [],
      failed: [],
      cancelled: [],
      isPending: false,
    })
  })

  test('shows what was cancelled and what was asked for again', async () => {
    const { result } = await openQueue()
    await ui.act(() => result.current.cancel.mutateAsync(video.id))
    await ui.waitFor(() => expect(result.current.queue.cancelled).toHaveLength(1), timeout)
    await ui.act(() => result.current.retry.mutateAsync(video.id))
    await ui.waitFor(() => expect(result.current.queue.queued).toHaveLength(1), timeout)
    expect(result.current.queue.queued[0]?.id).not.toBe(video.id)
  })

  test('has one film for a wish however often it is sent', async () => {
    const { result } = await openQueue()
    await ui.act(() => result.current.cancel.mutateAsync(video.id))
    const wish = { projectId: video.projectId, requestKey: crypto.randomUUID() }
    await ui.act(() => Promise.all([1, 2, 3].map(() => result.current.generate.mutateAsync(wish))))
    await ui.waitFor(() => expect(result.current.queue.queued).toHaveLength(1), timeout)
    expect(await world.count('public.generated_videos')).toBe(2)
  })
})
