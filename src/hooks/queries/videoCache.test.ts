import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type Video, type VideoStatus } from '@/domain/video'
import { dropVideo, knowsLiveVideo, newestOfEach, patchVideo } from './videoCache'

const USER = '7b0c2d8e-36a1-4f0c-9a3f-0a0a0a0a0a0a'
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const film = (n: number, rev: number, status: VideoStatus = 'processing', percent = rev): Video => ({
  id: id(n),
  projectId: id(900),
  userId: USER,
  cut: 'main',
  requestKey: id(800),
  status,
  progressPercentage: percent,
  stage: 'rendering',
  errorCode: null,
  errorMessage: null,
  attempt: 1,
  maxAttempts: 5,
  runAfter: '2026-01-01T00:00:00Z',
  queuedAt: '2026-01-01T00:00:00Z',
  worker: null,
  leaseUntil: null,
  estimatedCompletionAt: null,
  settings: DEFAULT_SETTINGS,
  storagePath: null,
  thumbnailPath: null,
  mimeType: null,
  width: null,
  height: null,
  durationSeconds: null,
  bytes: null,
  skippedPhotoIds: [],
  rev,
  createdAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
})

let client: QueryClient
const queue = [USER, 'videos', 'queue']
const detail = [USER, 'videos', 'detail', id(1)]
const shown = () => client.getQueryData<Video[]>(queue) ?? []
beforeEach(() => {
  client = new QueryClient()
  client.setQueryData(queue, [film(1, 5), film(2, 5)])
  client.setQueryData(detail, film(1, 5))
})

describe('a film that arrives', () => {
  test('is put wherever it is cached, and nothing else is touched', () => {
    const other = shown()[1]
    expect(patchVideo(client, USER, film(1, 6))).toBe('patched')
    expect(shown()[0]?.rev).toBe(6)
    expect(shown()[1]).toBe(other)
    expect(client.getQueryData<Video>(detail)?.rev).toBe(6)
  })
  test('is dropped without a trace when it is old news', () => {
    const before = shown()
    expect(patchVideo(client, USER, film(1, 5, 'processing', 1))).toBe('stale')
    expect(patchVideo(client, USER, film(1, 4))).toBe('stale')
    expect(shown()).toEqual(before)
  })
  test('asks for more when its state changed or nobody has it', () => {
    expect(patchVideo(client, USER, film(1, 9, 'completed', 100))).toBe('unknown')
    expect(shown()[0]?.status).toBe('completed')
    expect(patchVideo(client, USER, film(3, 1))).toBe('unknown')
  })
  test('never finds the films of another person', () => {
    client.setQueryData(['somebody else', 'videos', 'queue'], [film(1, 1)])
    patchVideo(client, USER, film(1, 6))
    expect(client.getQueryData<Video[]>(['somebody else', 'videos', 'queue'])?.[0]?.rev).toBe(1)
  })
  test('100,000 shuffled, doubled and late ones never move the bar back or revive a finished film', () => {
    const history = Array.from({ length: 98 }, (_, rev) => film(1, rev + 1))
    const last = film(1, 99, 'completed', 100)
    let seed = 7
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    let highest = shown()[0]?.rev ?? 0
    for (let n = 0; n < 100_000; n++) {
      const pool = n > 50_000 ? [...history.slice(0, 20), last] : history
      const event = pool[Math.floor(random() * pool.length)] ?? last
      // Every thousandth is a refetch whose answer was read from a replica that is behind.
      if (n % 1000 === 0) client.setQueryData<Video[]>(queue, (cached) => newestOfEach([event], cached))
      else patchVideo(client, USER, event)
      const now = shown()[0]
      if (!now || now.rev < highest) throw new Error(`fell from ${highest} to ${now?.rev}`)
      highest = now.rev
    }
    expect(shown()[0]).toEqual(last)
  }, 30_000)
})

test('a deleted film leaves every list', () => {
  dropVideo(client, USER, id(1))
  expect(shown().map((video) => video.id)).toEqual([id(2)])
})

test('a film being made is known as long as one is', () => {
  expect(knowsLiveVideo(client, USER)).toBe(true)
  expect(knowsLiveVideo(client, 'somebody else')).toBe(false)
  client.setQueryData(queue, [film(1, 9, 'completed')])
  client.setQueryData(detail, film(1, 9, 'completed'))
  expect(knowsLiveVideo(client, USER)).toBe(false)
})
