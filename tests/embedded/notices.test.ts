import { QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Notification } from '@/domain/notification'
import { startWorld, type World } from './generation/world'

/** What one tab of the page has loaded: its own client, socket and cache, and the session they all share. */
async function openTab() {
  vi.resetModules()
  const { supabase } = await import('@/lib/supabase')
  const tab = {
    supabase,
    client: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    ...(await import('@/data/notifications')),
    ...(await import('@/data/changes')),
    ...(await import('@/hooks/announcements')),
    ...(await import('@/hooks/useRealtimeSync')),
    ...(await import('@/hooks/queries/notifications')),
  }
  await supabase.auth.getSession()
  return tab
}
type Tab = Awaited<ReturnType<typeof openTab>>

let world: World
let tabs: [Tab, Tab]
let userId: string
let visibility: DocumentVisibilityState
let stops: (() => unknown)[] = []

beforeAll(async () => {
  world = await startWorld()
  Object.defineProperty(world.page, 'visibilityState', { get: () => visibility })
})
afterAll(() => world.close())
beforeEach(async () => {
  visibility = 'visible'
  world.line.heal()
  await world.server.reset()
  userId = await world.newPerson()
  tabs = [await openTab(), await openTab()]
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  for (const { client, supabase } of tabs) {
    client.clear()
    await supabase.auth.stopAutoRefresh()
    await supabase.removeAllChannels()
  }
})

/** Something happens to the person. @returns its id */
async function happen(kind = 'video_completed', at = 'now()', to = userId): Promise<string> {
  const payload = { project: crypto.randomUUID(), title: 'Lake' }
  const [row] = await world.server.sql<{ id: string }>(
    `insert into public.notifications (user_id, kind, payload, created_at) values ($1, $2, $3, ${at}) returning id`,
    [to, kind, JSON.stringify(payload)],
  )
  if (!row) throw new Error('The notification is not there')
  return row.id
}

/** A tab as the app has it: the cache follows the database, and news is announced. @returns what it announced */
async function follow(tab: Tab): Promise<string[]> {
  const announced: string[] = []
  const { client } = tab
  const statuses: string[] = []
  stops.push(
    tab.syncCache(client, userId),
    tab.followNews(client, userId, (won) => announced.push(...won.map(({ id }) => id))),
    tab.listenToChanges(userId, { onChange: () => {}, onStatus: (status) => statuses.push(status) }),
  )
  await vi.waitFor(() => expect(statuses.at(-1)).toBe('live'), 20_000)
  await settled(tab)
  return announced
}
const settled = async ({ client }: Tab) => {
  await new Promise((resolve) => setTimeout(resolve, 400)) // a burst and what it asks for
  await vi.waitFor(() => expect(client.isFetching()).toBe(0), 10_000)
}

const seenBy = ({ client, notificationQueries }: Tab) =>
  client.getQueryData(notificationQueries.feed(userId).queryKey)?.pages[0]?.notifications.map(({ id }) => id)

describe('the claim to announce', () => {
  test('is won exactly once by two clients of one person who race for the same 60 notifications', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => happen()))
    const batches = ids.flatMap((_, n) => (n % 3 === 0 ? [ids.slice(n, n + 3)] : []))
    const claims = await Promise.all(
      batches.flatMap((batch, n) => {
        const [first, second] = n % 2 === 0 ? tabs : [tabs[1], tabs[0]]
        return [first.claimNotifications(batch), second.claimNotifications(batch.toReversed())]
      }),
    )
    const won = claims.flat().map(({ id }) => id)
    expect(won.sort()).toEqual(ids.sort())
  })

  test('says what is announced', async () => {
    const id = await happen('video_failed')
    const [won] = await tabs[0].claimNotifications([id])
    expect(won).toMatchObject({ id, kind: 'video_failed', payload: { title: 'Lake' }, readAt: null })
    expect(won?.announcedAt).not.toBeNull()
  })

  test('is never had on what happened to somebody else', async () => {
    const id = await happen()
    await world.signOut()
    await world.newPerson()
    const [stranger] = [await openTab()]
    expect(await stranger.claimNotifications([id])).toEqual([])
    await stranger.markNotificationsRead([id])
    await stranger.dismissNotification(id)
    const rows = await world.server.sql('select announced_at, read_at from public.notifications')
    expect(rows).toEqual([{ announced_at: null, read_at: null }])
  })
})

