import { QueryClient, QueryObserver, type MutationState } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { Project } from '@/domain/project'
import type { SomeWishes } from '@/domain/wishes'
import { must, signUp, type Person } from '../people'
import { startWorld, type World } from '../generation/world'

let world: World
let queries: typeof import('@/hooks/queries/projects').projectQueries
let mutations: typeof import('@/hooks/queries/projectMutations')
let cache: typeof import('@/hooks/queries/projectCache')
let defaults: typeof import('@/hooks/queries/mutationDefaults')
let conflicts: typeof import('@/hooks/queries/projectConflict')
let data: typeof import('@/data/projects')
let ui: typeof import('@/stores/ui.store').useUiStore
beforeAll(async () => {
  world = await startWorld()
  ;({ projectQueries: queries } = await import('@/hooks/queries/projects'))
  mutations = await import('@/hooks/queries/projectMutations')
  cache = await import('@/hooks/queries/projectCache')
  defaults = await import('@/hooks/queries/mutationDefaults')
  conflicts = await import('@/hooks/queries/projectConflict')
  data = await import('@/data/projects')
  ;({ useUiStore: ui } = await import('@/stores/ui.store'))
})
afterAll(() => world.close())

let me: string
let peer: Person
let project: Project
let client: QueryClient
/** Every title and description the project's page has shown, in order. */
let seen: string[] = []
let leave = () => {}
const newClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  me = await world.newPerson()
  project = await data.createProject(crypto.randomUUID(), {
    title: 'Lake',
    description: 'Summer',
    style: 'classic',
    durationSeconds: 60,
    aspectRatio: '16:9',
    music: DEFAULT_MUSIC,
  })
  peer = await signUp(world.server, 'Eve')
  await world.server.sql(
    `insert into public.project_members (project_id, user_id, role) values ('${project.id}', '${peer.id}', 'editor')`,
  )
  client = newClient()
  await openPage()
})
afterEach(() => {
  leave()
  client.clear()
  ui.getState().closeModal('projectConflict')
})

async function openPage() {
  seen = []
  const detail = new QueryObserver(client, queries.detail(me, project.id))
  const list = new QueryObserver(client, queries.list(me))
  const stops = [
    detail.subscribe(({ data: shown }) => shown && seen.push(`${shown.title} ${shown.description}`)),
    list.subscribe(() => {}),
  ]
  leave = () => stops.forEach((stop) => stop())
  await vi.waitFor(() => expect(shown() && card()).toBeTruthy(), 20_000)
  seen = []
}
const shown = () => client.getQueryData<Project>(queries.detail(me, project.id).queryKey)
const card = () => client.getQueryData(queries.list(me).queryKey)?.projects[0]
const start = (wishes: SomeWishes, change: { live?: boolean } = {}) => {
  const options = { ...mutations.updateProjectOptions(client, me), scope: mutations.savesOf(project.id) }
  const save = { ...mutations.projectSave(client, me, project.id, wishes), ...change }
  return client.getMutationCache().build(client, options).execute(save)
}
const settled = () => vi.waitFor(() => expect(client.isMutating() + client.isFetching()).toBe(0), 20_000)
async function peerSaves(change: { title?: string; description?: string }): Promise<Project> {
  const { rev } = must(await peer.client.from('video_projects').select('rev').eq('id', project.id).single())
  must(
    await peer.client
      .from('video_projects')
      .update({ ...change, rev })
      .eq('id', project.id)
      .select(),
  )
  return data.getProject(project.id)
}
const asked = (pattern: RegExp) => world.line.seen.filter((request) => pattern.test(request)).length

