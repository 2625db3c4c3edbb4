import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startWorld, type World } from './generation/world'

let world: World
let sync: typeof import('@/hooks/useRealtimeSync')
let changes: typeof import('@/data/changes')
let projects: typeof import('@/hooks/queries/projects')
let data: typeof import('@/data/projects')
let supabase: typeof import('@/lib/supabase').supabase

beforeAll(async () => {
  world = await startWorld()
  ;({ supabase } = await import('@/lib/supabase'))
  changes = await import('@/data/changes')
  sync = await import('@/hooks/useRealtimeSync')
  projects = await import('@/hooks/queries/projects')
  data = await import('@/data/projects')
})
afterAll(() => world.close())

let userId: string
let client: QueryClient
let project: string
let stops: (() => void)[] = []
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  userId = await world.newPerson()
  project = crypto.randomUUID()
  await supabase.from('video_projects').insert({ id: project, title: 'Summer' }).throwOnError()
  client = new QueryClient()
})
afterEach(async () => {
  vi.useRealTimers()
  for (const stop of stops) stop()
  stops = []
  client.clear()
  await new Promise((resolve) => setTimeout(resolve, 250)) // the channel lingers a moment
})

const soon = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 })
const settle = () => new Promise((resolve) => setTimeout(resolve, 500))
const requests = () => world.line.seen.filter((request) => /GET .*video_projects/.test(request)).length

function openPage() {
  const list = new QueryObserver(client, projects.projectQueries.list(userId))
  const detail = new QueryObserver(client, projects.projectQueries.detail(userId, project))
  stops.push(
    sync.syncCache(client, userId),
    list.subscribe(() => {}),
    detail.subscribe(() => {}),
  )
  return {
    listed: () => list.getCurrentResult().data?.projects.map(({ title }) => title),
    opened: () => detail.getCurrentResult().data?.title,
  }
}
function hearStatus() {
  const heard: string[] = []
  stops.push(
    changes.listenToChanges(userId, { onChange: () => {}, onStatus: (status) => heard.push(status) }),
  )
  return heard
}
const rename = (title: string) =>
  world.server.sql('update public.video_projects set title = $1, rev = rev + 1 where id = $2', [
    title,
    project,
  ])

describe('changes of a person’s own rows', () => {
  test('a new title arrives in the list and on the page without a request', async () => {
    const page = openPage()
    const heard = hearStatus()
    await soon(() => expect(heard.at(-1)).toBe('live'))
    await soon(() => expect(page.listed()).toEqual(['Summer']))
    await settle()
    const before = requests()
    await rename('Autumn')
    await soon(() => expect([page.opened(), page.listed()]).toEqual(['Autumn', ['Autumn']]))
    await settle()
    expect(requests()).toBe(before)
  })

  test('a row that arrives late does not bring an older title back', async () => {
    const page = openPage()
    const heard = hearStatus()
    await soon(() => expect(heard.at(-1)).toBe('live'))
    await soon(() => expect(page.opened()).toBe('Summer'))
    const late = await data.getProject(project, new AbortController().signal)
    await rename('Autumn')
    await soon(() => expect(page.opened()).toBe('Autumn'))
    const { cacheSync } = await import('@/hooks/cacheSync')
    cacheSync(client, userId).onChange({
      table: 'video_projects',
      id: project,
      deleted: false,
      project: late,
    })
    await settle()
    expect(page.opened()).toBe('Autumn')
  })
})

describe('while the socket cannot be had', () => {
  test('everything on a visible page is asked for every 30 seconds, on a hidden one nothing', async () => {
    world.line.blockSockets()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const page = openPage()
    const heard = hearStatus()
    await soon(() => expect(heard.at(-1)).toBe('down'))
    await soon(() => expect(page.opened()).toBe('Summer'))
    await rename('Autumn')
    await settle()
    expect(page.opened()).toBe('Summer')
    vi.advanceTimersByTime(30_000)
    await soon(() => expect(page.opened()).toBe('Autumn'))

    Object.assign(document, { visibilityState: 'hidden' })
    await settle()
    const before = requests()
    vi.advanceTimersByTime(120_000)
    await settle()
    expect(requests()).toBe(before)
    Object.assign(document, { visibilityState: 'visible' })
  })

  test('the status is down, and live again when it is back', async () => {
    const heard = hearStatus()
    await soon(() => expect(heard).toEqual(['connecting', 'live']))
    world.line.goOffline()
    await soon(() => expect(heard.at(-1)).toBe('down'))
    world.line.heal()
    await soon(() => expect(heard.at(-1)).toBe('live'))
  })
})
