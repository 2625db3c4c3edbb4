import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { SESSION_STORAGE_KEY, storedSession } from '@/lib/sessionStore'
import { ADA, fakeAccountServer, type AccountServer } from './accountServer.fixture'
import { openTab, type Tab } from './browserTab.fixture'

const WAKES = 500
const TABS = 5
const TOKEN = '/auth/v1/token'

let server: AccountServer
const tabs: Tab[] = []
beforeAll(async () => {
  localStorage.clear()
  server = fakeAccountServer()
  server.rotates = true
  server.remember(ADA)
  for (let n = 1; n <= TABS; n++) tabs.push(await openTab(`tab ${n}`))
  await vi.waitUntil(() => tabs.every((tab) => tab.person() === ADA.id), { timeout: 10_000 })
})
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  server.releaseAll()
  for (const tab of tabs) await tab.close()
  vi.unstubAllGlobals()
})

/** A fixed series of numbers in 0..1: a failure comes again. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** The laptop slept for so long that the token has run out. */
function sleep(): void {
  const session = JSON.parse(localStorage.getItem(SESSION_STORAGE_KEY) ?? 'null') as {
    expires_at: number
  } | null
  if (!session) throw new Error('Somebody signed Ada out')
  localStorage.setItem(
    SESSION_STORAGE_KEY,
    JSON.stringify({ ...session, expires_at: Date.now() / 1000 - 60 }),
  )
}
const isFresh = () => (storedSession()?.expiresAt ?? 0) * 1000 > Date.now()

const HOTEL = () => new Response('<h1>Please accept our terms</h1>', { status: 403 })
const NETWORK_LOGIN = () => new Response('<h1>Log in to the network</h1>', { status: 511 })
const TOO_MANY = () =>
  Response.json({ code: 'over_request_rate_limit', message: 'slow down' }, { status: 429 })
const BUSY = () => Response.json({ message: 'no database' }, { status: 503 })
const KEY = () => Response.json({ message: 'Invalid API key' }, { status: 401 })

/** What goes wrong with the first few refreshes of a wake. */
function trouble(random: () => number): void {
  let left = Math.floor(random() * 4)
  const kind = Math.floor(random() * 8)
  const isHit = (path: string) => path === TOKEN && left-- > 0
  const between = [HOTEL, NETWORK_LOGIN, TOO_MANY, BUSY, KEY][kind]
  server.between = (path) => (between && isHit(path) ? between() : null)
  server.isCut = (path) => kind === 5 && isHit(path)
  server.isLost = (path) => kind === 6 && isHit(path)
  server.holds = () => kind === 7 && random() < 0.5
}

test(`F46: ${WAKES} times five tabs wake at once with a token that ran out, in every kind of network: nobody is signed out`, async () => {
  vi.mocked(console.error).mockImplementation(() => undefined) // supabase-js reports refreshes that failed
  const removed = vi.spyOn(Storage.prototype, 'removeItem')
  const random = randomNumbers(46)
  let refreshes = 0
  for (let wake = 1; wake <= WAKES; wake++) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    server.requests.length = 0
    trouble(random)
    sleep()
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    for (const tab of tabs) if (random() < 0.4) void tab.client.invalidateQueries()
    while (!isFresh()) {
      await vi.advanceTimersByTimeAsync(100)
      await new Promise((resolve) => setImmediate(resolve))
      if (random() < 0.5) server.release(Math.floor(random() * server.held.length))
    }
    server.between = () => null
    server.isCut = server.isLost = server.holds = () => false
    server.releaseAll()
    await vi.advanceTimersByTimeAsync(2_000)
    vi.useRealTimers()
    refreshes += server.requests.filter((request) => request.endsWith(TOKEN)).length
    expect(
      tabs.map((tab) => tab.person()),
      `wake ${wake}`,
    ).toEqual(tabs.map(() => ADA.id))
    expect(removed, `wake ${wake}`).not.toHaveBeenCalledWith(SESSION_STORAGE_KEY)
  }
  console.info(`F46: ${WAKES} wakes, ${refreshes} refreshes, 0 sign-outs`)
  expect(refreshes).toBeGreaterThan(WAKES)
  vi.mocked(console.error).mockClear()
}, 240_000)

test('F46: a refusal in the words of the account server does end the session, in every tab', async () => {
  vi.mocked(console.error).mockImplementation(() => undefined)
  sleep()
  server.revokeAll()
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  await vi.waitFor(() => expect(tabs.map((tab) => tab.status())).toEqual(tabs.map(() => 'out')), 10_000)
  vi.mocked(console.error).mockClear()
})
