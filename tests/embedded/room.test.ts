import { QueryClient, QueryObserver } from '@tanstack/react-query'
import type { RealtimeChannel } from '@supabase/supabase-js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Target } from '@/domain/target'
import type { RoomStore } from '@/stores/room.store'
import { startWorld, type World } from './generation/world'
import { addToLibrary, createProject, must, signUp, type Person } from './people'

/** Ada uses the page's own code; Ben is somebody else with a browser of his own, here the bare client. */
let world: World
let enterRoom: typeof import('@/hooks/enterRoom').enterRoom
let createRoomStore: typeof import('@/stores/room.store').createRoomStore
let projectChannel: typeof import('@/data/projectChannel')
let supabase: typeof import('@/lib/supabase').supabase
let queries: typeof import('@/hooks/queries/projects') &
  typeof import('@/hooks/queries/photos') &
  typeof import('@/hooks/queries/videos')

beforeAll(async () => {
  world = await startWorld()
  ;({ supabase } = await import('@/lib/supabase'))
  ;({ enterRoom } = await import('@/hooks/enterRoom'))
  ;({ createRoomStore } = await import('@/stores/room.store'))
  projectChannel = await import('@/data/projectChannel')
  queries = {
    ...(await import('@/hooks/queries/projects')),
    ...(await import('@/hooks/queries/photos')),
    ...(await import('@/hooks/queries/videos')),
  }
})
afterAll(() => world.close())

const title: Target = { kind: 'field', field: 'title' }
const description: Target = { kind: 'field', field: 'description' }
let ada: string
let ben: Person
let client: QueryClient
let project: string
let leaving: (() => void)[] = []
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  ada = await world.newPerson()
  ben = await signUp(world.server, 'Ben')
  project = await createProject(ben, 'Summer')
  client = new QueryClient()
})
afterEach(async () => {
  for (const leave of leaving) leave()
  leaving = []
  client.clear()
  await ben.client.removeAllChannels()
  await new Promise((resolve) => setTimeout(resolve, 250)) // the channel lingers a moment
})

const share = async (role: 'viewer' | 'editor') =>
  must(
    await ben.client
      .from('project_members')
      .upsert({ project_id: project, user_id: ada, role })
      .select()
      .single(),
  )

function enter(maySpeak = true) {
  const store: RoomStore = createRoomStore()
  const room = enterRoom(client, store, { userId: ada, projectId: project, maySpeak: () => maySpeak })
  leaving.push(room.leave)
  return { ...room, store, now: () => store.getState() }
}
const live = (store: RoomStore) =>
  vi.waitFor(() => expect(store.getState().status).toBe('live'), { timeout: 15_000, interval: 20 })
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 })
/** Long enough for anything that was going to come. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 400))

const BENS_TAB = '0b0e3f6c-8f5d-4c0d-9a55-d2f0a3b1c001'
type Heard = { event: string; payload: unknown }
/** Ben opens the project: joined, present, listening. */
async function benEnters(): Promise<{ channel: RealtimeChannel; heard: Heard[] }> {
  const heard: Heard[] = []
  const channel = ben.client.channel(`project:${project}`, {
    config: { private: true, presence: { key: BENS_TAB }, broadcast: { ack: true } },
  })
  channel
    .on('presence', { event: 'sync' }, () => {})
    .on('broadcast', { event: '*' }, ({ event, payload }) => heard.push({ event, payload }))
  await ben.client.realtime.setAuth()
  await new Promise<void>((resolve, reject) => {
    channel.subscribe((status, error) => {
      if (status === 'SUBSCRIBED') resolve()
      else if (status !== 'CLOSED') reject(error ?? new Error(status))
    })
  })
  expect(await channel.track({ userId: ben.id })).toBe('ok')
  return { channel, heard }
}
const say = (channel: RealtimeChannel, event: string, payload: object) =>
  channel.send({ type: 'broadcast', event, payload })

