import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { RealtimeChannel } from '@supabase/supabase-js'
import { createElement as h, StrictMode, type PropsWithChildren, type ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Target } from '@/domain/target'
import { stubReactPage } from './generation/reactPage'
import { startWorld, type World } from './generation/world'
import { createProject, must, signUp, type Person } from './people'

/** Ada's page in React, as strict as in development; Ben and Cleo have browsers of their own, here the bare client. */
let world: World
let ui: typeof import('@testing-library/react')
let room: typeof import('@/hooks/useProjectRoom')
let presence: typeof import('@/hooks/usePresence')
let Faces: typeof import('@/components/members/Faces').Faces
let supabase: typeof import('@/lib/supabase').supabase
let pagePerson: typeof import('@/lib/pagePerson')

beforeAll(async () => {
  world = await startWorld()
  stubReactPage({ acts: false })
  ui = await import('@testing-library/react')
  room = await import('@/hooks/useProjectRoom')
  presence = await import('@/hooks/usePresence')
  ;({ Faces } = await import('@/components/members/Faces'))
  ;({ supabase } = await import('@/lib/supabase'))
  pagePerson = await import('@/lib/pagePerson')
})
afterAll(() => world.close())

const title: Target = { kind: 'field', field: 'title' }
const description: Target = { kind: 'field', field: 'description' }
let ada: string
let ben: Person
let cleo: Person
let project: string
let client: QueryClient
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  ada = await world.newPerson()
  pagePerson.changePagePerson(ada)
  ben = await signUp(world.server, 'Ben')
  cleo = await signUp(world.server, 'Cleo')
  project = await createProject(ben, 'Summer')
  must(
    await ben.client
      .from('project_members')
      .insert({ project_id: project, user_id: ada, role: 'editor' })
      .select(),
  )
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})
afterEach(async () => {
  ui.cleanup()
  client.clear()
  await Promise.all([ben, cleo].map((person) => person.client.removeAllChannels()))
  await new Promise((resolve) => setTimeout(resolve, 250)) // the channel lingers a moment
})

const page = ({ children }: PropsWithChildren) =>
  h(
    StrictMode,
    null,
    h(
      QueryClientProvider,
      { client },
      h(room.ProjectRoom, { userId: ada, projectId: project, mayEdit: true, children }),
    ),
  )
const open = async <T>(hook: () => T) => {
  const view = ui.renderHook(() => ({ status: room.useRoomStatus(), seen: hook() }), { wrapper: page })
  await soon(() => expect(view.result.current.status).toBe('live'))
  return () => view.result.current.seen
}
const show = (content: ReactNode) => ui.render(content, { wrapper: page })
const soon = (check: () => void) => ui.waitFor(check, { timeout: 15_000 })
const settle = () => ui.act(() => new Promise<void>((resolve) => setTimeout(resolve, 400)))

/** Somebody opens the project and claims to be `userId`. */
async function enters(person: Person, tab: string, userId = person.id): Promise<RealtimeChannel> {
  const config = { private: true, presence: { key: tab }, broadcast: { ack: true } }
  const channel = person.client.channel(`project:${project}`, { config })
  channel.on('presence', { event: 'sync' }, () => {})
  await person.client.realtime.setAuth()
  await new Promise<void>((resolve, reject) => {
    channel.subscribe((status, error) => {
      if (status === 'SUBSCRIBED') resolve()
      else if (status !== 'CLOSED') reject(error ?? new Error(status))
    })
  })
  expect(await channel.track({ userId, name: 'Napoleon', role: 'owner' })).toBe('ok')
  return channel
}
const say = (channel: RealtimeChannel, event: string, payload: object) =>
  channel.send({ type: 'broadcast', event, payload })
const TAB = '0b0e3f6c-8f5d-4c0d-9a55-d2f0a3b1c001'
const OTHER_TAB = '0b0e3f6c-8f5d-4c0d-9a55-d2f0a3b1c002'

