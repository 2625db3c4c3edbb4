import { onlineManager, type QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DataError } from '@/lib/errors'
import type { Fault } from '../faults/faultProxy'
import { startWorld, type World } from './generation/world'

// The real client and the real rules, on a real server behind a line that fails. Only the waits are cut short.
let world: World
let client: QueryClient
let userId: string
let data: typeof import('@/data/profile')
beforeAll(async () => {
  world = await startWorld()
  data = await import('@/data/profile')
  userId = await world.newPerson()
  const { makeQueryClient } = await import('@/lib/queryClient')
  client = makeQueryClient()
})
afterAll(() => world.close())
beforeEach(() => {
  client.clear()
  world.line.seen.length = 0
})
afterEach(() => {
  world.line.heal()
  onlineManager.setOnline(true)
})

const READ = /^GET .*\/rest\/v1\/users/
const asked = () => world.line.seen.filter((request) => READ.test(request)).length
const read = (retryDelay: (failures: number, error: Error) => number = () => 1) =>
  client.fetchQuery({
    queryKey: [userId, 'profile'],
    queryFn: ({ signal }) => data.getProfile(userId, signal),
    retry: client.getDefaultOptions().queries?.retry ?? false,
    retryDelay,
  })
const refusal = (status: number, code: string): Fault => ({
  status,
  body: { code, message: 'a fault of the test' },
})

describe('a row that could not be read is asked for again', () => {
  test.each<[string, Fault]>([
    ['when the line was cut', 'cut'],
    ['when the answer was lost', 'lost_answer'],
    ['after 408', { status: 408 }],
    ['after 425', { status: 425 }],
    ['after 429', { status: 429 }],
    ['after 500', { status: 500 }],
    ['after 502 of something in between', { status: 502 }],
    ['after 503', { status: 503 }],
    ['after a lost serialisation race', refusal(409, '40001')],
    ['after a deadlock', refusal(409, '40P01')],
  ])('%s, until it comes', async (_when, fault) => {
    world.line.fail(READ, fault, 3)
    expect(await read()).toMatchObject({ id: userId })
    expect(asked()).toBe(4)
  })
  test('four times at most, and never more behind our back', async () => {
    world.line.fail(READ, { status: 503 }, 100)
    await expect(read()).rejects.toMatchObject({ status: 503 })
    expect(asked()).toBe(4)
  })
  test('after as long as the server asks for', async () => {
    world.line.fail(READ, { status: 429, headers: { 'retry-after': '7' } })
    const waits: number[] = []
    const rule = client.getDefaultOptions().queries?.retryDelay
    await read((failures, error) => {
      waits.push(typeof rule === 'function' ? rule(failures, error) : -1)
      return 1
    })
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeGreaterThanOrEqual(7_000)
  })
})

describe('a refusal is asked once', () => {
  test.each<[string, Fault]>([
    ['by row-level security', refusal(403, '42501')],
    ['of a stale revision', refusal(409, 'PT409')],
    [
      'of a limit of ours, which is a 429',
      { status: 429, body: { code: 'PT429', message: 'too_many_active' } },
    ],
    ['of a bad request', refusal(400, '22P02')],
  ])('%s', async (_what, fault) => {
    world.line.fail(READ, fault, 100)
    await expect(read()).rejects.toBeInstanceOf(DataError)
    expect(asked()).toBe(1)
  })
})

describe('whether the API is there', () => {
  test('is found out when a request gets no answer, and again when it answers', async () => {
    client.mount()
    world.line.goOffline()
    await expect(read()).rejects.toMatchObject({ code: 'network' })
    await vi.waitFor(() => expect(onlineManager.isOnline()).toBe(false))
    const before = asked()
    await expect(read()).rejects.toMatchObject({ code: 'network' })
    expect(asked() - before, 'known to be away, it is not waited for').toBe(1)
    world.line.heal()
    world.page.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(onlineManager.isOnline()).toBe(true))
    client.unmount()
  })
  test('is not doubted for one cut request', async () => {
    client.mount()
    const heard: boolean[] = []
    const stop = onlineManager.subscribe((online) => heard.push(online))
    world.line.fail(READ, 'cut', 2)
    await read()
    stop()
    client.unmount()
    expect(heard).toEqual([])
  })
  test('is not what a browser says that is cut off: the API of this machine still answers', async () => {
    client.mount()
    world.page.dispatchEvent(new Event('offline'))
    expect(await read()).toMatchObject({ id: userId })
    expect(onlineManager.isOnline()).toBe(true)
    client.unmount()
  })
})
