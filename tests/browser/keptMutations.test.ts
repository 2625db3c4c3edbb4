import { MutationObserver, onlineManager, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepMutations } from '@/hooks/keepMutations'
import { allowWaiting } from '@/hooks/useKeptCache'
import { projectSaveSchema } from '@/hooks/queries/projectSaves'
import { DataError } from '@/lib/errors'
import { keysOf, withCacheDatabase } from '@/lib/localCacheDatabase'
import { presentMessages } from '@/lib/notify'
import { makeQueryClient } from '@/lib/queryClient'

// Real IndexedDB and real locks. A tab is a client with its own session of the outbox; what a tab that ends does not get
// to do any more is all that `close` takes from it.
type Tab = { client: QueryClient; restored: Promise<void>; close: () => void }
let userId: string
let sent: (string | undefined)[]
let server: () => Promise<unknown>
let tabs: Tab[]
let shown: string[]
let forgetMessages: () => void

beforeEach(() => {
  userId = crypto.randomUUID()
  sent = []
  server = () => Promise.resolve('saved')
  tabs = []
  shown = []
  forgetMessages = presentMessages((message) => {
    if ('text' in message) shown.push(message.text)
  })
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  onlineManager.setOnline(false)
})
afterEach(() => {
  for (const { close } of tabs) close()
  onlineManager.setOnline(true)
  forgetMessages()
  vi.restoreAllMocks()
})

const PROJECT = crypto.randomUUID()
const key = () => [userId, 'mutation', 'project.update']
/** What is kept must be what the verb needs; the tests tell changes apart by the title. */
const save = (title: string) => ({
  projectId: PROJECT,
  rev: 1,
  base: {},
  wishes: { title },
  madeAt: 0,
  live: true,
})
const titleOf = (variables: unknown) => projectSaveSchema.safeParse(variables).data?.wishes.title

function openTab(): Tab {
  const client = makeQueryClient()
  client.mount()
  allowWaiting(client, userId)
  const { restored, stop } = keepMutations(client, userId)
  client.setMutationDefaults(key(), {
    mutationFn: (variables: unknown) => {
      sent.push(titleOf(variables))
      return server()
    },
    retryDelay: 1,
  })
  const tab = {
    client,
    restored,
    close: () => {
      stop()
      client.unmount()
    },
  }
  tabs.push(tab)
  return tab
}
function change({ client }: Tab, title: string, scope?: string) {
  ask(client, save(title), scope)
}
function ask(client: QueryClient, variables: unknown, scope?: string) {
  const observer = new MutationObserver(client, {
    mutationKey: key(),
    ...(scope !== undefined && { scope: { id: scope } }),
  })
  void observer.mutate(variables as undefined).catch(() => undefined)
}
const inOutbox = () => withCacheDatabase((database) => database.count('outbox', keysOf(userId)))
const waiting = ({ client }: Tab) =>
  client
    .getMutationCache()
    .getAll()
    .filter(({ state }) => state.isPaused)
    .map(({ state }) => titleOf(state.variables))

describe('what is changed while offline', () => {
  test('waits, and leaves in order as soon as the API answers again', async () => {
    const tab = openTab()
    for (const text of ['a', 'b', 'c']) change(tab, text)
    await expect.poll(inOutbox).toBe(3)
    expect(sent).toEqual([])
    onlineManager.setOnline(true)
    await expect.poll(() => sent).toEqual(['a', 'b', 'c'])
    await expect.poll(inOutbox).toBe(0)
  })
  test('survives the end of its tab and is sent once, in order, by the next', async () => {
    const first = openTab()
    for (const text of ['a', 'b', 'c']) change(first, text)
    await expect.poll(inOutbox).toBe(3)
    first.close()

    const next = openTab()
    await next.restored
    expect(waiting(next)).toEqual(['a', 'b', 'c'])
    onlineManager.setOnline(true)
    await expect.poll(inOutbox).toBe(0)
    expect(sent).toEqual(['a', 'b', 'c'])
  })
  test('also what is on its way while nobody sees the page is kept, for the case that it does not arrive', async () => {
    onlineManager.setOnline(true)
    server = () => new Promise(() => undefined)
    const tab = openTab()
    change(tab, 'a')
    await expect.poll(() => sent).toEqual(['a'])
    expect(await inOutbox()).toBe(0)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    change(tab, 'b')
    await expect.poll(inOutbox).toBe(2)
  })
  test('is taken over by exactly one of many tabs that open at once', async () => {
    const first = openTab()
    for (const text of '0123456789') change(first, text)
    await expect.poll(inOutbox).toBe(10)
    first.close()
    const next = Array.from({ length: 5 }, openTab)
    await Promise.all(next.map(({ restored }) => restored))
    expect(next.flatMap(waiting)).toHaveLength(10)
    onlineManager.setOnline(true)
    await expect.poll(inOutbox).toBe(0)
    expect(sent).toHaveLength(10)
    expect(new Set(sent)).toEqual(new Set('0123456789'))
  })
  test('stays with its tab while that lives; a tab already open sends it when that has ended', async () => {
    const [mine, other] = [openTab(), openTab()]
    change(mine, 'x')
    await expect.poll(inOutbox).toBe(1)
    document.dispatchEvent(new Event('visibilitychange')) // everybody looks for what was left
    await expect.poll(() => waiting(mine)).toEqual(['x'])
    expect(waiting(other)).toEqual([])
    mine.close()
    onlineManager.setOnline(true)
    await expect.poll(inOutbox).toBe(0)
    expect(sent).toEqual(['x'])
  })
  test('of one scope goes one after the other, also after a reload', async () => {
    const first = openTab()
    for (const text of ['a', 'b']) change(first, text, 'project')
    await expect.poll(inOutbox).toBe(2)
    first.close()
    let answer: (value: string) => void = () => undefined
    server = () => new Promise((resolve) => (answer = resolve))
    onlineManager.setOnline(true)
    openTab()
    await expect.poll(() => sent).toEqual(['a'])
    answer('saved')
    await expect.poll(() => sent).toEqual(['a', 'b'])
    answer('saved')
    await expect.poll(inOutbox).toBe(0)
  })
  test('is nobody else’s to send', async () => {
    const mine = openTab()
    change(mine, 'hers')
    await expect.poll(inOutbox).toBe(1)
    mine.close()
    const ada = userId
    userId = crypto.randomUUID()
    onlineManager.setOnline(true)
    const eve = openTab()
    await eve.restored
    expect(eve.client.getMutationCache().getAll()).toEqual([])
    userId = ada
    expect(await inOutbox()).toBe(1)
  })
})