describe('who is in the room', () => {
  test('somebody who comes is seen, and is gone when they leave', async () => {
    await share('editor')
    const { store, now } = enter()
    await live(store)
    const { channel } = await benEnters()
    await soon(() => expect(now().present).toContainEqual({ key: BENS_TAB, userId: ben.id }))
    await ben.client.removeChannel(channel)
    await soon(() => expect(now().present.map(({ userId }) => userId)).toEqual([ada]))
  })

  test('a viewer is seen by the others', async () => {
    await share('viewer')
    const { channel } = await benEnters()
    const { store } = enter(false)
    await live(store)
    await soon(() => expect(JSON.stringify(channel.presenceState())).toContain(ada))
  })

  test('a stranger is refused, sees nobody and nothing', async () => {
    const { channel, heard } = await benEnters()
    const { store, now, hold, type } = enter()
    await soon(() => expect(now().status).toBe('down'))
    hold(title)
    type(title, 'let me in')
    await say(channel, 'typing', { key: BENS_TAB, target: title, value: 'secret' })
    await settle()
    expect(now()).toMatchObject({ present: [], holds: {}, typing: {} })
    expect(heard).toEqual([])
    expect(JSON.stringify(channel.presenceState())).not.toContain(ada)
    expect(store.getState().status).toBe('down')
  })

  test('entering twice at once, as StrictMode does, joins one channel and shows one person', async () => {
    await share('editor')
    const { channel } = await benEnters()
    enter().leave()
    const { store } = enter()
    await live(store)
    expect(supabase.getChannels().map(({ topic }) => topic)).toEqual([`realtime:project:${project}`])
    await soon(() => expect(Object.keys(channel.presenceState())).toHaveLength(2))
    expect(channel.presenceState()[projectChannel.TAB_KEY]).toHaveLength(1)
  })

  test('leaving closes the channel', async () => {
    await share('editor')
    const { store, leave } = enter()
    await live(store)
    leave()
    await soon(() => expect(supabase.getChannels()).toEqual([]))
  })
})

describe('what is said in the room', () => {
  beforeEach(() => share('editor'))

  test('what somebody holds and types is heard by the others, in both directions', async () => {
    const { store, now, hold, type } = enter()
    await live(store)
    const { channel, heard } = await benEnters()
    hold(title)
    type(title, 'Summ')
    await soon(() =>
      expect(heard).toEqual([
        { event: 'hold', payload: { key: projectChannel.TAB_KEY, target: title } },
        { event: 'typing', payload: { key: projectChannel.TAB_KEY, target: title, value: 'Summ' } },
      ]),
    )
    await say(channel, 'hold', { key: BENS_TAB, target: description })
    await say(channel, 'typing', { key: BENS_TAB, target: description, value: 'By the sea' })
    await soon(() => expect(now().holds).toEqual({ [BENS_TAB]: description }))
    await soon(() => expect(now().typing['field:description']).toMatchObject({ value: 'By the sea' }))
  })

  test('fast typing goes out as a few messages, the last letter included', async () => {
    const { store, type } = enter()
    await live(store)
    const { heard } = await benEnters()
    const text = 'A summer by the sea with everybody'
    for (let end = 1; end <= text.length; end++) type(title, text.slice(0, end))
    await soon(() => expect(heard.at(-1)?.payload).toMatchObject({ value: text }))
    expect(heard.length).toBeLessThan(4)
  })

  test('who comes later is told what is held', async () => {
    const { store, hold } = enter()
    await live(store)
    hold(title)
    const { heard } = await benEnters()
    await soon(() => expect(heard).toMatchObject([{ event: 'hold', payload: { target: title } }]))
  })

  test('a viewer says nothing', async () => {
    const { store, hold, type } = enter(false)
    await live(store)
    const { heard } = await benEnters()
    hold(title)
    type(title, 'Mine now')
    await settle()
    expect(heard).toEqual([])
  })

  test('a viewer with a client of their own is refused', async () => {
    await share('viewer')
    const { heard } = await benEnters()
    const { store } = enter(true)
    await live(store)
    const channel = supabase.getChannels()[0]
    if (!channel) throw new Error('no channel')
    await say(channel, 'typing', { key: projectChannel.TAB_KEY, target: title, value: 'Mine now' })
    await settle()
    expect(heard).toEqual([])
  })

  test('what is malformed, too long or of a newer page is ignored', async () => {
    const { store, now } = enter()
    await live(store)
    const { channel } = await benEnters()
    await say(channel, 'typing', { key: BENS_TAB, target: title, value: 'x'.repeat(2001) })
    await say(channel, 'typing', { key: BENS_TAB, target: { kind: 'field', field: 'user_id' }, value: 'x' })
    await say(channel, 'typing', { key: 'nobody', target: title, value: 'x' })
    await say(channel, 'hold', { key: BENS_TAB, target: { kind: 'photo', id: '../..' } })
    await say(channel, 'poke', { key: BENS_TAB })
    await say(channel, 'hold', { key: BENS_TAB, target: title })
    await soon(() => expect(now().holds).toEqual({ [BENS_TAB]: title }))
    expect(now().typing).toEqual({})
  })
})

