import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import { addToLibrary, createProject, invitePeople, placePhoto, type People } from './studio'

type Asked = { sort?: string; search?: string; status?: string | null; skip?: number; take?: number }

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })
  const list = (
    actor: Actor,
    { sort = 'newest', search = '', status = null, skip = 0, take = 60 }: Asked = {},
  ) =>
    actor.query('select (project).*, cover_path, total from list_projects($1, $2, $3, $4, $5)', [
      sort,
      search,
      status,
      skip,
      take,
    ])
  const titles = async (actor: Actor, asked: Asked = {}) =>
    (await list(actor, asked)).flatMap(({ title }) => (typeof title === 'string' ? [title] : []))
  const made = async (title: string, days: number) => {
    const id = await createProject(people.owner, title)
    await database.admin(
      `update video_projects set created_at = now() - make_interval(days => $1) where id = $2`,
      [days, id],
    )
    return id
  }

  describe('owner', () => {
    test('sees their own, sorted as asked for, with how many there are', async () => {
      await made('lake', 3)
      const beach = await made('Beach', 2)
      await database.admin(`update video_projects set title = title where id = $1`, [beach])
      expect(await titles(people.owner)).toEqual(['Summer at the lake', 'Beach', 'lake'])
      expect(await titles(people.owner, { sort: 'oldest' })).toEqual(['lake', 'Beach', 'Summer at the lake'])
      expect(await titles(people.owner, { sort: 'title' })).toEqual(['Beach', 'lake', 'Summer at the lake'])
      expect((await titles(people.owner, { sort: 'changed' }))[0]).toBe('Beach')
      expect(await list(people.owner, { take: 1 })).toMatchObject([{ title: 'Summer at the lake', total: 3 }])
    })

    test('pages neither repeat nor leave out, also where many were made at once', async () => {
      await people.owner.query(
        `insert into video_projects (title) select 'Same moment ' || n from generate_series(1, 9) as n`,
      )
      const all = await Promise.all([0, 4, 8].map((skip) => list(people.owner, { skip, take: 4 })))
      expect(all.map((page) => page.length)).toEqual([4, 4, 2])
      expect(new Set(all.flat().map(({ id }) => id)).size).toBe(10)
    })

    test('behind the end there is the total alone', async () => {
      expect(await list(people.owner, { skip: 60 })).toMatchObject([{ total: 1, id: null, cover_path: null }])
    })

    test('finds any part of a title, whatever it is made of, and a status', async () => {
      await createProject(people.owner, '100% _sea_ \\ \' "x"')
      expect(await titles(people.owner, { search: 'LAKE' })).toEqual(['Summer at the lake'])
      for (const search of ['%', '_', '\\', '\' "x'])
        expect(await titles(people.owner, { search })).toEqual(['100% _sea_ \\ \' "x"'])
      expect(await titles(people.owner, { search: '%lake' })).toEqual([])
      expect(await titles(people.owner, { status: 'draft', search: 'lake' })).toEqual(['Summer at the lake'])
      expect(await list(people.owner, { status: 'completed' })).toMatchObject([{ total: 0, id: null }])
    })

    test('the cover is the thumbnail of the first photo', async () => {
      const [first, second] = [await addToLibrary(people.owner), await addToLibrary(people.owner)]
      await placePhoto(people.owner, people.project, second.id, 'a1')
      await placePhoto(people.owner, people.project, first.id, 'a0')
      await database.admin(`update media_items set thumbnail_path = 'thumb/' || id`)
      expect(await list(people.owner)).toMatchObject([{ cover_path: `thumb/${first.id}` }])
    })

    test.each(['', 'created_at; drop table photos', 'newest desc'])('no order called %j', async (sort) => {
      expect(await refusal(list(people.owner, { sort }))).toBe('PT400 bad_request')
    })
  })

  test('member: what is shared with them is among their own, in its place', async () => {
    await createProject(people.viewer, 'Mine')
    expect(await titles(people.viewer)).toEqual(['Mine', 'Summer at the lake'])
    expect(await list(people.editor)).toMatchObject([{ title: 'Summer at the lake', total: 1 }])
    await people.viewer.query('delete from project_members')
    expect(await titles(people.viewer)).toEqual(['Mine'])
  })

  test('stranger: nothing; anonymous: not even the question', async () => {
    expect(await list(people.stranger)).toMatchObject([{ total: 0, id: null }])
    expect(await refusal(list(database.anonymous))).toBe(NO_RIGHT)
  })

  describe('a copy', () => {
    const copy = (actor: Actor, id: string, source = people.project) =>
      actor.row('select (project).*, left_out from duplicate_project($1, $2, $3)', [source, id, 'Again'])
    const placed = (actor: Actor, project: string) =>
      actor.query(
        'select media_item_id, position, caption from photos where project_id = $1 order by position',
        [project],
      )

    test('has the same wishes and photos under its own id, and costs no storage; asked twice it is one', async () => {
      const item = await addToLibrary(people.owner)
      await placePhoto(people.owner, people.project, item.id)
      await people.owner.query(`update video_projects set style = 'vintage', duration_seconds = 30, rev = 1`)
      await people.owner.query(`update photos set caption = 'Dawn'`)
      const id = randomUUID()
      const first = await copy(people.owner, id)
      expect(first).toMatchObject({
        id,
        title: 'Again',
        style: 'vintage',
        duration_seconds: 30,
        status: 'draft',
        rev: 1,
        left_out: 0,
      })
      expect(await copy(people.owner, id)).toEqual(first)
      expect(await placed(people.owner, id)).toEqual(await placed(people.owner, people.project))
      expect(await titles(people.owner)).toHaveLength(2)
      const [{ total_storage_bytes: bytes } = {}] = await people.owner.query(
        'select total_storage_bytes from users where id = $1',
        [people.owner.id],
      )
      expect(bytes).toBe(1000)
    })

    test('of a project with photos of others has one’s own, and says how many stayed behind', async () => {
      const [mine, theirs] = [await addToLibrary(people.owner), await addToLibrary(people.editor)]
      await placePhoto(people.owner, people.project, mine.id, 'a0')
      await placePhoto(people.editor, people.project, theirs.id, 'a1')
      const id = randomUUID()
      expect(await copy(people.owner, id)).toMatchObject({ left_out: 1 })
      expect(await placed(people.owner, id)).toMatchObject([{ media_item_id: mine.id }])
    })

    test('stranger: there is nothing to copy, and no id that is taken is taken over', async () => {
      expect(await refusal(copy(people.stranger, randomUUID()))).toBe('PT404 not_found')
      const own = await createProject(people.stranger)
      expect(await refusal(copy(people.stranger, people.project, own))).toBe('23505')
      expect(await refusal(copy(database.anonymous, randomUUID()))).toBe(NO_RIGHT)
    })
  })
})