describe('a change leaves the outbox', () => {
  test('only with an answer: a tab that dies while sending leaves it to the next', async () => {
    const first = openTab()
    change(first, 'x')
    await expect.poll(inOutbox).toBe(1)
    server = () => new Promise(() => undefined)
    onlineManager.setOnline(true)
    await expect.poll(() => sent).toEqual(['x'])
    first.close()
    server = () => Promise.resolve('saved')
    openTab()
    await expect.poll(inOutbox).toBe(0)
    expect(sent).toEqual(['x', 'x'])
  })
  test('when it is refused for good, which is said with its name', async () => {
    const tab = openTab()
    tab.client.setQueryData([userId, 'projects', 'detail', PROJECT], { id: PROJECT, title: 'Summer' })
    change(tab, 'x')
    await expect.poll(inOutbox).toBe(1)
    server = () => Promise.reject(new DataError('save', '42501', 403))
    onlineManager.setOnline(true)
    await expect.poll(inOutbox).toBe(0)
    expect(sent).toEqual(['x'])
    expect(shown.at(-1)).toMatch(/^Your change to “.+” was not saved\. You are not allowed/)
  })
  test('not when the session had ended: it is sent when the person is back', async () => {
    const tab = openTab()
    change(tab, 'x')
    await expect.poll(inOutbox).toBe(1)
    server = () => Promise.reject(new DataError('save', 'PGRST301', 401))
    onlineManager.setOnline(true)
    await expect.poll(() => tab.client.isMutating()).toBe(0)
    tab.close()
    server = () => Promise.resolve('saved')
    openTab()
    await expect.poll(inOutbox).toBe(0)
    expect(sent).toEqual(['x', 'x'])
  })
})

test('a change that got no answer is kept before anybody knows that the API is away', async () => {
  onlineManager.setOnline(true)
  server = () => {
    onlineManager.setOnline(false)
    return Promise.reject(new DataError('save', 'network', 0))
  }
  const first = openTab()
  change(first, 'x')
  await expect.poll(inOutbox).toBe(1)
  await expect.poll(() => waiting(first)).toEqual(['x'])
  first.close()
  server = () => Promise.resolve('saved')
  onlineManager.setOnline(true)
  openTab()
  await expect.poll(inOutbox).toBe(0)
  expect(sent).toEqual(['x', 'x'])
})

test('what is damaged in the outbox is quarantined and never sent', async () => {
  const first = openTab()
  change(first, 'x')
  change(first, 'y')
  await expect.poll(inOutbox).toBe(2)
  first.close()
  await withCacheDatabase(async (database) => {
    const [id] = await database.getAllKeys('outbox', keysOf(userId))
    if (id)
      await database.put(
        'outbox',
        { ...Object(await database.get('outbox', id)), json: JSON.stringify({ variables: save('forged') }) },
        id,
      )
  })
  onlineManager.setOnline(true)
  openTab()
  await expect.poll(inOutbox).toBe(0)
  expect(sent).toHaveLength(1)
  expect(sent).not.toContain('forged')
  expect(await withCacheDatabase((database) => database.count('quarantine', keysOf(userId)))).toBe(1)
})

test('a change that this device cannot keep is said, and sent all the same', async () => {
  const tab = openTab()
  ask(tab.client, { ...save('x'), file: new Blob(['x']) })
  await expect.poll(() => shown[0]).toContain('Leave this page open')
  onlineManager.setOnline(true)
  await expect.poll(() => sent).toHaveLength(1)
})
