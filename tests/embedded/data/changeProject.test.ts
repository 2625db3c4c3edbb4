import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_MUSIC, type Music } from '@/domain/music'
import type { Project } from '@/domain/project'
import type { SomeWishes } from '@/domain/wishes'
import { must, signUp, type Person } from '../people'
import { startWorld, type World } from '../generation/world'

let world: World
let changeProject: typeof import('@/data/changeProject').changeProject
let ProjectConflict: typeof import('@/data/changeProject').ProjectConflict
let projects: typeof import('@/data/projects')
let me: string
let project: Project
let peer: Person
const wishes = {
  title: 'Lake',
  description: 'Summer',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
} as const

beforeAll(async () => {
  world = await startWorld()
  ;({ changeProject, ProjectConflict } = await import('@/data/changeProject'))
  projects = await import('@/data/projects')
})
afterAll(() => world.close())
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  me = await world.newPerson()
  project = await projects.createProject(crypto.randomUUID(), wishes)
  peer = await signUp(world.server, 'Eve')
  await world.server.sql(
    `insert into public.project_members (project_id, user_id, role) values ('${project.id}', '${peer.id}', 'editor')`,
  )
})

/** What the other person saves, in a browser of their own, upon whatever is there. */
async function peerSaves(change: {
  title?: string
  description?: string
  style?: string
  music?: Music
}): Promise<void> {
  const { rev } = must(await peer.client.from('video_projects').select('rev').eq('id', project.id).single())
  must(
    await peer.client
      .from('video_projects')
      .update({ ...change, rev })
      .eq('id', project.id)
      .select(),
  )
}
const save = (mine: SomeWishes, how: 'live' | 'late' = 'live', base: SomeWishes = wishes) =>
  changeProject({ id: project.id, rev: project.rev, base, wishes: mine, how })
const now = () => projects.getProject(project.id)

describe('fields of a project', () => {
  test('that I did not touch stay as somebody else saved them, whoever was first', async () => {
    await peerSaves({ description: 'Winter', style: 'vintage' })
    expect(await save({ title: 'Sea' })).toMatchObject({
      title: 'Sea',
      description: 'Winter',
      style: 'vintage',
    })
    expect(await now()).toMatchObject({ title: 'Sea', description: 'Winter', style: 'vintage' })
  })

  test('that both touch at once belong to who writes last', async () => {
    await peerSaves({ title: 'Theirs' })
    expect(await save({ title: 'Mine' })).toMatchObject({ title: 'Mine' })
  })

  test('that both change again and again at the same time end with a save of each, none lost', async () => {
    const mine = Array.from({ length: 12 }, (_, n) => `mine ${n}`)
    const theirs = async () => {
      for (const n of mine.keys()) await peerSaves({ description: `theirs ${n}` }).catch(() => undefined)
      await peerSaves({ description: 'theirs at last' })
    }
    const ours = async () => {
      for (const title of mine) await save({ title })
    }
    await Promise.all([theirs(), ours()])
    expect(await now()).toMatchObject({ title: 'mine 11', description: 'theirs at last' })
  })

  test('that were changed late and by nobody else are simply saved', async () => {
    await peerSaves({ description: 'Winter' })
    expect(await save({ title: 'Sea' }, 'late')).toMatchObject({ title: 'Sea', description: 'Winter' })
  })

  test('that both changed unseen are a conflict, which shows theirs and saves nothing of mine', async () => {
    await peerSaves({ title: 'Theirs' })
    const refused = await save({ title: 'Mine' }, 'late').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ProjectConflict)
    expect(refused).toMatchObject({
      code: 'stale_rev',
      theirs: { title: 'Theirs', rev: project.rev + 1 },
      mine: { title: 'Mine' },
    })
    expect(await now()).toMatchObject({ title: 'Theirs' })
  })

  test('are compared by what they ask for: music that both want is no conflict, other music is', async () => {
    const warm = { kind: 'score', mood: 'warm', seed: 3 } as const
    const wide = { kind: 'score', mood: 'wide', seed: 3 } as const
    await peerSaves({ music: { seed: 3, mood: 'warm', kind: 'score' } })
    expect(await save({ music: warm }, 'late')).toMatchObject({ music: warm, rev: project.rev + 1 })
    await expect(save({ music: wide }, 'late')).rejects.toMatchObject({ mine: { music: wide } })
    expect(await save({ music: wide })).toMatchObject({ music: wide })
    // Nobody changed it since: the base is compared the same way.
    const base = { music: { kind: 'score', mood: 'wide', seed: 3 } } as const
    expect(await save({ music: { kind: 'none' } }, 'late', base)).toMatchObject({ music: { kind: 'none' } })
  })

  test('are saved as far as they are not contested', async () => {
    await peerSaves({ title: 'Theirs' })
    const late = save({ title: 'Mine', style: 'modern' }, 'late')
    await expect(late).rejects.toMatchObject({
      mine: { title: 'Mine' },
      theirs: { title: 'Theirs', style: 'modern' },
    })
    expect(await now()).toMatchObject({ title: 'Theirs', style: 'modern' })
  })

  test('to which both came with the same wish are no conflict', async () => {
    await peerSaves({ title: 'Same' })
    expect(await save({ title: 'Same' }, 'late')).toMatchObject({ title: 'Same', rev: project.rev + 1 })
  })

  test('whose answer was lost are saved once, live and late', async () => {
    for (const how of ['live', 'late'] as const) {
      world.line.fail(/PATCH .*video_projects/, 'lost_answer')
      const mine = { title: `Sea ${how}` }
      await expect(save(mine, how)).rejects.toMatchObject({ code: 'network' })
      const after = await now()
      expect(after.title).toBe(mine.title)
      expect(await save(mine, how)).toMatchObject({ ...mine, rev: after.rev })
      project = after
      Object.assign(project, await now())
    }
  })
})

