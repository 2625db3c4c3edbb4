import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  addToLibrary,
  createProject,
  finishFilm,
  invitePeople,
  placePhoto,
  startFilm,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })
  const list = (actor: Actor, after: { created_at?: unknown; id?: unknown } = {}, take = 1000) =>
    actor.query('select * from list_library($1, $2, $3)', [after.created_at ?? null, after.id ?? null, take])

  describe('the library', () => {
    test('owner: every photo once, newest first, each page behind the last of the one before', async () => {
      const ids = new Set<string>()
      for (let n = 0; n < 5; n++) ids.add((await addToLibrary(people.owner)).id)
      // Made in one moment: then their ids say which is first.
      await database.admin(`update media_items set created_at = '2025-07-01T10:00:00Z'`)
      const seen: unknown[] = []
      let [last, ...pages] = [{}, 0, 1, 2]
      for (const _page of pages) {
        const rows = await list(people.owner, last, 2)
        seen.push(...rows.map(({ id }) => id))
        last = rows.at(-1) ?? {}
      }
      expect(new Set(seen)).toEqual(ids)
      expect(seen).toHaveLength(5)
      expect(await list(people.owner, last, 2)).toEqual([])
    })

    test('what was seen comes along where it is what it says, and no face does', async () => {
      const [good, odd] = [await addToLibrary(people.owner), await addToLibrary(people.owner)]
      const see = (id: string, analysis: object) =>
        people.owner.query('update media_items set analysis = $1 where id = $2', [
          JSON.stringify(analysis),
          id,
        ])
      const town = { id: 1, name: 'Bern', country: 'CH', latitude: 46.9, longitude: 7.4 }
      await see(good.id, { camera: 'Pocket 3', town, hash: '00ff00ff00ff00ff', sharpness: 0.5, faces: [1] })
      await see(odd.id, { camera: ['x'], town: 'Bern', hash: 5, sharpness: 'very', brightness: {} })
      const rows = new Map((await list(people.owner)).map((row) => [row.id, row]))
      expect(rows.get(good.id)).toMatchObject({ camera: 'Pocket 3', town, hash: '00ff00ff00ff00ff' })
      expect(Number(rows.get(good.id)?.sharpness)).toBe(0.5)
      expect(rows.get(good.id)).not.toHaveProperty('analysis')
      expect(rows.get(odd.id)).toMatchObject({
        camera: null,
        town: null,
        hash: null,
        sharpness: null,
        brightness: null,
      })
    })

    test('nobody else’s: not of a member, a stranger, anybody', async () => {
      const item = await addToLibrary(people.owner)
      await placePhoto(people.owner, people.project, item.id)
      for (const other of [people.editor, people.viewer, people.stranger])
        expect(await list(other)).toEqual([])
      expect(await refusal(list(database.anonymous))).toBe(NO_RIGHT)
    })
  })

  describe('where photos are used', () => {
    const uses = (actor: Actor, ...items: string[]) => actor.query('select * from media_uses($1)', [items])

    test('owner: each project with how many of them, most first', async () => {
      const [lake, sea] = [await addToLibrary(people.owner), await addToLibrary(people.owner)]
      const album = await createProject(people.owner, 'Album')
      await placePhoto(people.owner, people.project, lake.id)
      await placePhoto(people.owner, album, lake.id, 'a0')
      await placePhoto(people.owner, album, sea.id, 'a1')
      await placePhoto(people.owner, album, sea.id, 'a2')
      expect(await uses(people.owner, lake.id, sea.id)).toEqual([
        { project_id: album, title: 'Album', photos: 2 },
        { project_id: people.project, title: 'Summer at the lake', photos: 1 },
      ])
      expect(await uses(people.owner, sea.id)).toEqual([{ project_id: album, title: 'Album', photos: 1 }])
    })

    test('former editor: that it is in a project, and not in which', async () => {
      const item = await addToLibrary(people.editor)
      await placePhoto(people.editor, people.project, item.id)
      expect(await uses(people.editor, item.id)).toMatchObject([{ title: 'Summer at the lake' }])
      await people.editor.query('delete from project_members')
      expect(await uses(people.editor, item.id)).toEqual([{ project_id: null, title: null, photos: 1 }])
    })

    test('nobody is told about photos that are not theirs', async () => {
      const item = await addToLibrary(people.owner)
      await placePhoto(people.owner, people.project, item.id)
      for (const other of [people.editor, people.viewer, people.stranger])
        expect(await uses(other, item.id)).toEqual([])
      expect(await refusal(uses(database.anonymous, item.id))).toBe(NO_RIGHT)
    })
  })

  test('what storage is used for: the caller’s photos and films', async () => {
    await finishFilm(people.owner, await startFilm(people.owner))
    const use = (actor: Actor) => actor.query('select kind, bytes, files from storage_use()')
    expect(await use(people.owner)).toEqual([
      { kind: 'photos', bytes: 1000, files: 1 },
      { kind: 'films', bytes: 4000, files: 1 },
      { kind: 'music', bytes: 0, files: 0 },
    ])
    expect((await use(people.editor)).map(({ bytes }) => bytes)).toEqual([0, 0, 0])
    expect(await refusal(use(database.anonymous))).toBe(NO_RIGHT)
  })
})
