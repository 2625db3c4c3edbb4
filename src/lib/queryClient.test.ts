import { MutationObserver, onlineManager } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DataError } from './errors'
import { presentMessages } from './notify'
import { keepTrying, makeQueryClient } from './queryClient'

const error = (code: string, status: number) => new DataError('ask', code, status)
let shown: string[]
let forget: () => void
beforeEach(() => {
  vi.useFakeTimers()
  shown = []
  forget = presentMessages((message) => {
    if (message.kind === 'error') shown.push(message.text)
  })
})
afterEach(() => {
  vi.useRealTimers()
  forget()
})

/** How often a query that keeps failing is asked. */
async function attempts(failure: Error): Promise<number> {
  let asked = 0
  const client = makeQueryClient()
  const outcome = client
    .fetchQuery({
      queryKey: ['x'],
      // fetchQuery does not retry unless told to; a mounted query does
      retry: client.getDefaultOptions().queries?.retry ?? false,
      queryFn: () => {
        asked++
        return Promise.reject(failure)
      },
    })
    .catch(() => undefined)
  await vi.runAllTimersAsync()
  await outcome
  return asked
}

describe('asking again', () => {
  test.each([
    error('network', 0),
    error('http_503', 503),
    error('40001', 500),
    error('40P01', 500),
    error('http_408', 408),
  ])('happens where it can heal: $code', async (failure) => expect(await attempts(failure)).toBe(4))
  test.each([error('42501', 403), error('stale_rev', 409), error('no_photos', 422), new Error('a bug')])(
    'never after a refusal or a bug: $message',
    async (failure) => expect(await attempts(failure)).toBe(1),
  )
})

describe('while the API is away', () => {
  beforeEach(() => onlineManager.setOnline(false))
  afterEach(() => onlineManager.setOnline(true))

  test('nothing is waited for: what was asked fails at once, as the screen can say', async () => {
    expect(await attempts(error('network', 0))).toBe(1)
  })
  test('a form fails at once instead of staying busy', async () => {
    const observer = new MutationObserver(makeQueryClient(), {
      mutationFn: () => Promise.reject(error('network', 0)),
      meta: { quiet: true },
    })
    await expect(observer.mutate()).rejects.toMatchObject({ code: 'network' })
  })
  test('what was read before stays, without a message beside the banner', async () => {
    const client = makeQueryClient()
    client.setQueryData(['n'], 1, { updatedAt: 1 })
    const queryFn = () => Promise.reject(error('network', 0))
    await client.fetchQuery({ queryKey: ['n'], queryFn }).catch(() => undefined)
    expect(client.getQueryData(['n'])).toBe(1)
    expect(shown).toEqual([])
  })
  test('what is kept never gives up for want of a network, only for a refusal', () => {
    expect(keepTrying(1_000, error('network', 0))).toBe(true)
    expect(keepTrying(0, error('42501', 403))).toBe(false)
  })
})

test('what waited leaves in the order in which it was asked for, one after the other, whatever becomes of each', async () => {
  const client = makeQueryClient()
  const events: string[] = []
  onlineManager.setOnline(false)
  for (const name of ['a', 'b', 'c']) {
    const observer = new MutationObserver(client, {
      networkMode: 'online',
      meta: { quiet: true },
      mutationFn: async () => {
        events.push(`${name} leaves`)
        await Promise.resolve()
        events.push(`${name} answered`)
        if (name === 'b') throw error('stale_rev', 409)
      },
    })
    void observer.mutate().catch(() => undefined)
  }
  await vi.runAllTimersAsync()
  expect(events).toEqual([])
  onlineManager.setOnline(true)
  await client.resumePausedMutations()
  expect(events).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} leaves`, `${name} answered`]))
})

describe('errors nobody shows', () => {
  const fail = async (meta?: { quiet: boolean }) => {
    const client = makeQueryClient()
    const observer = new MutationObserver(client, {
      mutationFn: () => Promise.reject(error('storage_quota', 413)),
      ...(meta && { meta }),
    })
    await observer.mutate().catch(() => undefined)
  }
  test('of a mutation become a message', async () => {
    await fail()
    expect(shown).toEqual([expect.stringContaining('Your storage is full')])
  })
  test('stay with the screen that asked for quiet', async () => {
    await fail({ quiet: true })
    expect(shown).toEqual([])
  })
  test('of a query become a message only when old data would look fresh', async () => {
    const client = makeQueryClient()
    let answer: () => Promise<number> = () => Promise.reject(error('42501', 403))
    const ask = () =>
      client.fetchQuery({ queryKey: ['n'], queryFn: () => answer(), staleTime: 0 }).catch(() => 0)
    await ask()
    expect(shown).toEqual([])
    answer = () => Promise.resolve(1)
    await ask()
    answer = () => Promise.reject(error('42501', 403))
    await ask()
    expect(shown).toEqual(['You are not allowed to do this.'])
  })
})
