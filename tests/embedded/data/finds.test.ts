import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject, signUp, type Person } from '../people'
import { startWorld, type World } from '../generation/world'

let world: World
let finds: typeof import('@/data/finds')
let create: typeof import('@/data/projects').createProject
beforeAll(async () => {
  world = await startWorld()
  finds = await import('@/data/finds')
  ;({ createProject: create } = await import('@/data/projects'))
})
afterAll(() => world.close())

let eve: Person
beforeEach(async () => {
  await world.server.reset()
  await world.newPerson()
  eve = await signUp(world.server, 'Eve')
})

const WISHES = {
  description: '',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: { kind: 'score', mood: 'auto', seed: 1 },
} as const
async function project(title: string): Promise<string> {
  const id = crypto.randomUUID()
  await create(id, { title, ...WISHES })
  return id
}
const titles = async (search: string) => (await finds.findProjects(search)).map(({ title }) => title)

describe('projects that are looked for', () => {
  test('are those with the letters in their order, in any case and script; what was changed last is first', async () => {
    const lake = await project('A weekend at the Lake')
    await project('Sea')
    await project('제주 여행')
    await world.server.sql(
      `update video_projects set updated_at = now() + interval '1 hour' where id = '${lake}'`,
    )
    expect(await titles('wklake')).toEqual(['A weekend at the Lake'])
    expect(await titles('W K')).toEqual(['A weekend at the Lake'])
    expect(await titles('ekal w')).toEqual([])
    expect(await titles('제여')).toEqual(['제주 여행'])
    expect(await titles('')).toEqual(['A weekend at the Lake', '제주 여행', 'Sea'])
  })

  test('are not found by what stands for anything in a pattern, nor by what ends a filter', async () => {
    await project('Sea')
    expect(await titles('%_*\\')).toEqual(['Sea'])
    expect(await titles('x%')).toEqual([])
    expect(await titles('s,title.eq.(a)"')).toEqual([])
    expect(await titles('se)a"')).toEqual(['Sea'])
  })

  test('are never somebody else’s', async () => {
    await createProject(eve, 'Eve’s lake')
    expect(await titles('lake')).toEqual([])
    expect(await titles('')).toEqual([])
  })
})

describe('films that are looked for', () => {
  /** As the table holds it: how a film gets there, and that nobody writes it so, is proved elsewhere. */
  async function film(projectId: string, status: string, at: string, cut = 'main'): Promise<string> {
    const id = crypto.randomUUID()
    const made = status === 'completed' ? `100, '${id}.mp4', 9, 'video/mp4'` : '0, null, null, null'
    await world.server.sql('set session_replication_role = replica')
    await world.server.sql(
      `insert into generated_videos (id, project_id, user_id, status, cut, created_at, finished_at, settings, request_key,
         progress_percentage, storage_path, bytes, mime_type)
       select '${id}', id, user_id, '${status}', '${cut}', '${at}', '${at}', '{}', gen_random_uuid(), ${made}
       from video_projects where id = '${projectId}'`,
    )
    await world.server.sql('set session_replication_role = default')
    return id
  }

  test('are the finished ones of these projects, newest first, with their cut', async () => {
    const lake = await project('Lake')
    const sea = await project('Sea')
    const old = await film(lake, 'completed', '2025-01-01T00:00:00Z')
    const short = await film(lake, 'completed', '2025-03-01T00:00:00Z', '30s-9x16')
    await film(lake, 'failed', '2025-04-01T00:00:00Z')
    await film(sea, 'completed', '2025-02-01T00:00:00Z')
    const found = await finds.findFilms([lake])
    expect(found.map(({ id, cut, projectId }) => [id, cut, projectId])).toEqual([
      [short, '30s-9x16', lake],
      [old, 'main', lake],
    ])
    expect(found.map(({ finishedAt }) => new Date(finishedAt).toISOString().slice(0, 10))).toEqual([
      '2025-03-01',
      '2025-01-01',
    ])
  })

  test('are never somebody else’s', async () => {
    const theirs = await createProject(eve, 'Eve’s lake')
    await film(theirs, 'completed', '2025-01-01T00:00:00Z')
    expect(await finds.findFilms([theirs])).toEqual([])
  })
})