describe('a change', () => {
  test('is shown at once in the project and in the list, then as it was saved', async () => {
    const saving = start({ title: 'Sea' })
    expect(shown()?.title).toBe('Sea')
    expect(card()?.title).toBe('Sea')
    expect(await saving).toMatchObject({ title: 'Sea', rev: project.rev + 1 })
    await settled()
    expect(shown()).toMatchObject({ title: 'Sea', rev: project.rev + 1 })
    expect(card()).toMatchObject({ title: 'Sea', rev: project.rev + 1 })
  })

  test('after change, however many are under way: what is shown never falls back, and only the last asks again', async () => {
    const before = asked(/GET .*video_projects|POST .*list_projects/)
    await Promise.all([
      start({ title: 'S' }),
      start({ description: 'Winter' }),
      start({ title: 'Se' }),
      start({ title: 'Sea' }),
    ])
    await settled()
    expect([...new Set(seen)]).toEqual(['S Summer', 'S Winter', 'Se Winter', 'Sea Winter'])
    // One for the project, one for the list.
    expect(asked(/GET .*video_projects|POST .*list_projects/) - before).toBe(2)
    expect(await data.getProject(project.id)).toMatchObject({
      title: 'Sea',
      description: 'Winter',
      rev: project.rev + 4,
    })
  })

  test('stays on top of what somebody else saves meanwhile, also when an old answer comes after it', async () => {
    const old = await data.getProject(project.id)
    const theirs = await peerSaves({ description: 'Theirs', title: 'Theirs' })
    const saving = start({ title: 'Mine' }, { live: true })
    expect(cache.patchProject(client, me, theirs)).toBe('patched')
    expect(shown()).toMatchObject({ title: 'Mine', description: 'Theirs' })
    expect(cache.patchProject(client, me, old)).toBe('stale')
    expect(cache.receiveProject(client, me, old)).toMatchObject({ title: 'Mine', description: 'Theirs' })
    await saving
    await settled()
    expect(new Set(seen)).toEqual(new Set(['Mine Summer', 'Mine Theirs']))
  })

  test('that fails takes back itself alone, to what others have made of it by then', async () => {
    const theirs = await peerSaves({ title: 'Theirs' })
    world.line.fail(/PATCH .*video_projects/, { status: 403, body: { code: '42501', message: 'no' } })
    const failing = start({ title: 'Mine' })
    const passing = start({ description: 'Winter' })
    cache.patchProject(client, me, theirs)
    expect(shown()).toMatchObject({ title: 'Mine', description: 'Winter' })
    await expect(failing).rejects.toMatchObject({ code: '42501' })
    expect(shown()).toMatchObject({ title: 'Theirs', description: 'Winter' })
    expect(card()).toMatchObject({ title: 'Theirs', description: 'Winter' })
    await passing
    await settled()
    expect(shown()).toMatchObject({ title: 'Theirs', description: 'Winter' })
  })

  test('that both made unseen shows theirs, keeps mine and asks which', async () => {
    await peerSaves({ title: 'Theirs' })
    await expect(start({ title: 'Mine' })).rejects.toMatchObject({ code: 'stale_rev' })
    await settled()
    expect(shown()?.title).toBe('Theirs')
    const conflict = conflicts.projectConflictQuery(me, project.id).queryKey
    expect(client.getQueryData(conflict)).toEqual({ title: 'Mine' })
    expect(ui.getState().modals.projectConflict).toEqual({ projectId: project.id, title: 'Theirs' })
    // Keep mine: upon theirs, which the person has now seen.
    await start({ title: 'Mine' })
    conflicts.forgetConflict(client, me, project.id)
    expect(await data.getProject(project.id)).toMatchObject({ title: 'Mine' })
    expect(client.getQueryData(conflict)).toBeUndefined()
  })

  test('F14: upon what never came, because the socket only looks open, is a question as well', async () => {
    await peerSaves({ title: 'Theirs' })
    const saving = start({ title: 'Mine', description: 'Winter' }, { live: true })
    await expect(saving).rejects.toMatchObject({ code: 'stale_rev', mine: { title: 'Mine' } })
    await settled()
    expect(shown()).toMatchObject({ title: 'Theirs', description: 'Winter' })
    expect(ui.getState().modals.projectConflict).toEqual({ projectId: project.id, title: 'Theirs' })
  })

  test('that waited too long is late, although it was made with others in sight', async () => {
    const save = mutations.projectSave(client, me, project.id, { title: 'Mine' })
    await peerSaves({ title: 'Theirs' })
    const longAgo = { ...save, live: true, madeAt: save.madeAt - 60_000 }
    const options = mutations.updateProjectOptions(client, me)
    const late = client.getMutationCache().build(client, options).execute(longAgo)
    await expect(late).rejects.toMatchObject({ code: 'stale_rev' })
  })
})

describe('changes kept over a reload', () => {
  const waiting = (variables: unknown): MutationState<unknown, Error, unknown, unknown> => ({
    variables,
    context: undefined,
    data: undefined,
    error: null,
    failureCount: 0,
    failureReason: null,
    isPaused: true,
    status: 'pending',
    submittedAt: Date.now(),
  })
  const keep = (variables: unknown) => {
    const options = { mutationKey: [me, 'mutation', 'project.update'], scope: mutations.savesOf(project.id) }
    client.getMutationCache().build<unknown, Error, unknown, unknown>(client, options, waiting(variables))
  }

  test('are laid over what the server says and sent once, in their order', async () => {
    // Asked for on a page without a connection, and kept as plain JSON.
    const kept: unknown[] = []
    for (const title of ['Se', 'Sea']) {
      kept.push(JSON.parse(JSON.stringify(mutations.projectSave(client, me, project.id, { title }))))
      keep(kept.at(-1))
      defaults.showUnsent(client, me)
    }
    leave()
    client = newClient()
    defaults.setMutationDefaults(client, me)
    for (const variables of kept) {
      expect(defaults.isSendable([me, 'mutation', 'project.update'], variables)).toBe(true)
      keep(variables)
    }
    const other = await peerSaves({ description: 'Theirs' })
    await openPage()
    expect(shown()).toMatchObject({ title: 'Sea', description: 'Theirs', rev: other.rev })
    const patches = asked(/PATCH .*video_projects/)
    await client.resumePausedMutations()
    await settled()
    expect(shown()).toMatchObject({ title: 'Sea', description: 'Theirs', rev: other.rev + 2 })
    expect(asked(/PATCH .*video_projects/) - patches).toBe(2)
    await client.resumePausedMutations()
    expect((await data.getProject(project.id)).rev).toBe(other.rev + 2)
  })

  test('that mean nothing to this build are not sendable', () => {
    const { isSendable } = defaults
    expect(isSendable([me, 'mutation', 'project.explode'], {})).toBe(false)
    expect(isSendable([me, 'mutation', 'toString'], {})).toBe(false)
    expect(isSendable([me, 'mutation', 'project.update'], { projectId: project.id })).toBe(false)
    expect(isSendable([me, 'mutation', 'video.cancel'], project.id)).toBe(true)
  })
})