describe('news', () => {
  test('is announced by one of two open tabs, whichever it is', async () => {
    const [one, other] = [await follow(tabs[0]), await follow(tabs[1])]
    const ids: string[] = []
    for (let n = 0; n < 8; n++) {
      ids.push(await happen())
      await vi.waitFor(() => expect(one.length + other.length).toBeGreaterThan(n), 10_000)
    }
    await Promise.all(tabs.map(settled))
    expect([...one, ...other].sort()).toEqual(ids.sort())
  })

  test('is not what was there when the page opened, nor what comes from an older page of the list', async () => {
    for (let n = 0; n < 25; n++) await happen('video_completed', `now() - interval '${n + 1} minutes'`)
    const announced = await follow(tabs[0])
    const { client, notificationQueries, dismissNotification, listNotifications } = tabs[0]
    const { notifications } = await listNotifications(userId, null)
    // The 21st moves up to the first page.
    await dismissNotification(notifications[3]?.id ?? '')
    await client.fetchInfiniteQuery({ ...notificationQueries.feed(userId), pages: 2, staleTime: 0 })
    await settled(tabs[0])
    expect(announced).toEqual([])
    const id = await happen()
    await vi.waitFor(() => expect(announced).toEqual([id]), 10_000)
  })

  test('is not what a list kept from an earlier visit lacks', async () => {
    const { client, notificationQueries } = tabs[0]
    const kept = { pages: [{ notifications: [], next: null }], pageParams: [null] }
    client.setQueryData(notificationQueries.feed(userId).queryKey, kept, {
      updatedAt: performance.timeOrigin - 60_000,
    })
    await happen()
    expect(await follow(tabs[0])).toEqual([])
  })

  test('is what came while the line was down', async () => {
    const announced = await follow(tabs[0])
    world.line.goOffline()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const id = await happen('project_invited')
    world.line.heal()
    await vi.waitFor(() => expect(announced).toEqual([id]), 20_000)
  })

  test('is announced later when the claim does not get through', async () => {
    const announced = await follow(tabs[0])
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    world.line.fail(/PATCH .*notifications/, 'cut', 4)
    const id = await happen()
    await vi.waitFor(() => expect(warned).toHaveBeenCalled(), 20_000)
    expect(announced).toEqual([])
    world.line.heal()
    await tabs[0].client.invalidateQueries({ queryKey: tabs[0].notificationQueries.all(userId) })
    await vi.waitFor(() => expect(announced).toEqual([id]), 10_000)
    warned.mockRestore()
  })

  test('is left by a hidden tab to one that is looked at, and announced by it when there is none', async () => {
    const announced = await follow(tabs[0])
    visibility = 'hidden'
    const first = await happen()
    await vi.waitFor(() => expect(seenBy(tabs[0])).toContain(first), 10_000)
    // Somebody looks at the other tab.
    expect(await tabs[1].claimNotifications([first])).toHaveLength(1)
    const second = await happen()
    await vi.waitFor(() => expect(announced).toEqual([second]), 10_000)
  })

  test('is not what has been read or dismissed before it could be announced', async () => {
    const announced = await follow(tabs[0])
    visibility = 'hidden'
    const readOne = await happen()
    const dismissed = await happen()
    await vi.waitFor(() => expect(seenBy(tabs[0])).toEqual([dismissed, readOne]), 10_000)
    await tabs[1].markNotificationsRead([readOne])
    await tabs[1].dismissNotification(dismissed)
    const left = await happen()
    await vi.waitFor(() => expect(announced).toEqual([left]), 10_000)
    await settled(tabs[0])
    expect(announced).toEqual([left])
  })
})

describe('the list', () => {
  const all = async ({ listNotifications }: Tab) => {
    const pages: Notification[][] = []
    let next: Parameters<typeof listNotifications>[1] = null
    do {
      const page = await listNotifications(userId, next)
      pages.push(page.notifications)
      next = page.next
      if (pages.length === 1) await happen('video_failed') // while somebody reads
    } while (next)
    return pages
  }

  test('comes in pages, newest first, each row once, also where many happened at the same moment', async () => {
    const ids: string[] = []
    for (let n = 0; n < 45; n++)
      ids.push(await happen('video_completed', `timestamptz '2025-06-01' + interval '${n % 3} s'`))
    const pages = await all(tabs[0])
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5])
    const rows = pages.flat()
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort())
    const times = rows.map(({ createdAt }) => Date.parse(createdAt))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  test('counts what is unread, and reads one, or all that has been seen', async () => {
    const [tab] = tabs
    for (let n = 0; n < 23; n++) await happen()
    expect(await tab.countUnread(userId)).toBe(23)
    const { notifications } = await tab.listNotifications(userId, null)
    const [newest, second] = notifications
    if (!newest || !second) throw new Error('There are 23')
    await tab.markNotificationsRead([second.id])
    await tab.markNotificationsRead([second.id])
    expect(await tab.countUnread(userId)).toBe(22)
    await happen('project_invited') // comes while the button is pressed
    await tab.markAllNotificationsRead(userId, newest)
    expect(await tab.countUnread(userId)).toBe(1)
    await tab.dismissNotification(newest.id)
    expect(await world.count('public.notifications')).toBe(23)
  })
})
