import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'

// The account functions of the page against the real server. In a file of its own process: the client is made once.
let server: StartedServer
let account: typeof import('@/data/session')
let profiles: typeof import('@/data/profile')
const faults = setupServer()
const stored = new Map<string, string>()

beforeAll(async () => {
  server = await startEmbedded({ memory: true })
  vi.stubEnv('VITE_SUPABASE_URL', server.url)
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', server.publishableKey)
  vi.stubGlobal('location', { origin: server.url, href: server.url })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  // supabase-js keeps a session in storage only where it finds a page around it.
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('WebSocket', WebSocket)
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined })
  vi.stubGlobal('addEventListener', () => undefined)
  faults.listen({ onUnhandledRequest: 'bypass' })
  account = await import('@/data/session')
  profiles = await import('@/data/profile')
})
afterAll(async () => {
  faults.close()
  await server.close()
})

const ADA = { displayName: 'Ada', email: 'ada@example.test', password: 'correct horse' }
const { signal } = new AbortController()
type Person = import('@/data/session').Person
let heard: (Person | null)[]
let stop: () => void = () => undefined
beforeEach(async () => {
  stop()
  await account.signOut()
  await server.reset()
  faults.resetHandlers()
  heard = []
  stop = account.onSession((person) => heard.push(person))
})

describe('an account', () => {
  test('is made with its name, and signs in at once', async () => {
    expect(await account.signUp(ADA)).toBe('signed_in')
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ email: ADA.email }))
    const profile = await profiles.getProfile(heard.at(-1)?.userId ?? '', signal)
    expect(profile).toMatchObject({ displayName: 'Ada', subscriptionPlan: 'free', totalStorageBytes: 0 })
  })
  test('cannot be made twice', async () => {
    await account.signUp(ADA)
    await account.signOut()
    await expect(account.signUp(ADA)).rejects.toMatchObject({ code: 'user_already_exists' })
  })
  test('that has to be confirmed first says so, and one that exists is not passed off as new', async () => {
    const user = { id: crypto.randomUUID(), email: ADA.email, aud: '', app_metadata: {}, user_metadata: {} }
    const answer = (identities: unknown[]) =>
      faults.use(http.post('*/auth/v1/signup', () => HttpResponse.json({ ...user, identities })))
    answer([{ id: '1' }])
    expect(await account.signUp(ADA)).toBe('confirm_email')
    answer([])
    await expect(account.signUp(ADA)).rejects.toMatchObject({ code: 'user_already_exists' })
  })
})

describe('signing in', () => {
  test('with the wrong password is refused as such', async () => {
    await account.signUp(ADA)
    await account.signOut()
    await expect(account.signIn(ADA.email, 'wrong horse')).rejects.toMatchObject({
      code: 'invalid_credentials',
    })
  })
  test('without a connection says that', async () => {
    faults.use(http.post('*/auth/v1/token', () => HttpResponse.error()))
    await expect(account.signIn(ADA.email, ADA.password)).rejects.toMatchObject({
      code: 'network',
      status: 0,
    })
  })
})

describe('signing out', () => {
  test.each([
    ['with the server', undefined],
    ['although the server answers 500', () => HttpResponse.json({ message: 'broken' }, { status: 500 })],
    ['although no answer comes', () => HttpResponse.error()],
  ])('works %s', async (_how, answer) => {
    await account.signUp(ADA)
    if (answer) faults.use(http.post('*/auth/v1/logout', answer))
    await account.signOut()
    expect(heard.at(-1)).toBeNull()
    expect([...stored.keys()].filter((key) => key.endsWith('auth-token'))).toEqual([])
  })
})

test('a profile can be changed in what is the person’s to change, and says what is used of the plan', async () => {
  await account.signUp(ADA)
  await vi.waitFor(() => expect(heard.at(-1)).not.toBeNull())
  const userId = heard.at(-1)?.userId ?? ''
  expect(await profiles.updateProfile(userId, { displayName: 'Ada L.' })).toMatchObject({
    displayName: 'Ada L.',
  })
  expect(await profiles.getPlan('free', signal)).toMatchObject({ id: 'free', monthlyVideos: 30 })
  expect(await profiles.getFilmsThisMonth(userId, signal)).toBe(0)
})