describe('a project', () => {
  test('that may only be looked at refuses, and one that is gone says so', async () => {
    const { id } = project
    await world.server.sql(`update public.video_projects set user_id = '${peer.id}' where id = '${id}'`)
    await world.server.sql(`delete from public.project_members`)
    await expect(save({ title: 'Sea' })).rejects.toMatchObject({ code: 'not_found', status: 404 })
    await world.server.sql(
      `insert into public.project_members (project_id, user_id, role) values ('${id}', '${me}', 'viewer')`,
    )
    await expect(save({ title: 'Sea' })).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
    expect(await now()).toMatchObject({ title: 'Lake' })
  })

  test('is saved by nobody in a request that was given up', async () => {
    const given = AbortSignal.abort(new Error('gone on'))
    const { id, rev } = project
    await expect(
      changeProject({ id, rev, base: wishes, wishes: { title: 'Sea' }, how: 'live' }, given),
    ).rejects.toThrow('gone on')
    expect(await now()).toMatchObject({ title: 'Lake' })
  })

  test('of somebody else is listed with mine, found by title and status, page by page', async () => {
    const theirs = crypto.randomUUID()
    must(await peer.client.from('video_projects').insert({ id: theirs, title: '100% sea_side' }).select())
    expect((await projects.listProjects({})).total).toBe(1)
    await world.server.sql(
      `insert into public.project_members (project_id, user_id, role) values ('${theirs}', '${me}', 'viewer')`,
    )
    const all = await projects.listProjects({})
    expect(all.projects.map(({ id, userId }) => [id, userId])).toEqual([
      [theirs, peer.id],
      [project.id, me],
    ])
    const found = async (filters: Parameters<typeof projects.listProjects>[0]) =>
      (await projects.listProjects(filters)).projects.map(({ id }) => id)
    expect(await found({ search: 'SEA_s' })).toEqual([theirs])
    expect(await found({ search: '0%' })).toEqual([theirs])
    expect(await found({ search: 'la%e' })).toEqual([])
    expect(await found({ status: 'completed' })).toEqual([])
    expect(await found({ status: 'draft', search: 'lake' })).toEqual([project.id])
    expect(await projects.listProjects({ page: 9 })).toEqual({ projects: [], total: 2 })
  })
})