describe('the people of an open project', () => {
  test('have the name and the role of the database, whatever they say about themselves', async () => {
    const people = await open(() => presence.useRoomPeople())
    await enters(ben, TAB)
    await soon(() => expect(people()).toHaveLength(2))
    expect(people()[0]).toMatchObject({ userId: ada, name: 'Ada', role: 'editor', isMe: true })
    expect(people()[1]).toMatchObject({ userId: ben.id, name: 'Ben', role: 'owner', isMe: false, key: TAB })
  })

  test('do not include somebody who claims to be a stranger', async () => {
    const people = await open(() => presence.useRoomPeople())
    await enters(ben, TAB, cleo.id)
    await settle()
    expect(people().map(({ userId }) => userId)).toEqual([ada])
  })

  test('include who became a member a moment ago', async () => {
    const people = await open(() => presence.useRoomPeople())
    await soon(() => expect(people()).toHaveLength(1))
    must(
      await ben.client
        .from('project_members')
        .insert({ project_id: project, user_id: cleo.id, role: 'viewer' })
        .select(),
    )
    await enters(cleo, TAB)
    await soon(() => expect(people().map(({ name }) => name)).toEqual(['Ada', 'Cleo']))
  })

  test('have faces that say where they are; nobody is shown while one is alone', async () => {
    show(h(Faces))
    const channel = await enters(ben, TAB)
    await soon(() => expect(ui.screen.getByRole('img').getAttribute('aria-label')).toBe('Ben'))
    await say(channel, 'hold', { key: TAB, target: title })
    await soon(() => expect(ui.screen.getByRole('img').getAttribute('aria-label')).toBe('Ben, on the title'))
    await ben.client.removeAllChannels()
    await soon(() => expect(ui.screen.queryByRole('list')).toBeNull())
  })

  test('have one face, however many tabs they have open', async () => {
    const again = { ...ben, client: (await signInAgain(ben)).client }
    show(h(Faces))
    await enters(ben, TAB)
    const second = await enters(again, OTHER_TAB)
    await say(second, 'hold', { key: OTHER_TAB, target: description })
    await soon(() =>
      expect(ui.screen.getByRole('img').getAttribute('aria-label')).toBe('Ben, on the description'),
    )
    await again.client.removeAllChannels()
  })

  test('share one channel in StrictMode, and nothing is heard any more when the person leaves', async () => {
    await open(() => presence.useRoomPeople())
    expect(supabase.getChannels().map(({ topic }) => topic)).toEqual([`realtime:project:${project}`])
    pagePerson.changePagePerson(null)
    await soon(() => expect(supabase.getChannels()).toEqual([]))
  })
})

describe('a field that somebody else works on', () => {
  test('knows who holds it, and only it', async () => {
    const holders = await open(() => [presence.useHolders(title), presence.useHolders(description)])
    const channel = await enters(ben, TAB)
    await say(channel, 'hold', { key: TAB, target: title })
    await soon(() => expect(holders()[0]).toMatchObject([{ name: 'Ben', holds: title }]))
    expect(holders()[1]).toEqual([])
    await say(channel, 'hold', { key: TAB, target: null })
    await soon(() => expect(holders()[0]).toEqual([]))
  })

  test('shows what they type, until they go', async () => {
    const typing = await open(() => presence.useTyping(title))
    const channel = await enters(ben, TAB)
    await say(channel, 'typing', { key: TAB, target: title, value: 'By the s' })
    await soon(() => expect(typing()).toMatchObject({ value: 'By the s', by: { name: 'Ben' } }))
    await ben.client.removeAllChannels()
    await soon(() => expect(typing()).toBeNull())
  })

  test('is not rendered again by what is typed elsewhere', async () => {
    let renders = 0
    const people = await open(() => {
      renders++
      return [presence.useTyping(description), presence.useHolders(description)]
    })
    const channel = await enters(ben, TAB)
    await settle()
    const before = renders
    for (let n = 0; n < 20; n++) await say(channel, 'typing', { key: TAB, target: title, value: `Text ${n}` })
    await settle()
    expect(renders - before).toBe(0)
    expect(people()).toEqual([null, []])
  })
})

/** The same person in another browser. */
async function signInAgain({ email }: Person) {
  const { visitor, PASSWORD } = await import('./people')
  const other = visitor(world.server)
  const { error } = await other.auth.signInWithPassword({ email, password: PASSWORD })
  if (error) throw error
  return { client: other }
}
