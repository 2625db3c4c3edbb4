import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Person } from '@/data/session'
import type { Fault } from '../faults/faultProxy'
import { startWorld, type World } from './generation/world'

// The account functions of the page against the real server, on a line that can be cut.
let world: World
let account: typeof import('@/data/session')
let profiles: typeof import('@/data/profile')
beforeAll(async () => {
  world = await startWorld()
  account = await import('@/data/session')
  profiles = await import('@/data/profile')
})
afterAll(() => world.close())

const ADA = { displayName: 'Ada', email: 'ada@example.test', password: 'correct horse' }
const { signal } = new AbortController()
let heard: (Person | null)[]
let stop: () => void = () => undefined
beforeEach(async () => {
  stop()
  world.line.heal()
  await account.signOut()
  await world.server.reset()
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
    const user = {
      id: crypto.randomUUID(),
      email: ADA.email,
      aud: 'authenticated',
      app_metadata: {},
      user_metadata: {},
    }
    const answer = (identities: object[]) =>
      world.line.fail(/signup/, { status: 200, body: { ...user, identities } })
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
    world.line.goOffline()
    await expect(account.signIn(ADA.email, ADA.password)).rejects.toMatchObject({
      code: 'network',
      status: 0,
    })
  })
})

describe('signing out', () => {
  test.each<[string, Fault | undefined]>([
    ['with the server', undefined],
    ['although the server answers 500', { status: 500 }],
    ['although no answer comes', 'cut'],
  ])('works %s, and is over when asked again', async (_how, fault) => {
    await account.signUp(ADA)
    if (fault) world.line.fail(/logout/, fault, 5)
    await account.signOut()
    expect(heard.at(-1)).toBeNull()
    const again: (Person | null)[] = []
    account.onSession((person) => again.push(person))
    await vi.waitFor(() => expect(again).toEqual([null]))
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
