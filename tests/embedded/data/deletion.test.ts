import { QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { ToldMessage } from '@/lib/notify'
import { startWorld, type World } from '../generation/world'

let world: World
let projects: typeof import('@/data/projects')
let deletion: typeof import('@/hooks/queries/projectDeletion')
let queries: typeof import('@/hooks/queries/projects').projectQueries
let stopPresenting = () => {}
/** The messages on the screen. */
const told = new Map<string, ToldMessage>()
beforeAll(async () => {
  world = await startWorld()
  projects = await import('@/data/projects')
  deletion = await import('@/hooks/queries/projectDeletion')
  ;({ projectQueries: queries } = await import('@/hooks/queries/projects'))
  const { presentMessages } = await import('@/lib/notify')
  stopPresenting = presentMessages((message) => {
    if (message.kind === 'dismiss') told.delete(message.id)
    else if (message.kind !== 'dismissAll') told.set(message.id, message)
  })
})
afterAll(async () => {
  stopPresenting()
  await world.close()
})

let me: string
let id: string
let client: QueryClient
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  told.clear()
  me = await world.newPerson()
  id = crypto.randomUUID()
  await projects.createProject(id, {
    title: 'Lake',
    description: '',
    style: 'classic',
    durationSeconds: 60,
    aspectRatio: '16:9',
    music: DEFAULT_MUSIC,
  })
  client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  await client.fetchQuery(queries.list(me))
  await client.fetchQuery(queries.detail(me, id))
})
afterEach(() => client.clear())

const remove = () =>
  client
    .getMutationCache()
    .build(client, deletion.undoableDeletion(client, me))
    .execute({ projectId: id, title: 'Lake' })
const message = async (): Promise<ToldMessage> => {
  await vi.waitFor(() => expect(told.size).toBe(1))
  const [only] = told.values()
  if (!only) throw new Error('Nothing is said')
  return only
}
const left = () => world.count('public.video_projects')
const isHidden = () =>
  client
    .getMutationCache()
    .findAll({ status: 'pending' })
    .some(({ options }) => options.mutationKey?.[2] === 'project.delete')
const deletions = () => world.line.seen.filter((request) => /^DELETE .*video_projects/.test(request)).length

describe('a project that is deleted', () => {
  test('is hidden at once and there until the message has gone', async () => {
    const before = deletions()
    const removing = remove()
    expect(isHidden()).toBe(true)
    const { text, action, onGone } = await message()
    expect(text).toBe('“Lake” was deleted')
    expect(action?.label).toBe('Undo')
    expect(deletions() - before).toBe(0)
    onGone?.()
    await removing
    // From the message to the request there is no moment in which it would be seen again.
    expect(isHidden()).toBe(true)
    await vi.waitFor(() => expect(client.isMutating()).toBe(0), 10_000)
    expect(await left()).toBe(0)
    expect(client.getQueryData(queries.list(me).queryKey)).toEqual({ projects: [], total: 0 })
    expect(client.getQueryData(queries.detail(me, id).queryKey)).toBeUndefined()
  })

  test('comes back with Undo, and nothing was ever sent', async () => {
    const before = deletions()
    const removing = remove()
    const { action } = await message()
    action?.onClick()
    await removing
    expect(isHidden()).toBe(false)
    expect(deletions() - before).toBe(0)
    expect(await left()).toBe(1)
  })

  test('is gone when the page goes, and a page that comes back no longer offers to undo it', async () => {
    const removing = remove()
    await message()
    world.page.dispatchEvent(new Event('pagehide'))
    await removing
    expect(told.size).toBe(0)
    await vi.waitFor(async () => expect(await left()).toBe(0), 10_000)
    expect(client.getQueryData(queries.list(me).queryKey)).toEqual({ projects: [], total: 0 })
  })

  test('is shown again when the server refuses', async () => {
    world.line.fail(/DELETE .*video_projects/, { status: 403, body: { code: '42501', message: 'no' } })
    const removing = remove()
    const { onGone } = await message()
    onGone?.()
    await removing
    await vi.waitFor(() => expect(isHidden()).toBe(false), 10_000)
    expect(await left()).toBe(1)
    expect(client.getQueryData(queries.list(me).queryKey)).toMatchObject({ total: 1 })
  })

  test('was deleted already: asking again is harmless', async () => {
    await projects.deleteProject(id)
    await projects.deleteProject(id)
    expect(await left()).toBe(0)
  })

  // The last of the file: from here on the page belongs to somebody.
  test('stays when its page dies, or the person leaves, before the message has gone', async () => {
    const { changePagePerson } = await import('@/lib/pagePerson')
    const before = deletions()
    changePagePerson(me)
    const removing = remove()
    const { onGone } = await message()
    changePagePerson(null)
    onGone?.()
    await removing
    expect(isHidden()).toBe(false)
    expect(deletions() - before).toBe(0)
    expect(await left()).toBe(1)
  })
})
