import { onlineManager } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SESSION_STORAGE_KEY } from '@/lib/sessionStore'
import { ADA, EVE, fakeAccountServer, type AccountServer } from './accountServer.fixture'
import { openTab, type Tab } from './browserTab.fixture'

// Tabs with the app's own session code, on an account server that answers late, wrongly, or not at all.
const HOUR_S = 3600
/** The device's database keeps its own time. */
const FAST = {
  shouldAdvanceTime: true,
  toFake: ['setTimeout' as const, 'clearTimeout' as const, 'Date' as const],
}
let server: AccountServer
const tabs: Tab[] = []
const open = async (name = 'tab') => {
  const tab = await openTab(name)
  tabs.push(tab)
  return tab
}
beforeEach(() => {
  localStorage.clear()
  onlineManager.setOnline(true)
  server = fakeAccountServer()
})
afterEach(async () => {
  server.releaseAll()
  for (const tab of tabs.splice(0)) {
    await tab.account.signOut()
    await tab.close()
  }
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const countOf = (request: string) => server.requests.filter((seen) => seen === request).length
const shows = (tab: Tab, words: string) =>
  vi.waitFor(() => expect(tab.text()).toContain(words), { timeout: 5000, interval: 5 })
const focus = () => void document.dispatchEvent(new Event('visibilitychange'))
const moment = () => new Promise((resolve) => setTimeout(resolve, 20))

/** supabase-js itself reports requests that got no answer. */
function expectOnlyLostRequests() {
  const reported = vi.mocked(console.error).mock.calls.map(([error]) => String(error))
  expect(reported.filter((text) => !text.includes('Failed to fetch'))).toEqual([])
  vi.mocked(console.error).mockClear()
}

describe('a page that starts without a connection', () => {
  beforeEach(() => {
    server.isCut = () => true
    server.remember(ADA, 2 * HOUR_S)
    vi.mocked(console.error).mockImplementation(() => undefined)
  })

  test('is still the person’s when the token has run out, at once where the browser knows that it is offline', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const tab = await open()
    await vi.waitFor(() => expect(tab.person()).toBe(ADA.id), { timeout: 500 })
    expect(localStorage.getItem(SESSION_STORAGE_KEY)).not.toBeNull()
    expectOnlyLostRequests()
  })

  test('is the person’s after a moment where only the server is away', async () => {
    const tab = await open()
    expect(tab.status()).toBe('starting')
    await vi.waitFor(() => expect(tab.person()).toBe(ADA.id), { timeout: 5000 })
    expectOnlyLostRequests()
  })

  test('stays the person’s when supabase-js gives up, asks for nothing as nobody, and goes on as soon as the server is back', async () => {
    vi.useFakeTimers(FAST)
    const tab = await open()
    await vi.advanceTimersByTimeAsync(40_000)
    expect(tab.person()).toBe(ADA.id)
    server.isCut = (path) => path.startsWith('/auth/')
    await tab.client.invalidateQueries()
    expect(countOf('GET /rest/v1/users')).toBe(0)
    expectOnlyLostRequests()

    server.isCut = () => false
    await tab.account.freshenSession()
    void tab.client.invalidateQueries()
    await shows(tab, ADA.secret)
  })

  test('ends the session when the server can be asked and refuses', async () => {
    server.isCut = () => false
    server.revokeAll()
    const tab = await open()
    await vi.waitFor(() => expect(tab.status()).toBe('out'))
    expect(localStorage.getItem(SESSION_STORAGE_KEY)).toBeNull()
  })
})

describe('one sign-in', () => {
  test('loads the profile once, whatever the session’s events', async () => {
    const tab = await open()
    await tab.account.signIn(ADA.email, 'a password')
    await shows(tab, ADA.secret)
    focus()
    await tab.refresh()
    dispatchEvent(new StorageEvent('storage', { key: SESSION_STORAGE_KEY }))
    new BroadcastChannel(SESSION_STORAGE_KEY).postMessage({ event: 'SIGNED_IN', session: null })
    focus()
    await moment()
    expect(countOf('GET /rest/v1/users')).toBe(1)
  })

  test('of a page that is opened again loads it once too', async () => {
    server.remember(ADA)
    const tab = await open()
    await shows(tab, ADA.secret)
    await moment()
    expect(countOf('GET /rest/v1/users')).toBe(1)
  })
})

describe('signing out', () => {
  const openTwo = async () => {
    const [here, there] = [await open('here'), await open('there')]
    await here.account.signIn(ADA.email, 'a password')
    await shows(here, ADA.secret)
    await shows(there, ADA.secret)
    return [here, there] as const
  }
  const expectGone = (tab: Tab) => {
    expect(tab.text()).toBe('out')
    expect(tab.client.getQueryCache().getAll()).toEqual([])
    expect(tab.client.getMutationCache().getAll()).toEqual([])
  }

  test.each<[string, () => void]>([
    ['with the server', () => undefined],
    ['although the server answers 500', () => (server.fails = () => true)],
    ['although no answer comes', () => (server.isCut = () => true)],
    ['although the answer never ends', () => (server.holds = () => true)],
  ])('happens at once in every tab %s', async (_how, trouble) => {
    const [here, there] = await openTwo()
    trouble()
    void here.account.signOut()
    expect(here.status()).toBe('out')
    expect(localStorage.getItem(SESSION_STORAGE_KEY)).toBeNull()
    await shows(here, 'out')
    await shows(there, 'out')
    expectGone(here)
    expectGone(there)
    expect(countOf('POST /auth/v1/logout')).toBe(1)
  })

  test('is noticed by a tab that slept through it', async () => {
    const tab = await open()
    await tab.account.signIn(ADA.email, 'a password')
    await shows(tab, ADA.secret)
    localStorage.removeItem(SESSION_STORAGE_KEY)
    focus()
    expect(tab.status()).toBe('out')
    await shows(tab, 'out')
  })

  test('is not undone by what was on its way: a refresh, or a new password', async () => {
    const tab = await open()
    await tab.account.signIn(ADA.email, 'a password')
    await shows(tab, ADA.secret)
    server.holds = () => true
    const late = [tab.refresh(), tab.setPassword('another password')]
    await vi.waitFor(() => expect(server.held.length).toBeGreaterThan(1))
    server.holds = () => false
    void tab.account.signOut()
    server.releaseAll()
    await Promise.allSettled(late)
    await moment()
    expect(tab.status()).toBe('out')
    expect(localStorage.getItem(SESSION_STORAGE_KEY)).toBeNull()
  })

  test('does not take away who has signed in while the server was being told', async () => {
    const tab = await open()
    await tab.account.signIn(ADA.email, 'a password')
    await shows(tab, ADA.secret)
    server.holds = () => true
    const told = tab.account.signOut()
    await vi.waitFor(() => expect(server.held).toHaveLength(1))
    server.holds = () => false
    await tab.account.signIn(EVE.email, 'a password')
    server.releaseAll()
    await told
    await shows(tab, EVE.secret)
    expect(tab.person()).toBe(EVE.id)
  })
})

test('somebody else who signs in in another tab takes over this one, and nothing of the first is left', async () => {
  const [here, there] = [await open('here'), await open('there')]
  await here.account.signIn(ADA.email, 'a password')
  await shows(there, ADA.secret)
  await here.account.signIn(EVE.email, 'a password')
  await shows(here, EVE.secret)
  await shows(there, EVE.secret)
  for (const tab of [here, there]) {
    expect(tab.text()).not.toContain(ADA.secret)
    expect(
      tab.client
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey[0]),
    ).toEqual([EVE.id])
  }
})

test('a change that waits for its next try is not sent in the name of who comes after', async () => {
  const tab = await open()
  await tab.account.signIn(ADA.email, 'a password')
  await shows(tab, ADA.secret)
  vi.useFakeTimers(FAST)
  server.fails = () => true
  tab.rename('Ada renamed')
  await vi.waitFor(() => expect(countOf('PATCH /rest/v1/users')).toBe(1))
  server.fails = () => false
  await tab.account.signIn(EVE.email, 'a password')
  await shows(tab, EVE.secret)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(countOf('PATCH /rest/v1/users')).toBe(1)
  expect(server.wrong).toEqual([])
  expect(tab.text()).not.toContain('renamed')
})
