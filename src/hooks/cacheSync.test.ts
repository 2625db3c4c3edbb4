import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NotificationKind } from '@/domain/notification'
import { cacheSync, type CacheSync } from './cacheSync'

const ADA = '11111111-1111-4111-8111-111111111111'
const ROW = '22222222-2222-4222-8222-222222222222'
const NOUNS = ['projects', 'photos', 'videos', 'media', 'notifications', 'members', 'invitations'] as const

let client: QueryClient
let sync: CacheSync
let asked: string[]
let stops: (() => void)[]
beforeEach(() => {
  vi.useFakeTimers()
  client = new QueryClient()
  asked = []
  stops = NOUNS.map((noun) => {
    client.setQueryData([ADA, noun, 'list'], [])
    const queryFn = () => {
      asked.push(noun)
      return []
    }
    return new QueryObserver(client, {
      queryKey: [ADA, noun, 'list'],
      queryFn,
      staleTime: Infinity,
    }).subscribe(() => undefined)
  })
  sync = cacheSync(client, ADA)
})
afterEach(() => {
  for (const stop of stops) stop()
  sync.stop()
  vi.useRealTimers()
})
const settled = () => vi.advanceTimersByTimeAsync(1_000)
const notice = (kind: NotificationKind, project?: string) =>
  sync.onChange({
    table: 'notifications',
    id: ROW,
    deleted: false,
    notification: {
      id: ROW,
      kind,
      payload: { errorCode: undefined, project },
      readAt: null,
      announcedAt: null,
      createdAt: '',
    },
  })

describe('what is asked for after a change', () => {
  it('is asked once, however many changes come together', async () => {
    for (let n = 0; n < 500; n++) sync.onChange({ table: 'photos', id: ROW, deleted: false, photo: null })
    await settled()
    expect(asked.toSorted()).toEqual(['media', 'photos', 'projects'])
  })

  it('is nothing for a deletion of a row that nobody here knows', async () => {
    for (const table of ['generated_videos', 'video_projects', 'photos', 'notifications'] as const) {
      const gone = { id: crypto.randomUUID(), deleted: true }
      if (table === 'generated_videos') sync.onChange({ table, ...gone, video: null })
      if (table === 'video_projects') sync.onChange({ table, ...gone, project: null })
      if (table === 'photos') sync.onChange({ table, ...gone, photo: null })
      if (table === 'notifications') sync.onChange({ table, ...gone, notification: null })
    }
    await settled()
    expect(asked).toEqual([])
  })

  it('includes who may see what when a membership changed, and only the bell when a film is done', async () => {
    notice('membership_ended')
    await settled()
    expect(asked).toEqual(
      expect.arrayContaining(['notifications', 'projects', 'members', 'invitations', 'photos']),
    )
    asked.length = 0
    notice('video_completed')
    await settled()
    expect(asked).toEqual(['notifications'])
  })

  it('takes what is remembered of a project along when the membership ended', () => {
    const [left, kept] = [crypto.randomUUID(), crypto.randomUUID()]
    const keysOf = (project: string) => [
      [ADA, 'projects', 'detail', project],
      [ADA, 'projects', 'confirmed', project],
      [ADA, 'projects', 'conflict', project],
      [ADA, 'photos', project],
    ]
    for (const queryKey of [...keysOf(left), ...keysOf(kept)]) client.setQueryData(queryKey, 'remembered')
    notice('membership_ended', left)
    expect(keysOf(left).map((queryKey) => client.getQueryData(queryKey))).toEqual(Array(4).fill(undefined))
    expect(keysOf(kept).map((queryKey) => client.getQueryData(queryKey))).toEqual(Array(4).fill('remembered'))
  })

  it('is everything after a gap', async () => {
    sync.askAll()
    await settled()
    expect(asked.toSorted()).toEqual(NOUNS.toSorted())
  })

  it('is left to whoever shows it next when the listener stops first', async () => {
    sync.onChange({ table: 'photos', id: ROW, deleted: false, photo: null })
    sync.stop()
    await settled()
    expect(asked).toEqual([])
    expect(client.getQueryState([ADA, 'photos', 'list'])?.isInvalidated).toBe(true)
  })
})