describe('rows of a project that belongs to somebody else', () => {
  beforeEach(() => share('editor'))
  const open = async () => {
    const detail = new QueryObserver(client, queries.projectQueries.detail(ada, project))
    const photos = new QueryObserver(client, queries.photoQueries.ofProject(ada, project))
    const films = new QueryObserver(client, queries.videoQueries.ofProject(ada, project))
    for (const observer of [detail, photos, films]) leaving.push(observer.subscribe(() => {}))
    const room = enter()
    await live(room.store)
    await soon(() => expect(films.getCurrentResult().data).toBeDefined())
    await settle() // what is asked for on coming in has been answered
    return {
      ...room,
      title: () => detail.getCurrentResult().data?.title,
      captions: () => photos.getCurrentResult().data?.map(({ caption }) => caption),
      films: () => films.getCurrentResult().data?.map(({ status }) => status),
    }
  }
  const rename = async (to: string) => {
    const { rev } = must(await ben.client.from('video_projects').select('rev').eq('id', project).single())
    must(await ben.client.from('video_projects').update({ title: to, rev }).eq('id', project).select())
  }
  const addPhoto = async (caption: string) => {
    const row = { project_id: project, media_item_id: await addToLibrary(ben), position: 'a0', caption }
    return must(await ben.client.from('photos').insert(row).select('id').single()).id
  }

  test('a new title, a new photo, its caption and a film arrive by themselves', async () => {
    const page = await open()
    await rename('Autumn')
    await soon(() => expect(page.title()).toBe('Autumn'))
    const photo = await addPhoto('At the beach')
    await soon(() => expect(page.captions()).toEqual(['At the beach']))
    must(await ben.client.from('photos').update({ caption: 'In the sea' }).eq('id', photo).select())
    await soon(() => expect(page.captions()).toEqual(['In the sea']))
    must(
      await ben.client.rpc('enqueue_generation', { project, request_key: crypto.randomUUID(), settings: {} }),
    )
    await soon(() => expect(page.films()).toEqual(['queued']))
  })

  test('a photo that is taken out goes', async () => {
    const photo = await addPhoto('At the beach')
    const page = await open()
    await soon(() => expect(page.captions()).toEqual(['At the beach']))
    must(await ben.client.from('photos').delete().eq('id', photo).select())
    await soon(() => expect(page.captions()).toEqual([]))
  })

  test('what was missed while the line was cut is caught up on, and the room is as it was', async () => {
    const page = await open()
    page.hold(title)
    const { channel, heard } = await benEnters()
    await say(channel, 'hold', { key: BENS_TAB, target: description })
    await soon(() => expect(page.now().holds).toEqual({ [BENS_TAB]: description }))
    world.line.goOffline()
    await soon(() => expect(page.now()).toMatchObject({ status: 'down', present: [], holds: {} }))
    await rename('Winter')
    heard.length = 0
    world.line.heal()
    await soon(() => expect(page.title()).toBe('Winter'))
    await soon(() => expect(page.now().present.map(({ userId }) => userId)).toContain(ben.id))
    await soon(() => expect(heard).toMatchObject([{ event: 'hold', payload: { target: title } }]))
  })

  test('a text that is saved is not shown as being typed any more', async () => {
    const page = await open()
    const { channel } = await benEnters()
    await say(channel, 'typing', { key: BENS_TAB, target: title, value: 'Autumn' })
    await soon(() => expect(page.now().typing['field:title']).toMatchObject({ value: 'Autumn' }))
    await rename('Autumn')
    // Well before it would be forgotten for its age.
    await vi.waitFor(() => expect(page.now().typing).toEqual({}), { timeout: 2_500, interval: 20 })
  })
})

describe('a membership that ends while the project is open', () => {
  test('closes the room at the next token, and opens again for somebody who is invited back', async () => {
    await share('editor')
    const { store, now } = enter()
    await live(store)
    await benEnters()
    await soon(() => expect(now().present).toHaveLength(2))
    must(await ben.client.from('project_members').delete().eq('user_id', ada).select())
    await new Promise((resolve) => setTimeout(resolve, 1100)) // a token says when it was made, in whole seconds
    await supabase.auth.refreshSession()
    await supabase.realtime.setAuth()
    await soon(() => expect(now()).toMatchObject({ status: 'down', present: [] }))
    await share('editor')
    await live(store)
    await soon(() => expect(now().present).toHaveLength(2))
  })
})
