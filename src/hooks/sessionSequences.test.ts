import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SESSION_STORAGE_KEY } from '@/lib/sessionStore'
import { ADA, EVE, fakeAccountServer, type AccountServer } from './accountServer.fixture'
import { openTab, type Tab } from './browserTab.fixture'

/** Ten times as many with FULL=1. */
const SEQUENCES = process.env['FULL'] ? 10_000 : 1_000
const STEPS = 12
const PATIENT = { interval: 1, timeout: 5_000 }

let server: AccountServer
let tabs: [Tab, Tab]
const violations: string[] = []

beforeAll(async () => {
  server = fakeAccountServer()
  tabs = [await openTab('left'), await openTab('right')]
  // The app's own guard is there first: what it takes out at once was never in the cache.
  await vi.waitUntil(() => tabs.every((tab) => tab.status() === 'out'))
  for (const tab of tabs) watchCache(tab)
})
afterAll(async () => {
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

const moment = () => new Promise((resolve) => setTimeout(resolve, 0))

/** At every change of the cache: nothing in it is of anybody but whom the tab shows. */
function watchCache(tab: Tab): void {
  tab.client.getQueryCache().subscribe(() => checkCache(tab))
}

function checkCache(tab: Tab): void {
  for (const { queryKey, state } of tab.client.getQueryCache().getAll()) {
    if (queryKey[0] !== tab.person())
      violations.push(`${tab.name}: ${String(queryKey)} in the cache of ${tab.person()}`)
    const owner = Object(state.data).id
    if (owner !== undefined && owner !== queryKey[0]) violations.push(`${tab.name}: rows under another key`)
  }
  for (const { text, toldTo } of tab.messages())
    if (toldTo !== null && toldTo !== tab.person())
      violations.push(`${tab.name}: says “${text}” to ${tab.person()}`)
}

/** What is on the screen, when React had the time to put it there. */
function checkScreen(tab: Tab): void {
  for (const other of [ADA, EVE]) {
    if (other.id !== tab.person() && (tab.text().includes(other.id) || tab.text().includes(other.secret)))
      violations.push(`${tab.name}: shows ${tab.text()} to ${tab.person()}`)
  }
}

function steps(random: () => number): (() => void)[] {
  const tab = () => tabs[random() < 0.5 ? 0 : 1]
  const quiet = (work: Promise<unknown>) => void work.catch(() => undefined)
  const signIn = () => quiet(tab().account.signIn(random() < 0.5 ? ADA.email : EVE.email, 'a password'))
  const rename = (where: Tab) => where.rename(`${where.person()} renamed`)
  const speak = (where: Tab) => where.tell(`News for ${where.person()}`)
  return [
    signIn,
    signIn,
    () => quiet(tab().account.signOut()),
    () => quiet(tab().refresh()),
    () => quiet(tab().client.invalidateQueries()),
    () => rename(tab()),
    () => speak(tab()),
    () => void document.dispatchEvent(new Event('visibilitychange')),
    () => void window.dispatchEvent(new StorageEvent('storage', { key: SESSION_STORAGE_KEY })),
    () => server.release(Math.floor(random() * server.held.length)),
    () => server.release(Math.floor(random() * server.held.length)),
  ]
}

const stored = (): string | null =>
  Object(JSON.parse(localStorage.getItem(SESSION_STORAGE_KEY) ?? 'null')).user?.id ?? null

test(
  `over ${SEQUENCES} random sequences nobody's rows are in the cache or on the screen of somebody else`,
  async () => {
    const seen = new Set<string | null>()
    for (let seed = 1; seed <= SEQUENCES; seed++) {
      const random = randomNumbers(seed)
      const choices = steps(random)
      server.holds = () => random() < 0.5
      server.fails = () => random() < 0.2
      for (let step = 0; step < STEPS; step++) {
        choices[Math.floor(random() * choices.length)]?.()
        if (random() < 0.6) await new Promise(setImmediate)
        for (const tab of tabs) checkCache(tab)
        if (random() < 0.3) {
          await moment()
          tabs.forEach(checkScreen)
        }
      }
      // Whatever was late comes now; then both tabs show whom the browser remembers, and nobody else.
      server.holds = () => false
      server.releaseAll()
      await vi.waitFor(() => {
        server.releaseAll()
        expect(tabs.map((tab) => tab.person())).toEqual([stored(), stored()])
      }, PATIENT)
      await moment()
      tabs.forEach(checkCache)
      tabs.forEach(checkScreen)
      seen.add(stored())
      expect(violations, `sequence ${seed}`).toEqual([])
      expect(server.wrong, `sequence ${seed}`).toEqual([])
    }
    expect(seen, 'the sequences end in every way').toEqual(new Set([ADA.id, EVE.id, null]))
  },
  SEQUENCES * 600,
)
