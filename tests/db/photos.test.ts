import { beforeEach, describe, expect, test } from 'vitest'
import { BROKEN_CHECK, NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import { addToLibrary, createProject, invitePeople, placePhoto, type People } from './studio'

onEveryEngine((database) => {
  let people: People
  let item: string
  beforeEach(async () => {
    people = await invitePeople(database)
    item = (await addToLibrary(people.owner)).id
  })

  describe('owner', () => {
    test('places the same photo twice, and reads them in fractional order', async () => {
      for (const position of ['a1', 'a0', 'Zz', 'a0V'])
        await placePhoto(people.owner, people.project, item, position)
      const rows = await people.owner.query('select position from photos order by position, id')
      expect(rows.map((row) => row.position)).toEqual(['Zz', 'a0', 'a0V', 'a1'])
    })

    test('moves, captions and removes', async () => {
      const id = await placePhoto(people.owner, people.project, item)
      const moved = `update photos set position = 'a5', caption = 'The lake' where id = $1 returning position, caption`
      expect(await people.owner.query(moved, [id])).toEqual([{ position: 'a5', caption: 'The lake' }])
      expect(await people.owner.query('delete from photos returning id')).toEqual([{ id }])
    })

    test('says whether the film shows it; unless said otherwise that is left open', async () => {
      const id = await placePhoto(people.owner, people.project, item)
      const choose = (actor: Actor, choice: string) =>
        actor.query('update photos set choice = $1 where id = $2 returning choice, rev', [choice, id])
      expect(await people.owner.query('select choice from photos')).toEqual([{ choice: 'auto' }])
      expect(await choose(people.owner, 'keep')).toEqual([{ choice: 'keep', rev: 2 }])
      expect(await choose(people.editor, 'skip')).toEqual([{ choice: 'skip', rev: 3 }])
      expect(await choose(people.viewer, 'keep')).toEqual([])
      expect(await refusal(choose(people.owner, 'perhaps'))).toBe(BROKEN_CHECK)
    })

    test('says how the film shows it, piece by piece, and takes it back', async () => {
      const id = await placePhoto(people.owner, people.project, item)
      const direct = (actor: Actor, sql: string) =>
        actor.query(`update photos set ${sql} where id = $1 returning hold_seconds, entrance`, [id])
      const first = await people.owner.row('select focus, hold_seconds, entrance, card from photos')
      expect(first).toEqual({ focus: null, hold_seconds: null, entrance: null, card: null })
      await direct(people.owner, `focus = '{"x": 0.5, "y": 0.5, "width": 0, "height": 0}', hold_seconds = 4`)
      const card = `'{"text": "The sea", "subtitle": "", "seconds": 3, "side": "before"}'`
      const [both] = await direct(people.editor, `entrance = 'wipe', card = ${card}`)
      expect({ ...both, hold_seconds: Number(both?.hold_seconds) }).toEqual({
        hold_seconds: 4,
        entrance: 'wipe',
      })
      expect(await direct(people.viewer, 'hold_seconds = 9')).toEqual([])
      expect(await direct(people.owner, 'hold_seconds = null')).toEqual([
        { hold_seconds: null, entrance: 'wipe' },
      ])
    })

    test('counts every change of a photo, whoever makes it, and nobody sets the count', async () => {
      const id = await placePhoto(people.owner, people.project, item)
      const rev = async () => (await people.owner.row('select rev from photos where id = $1', [id])).rev
      expect(await rev()).toBe(1)
      await people.owner.query(`update photos set caption = 'One' where id = $1`, [id])
      await people.editor.query(`update photos set position = 'a8' where id = $1`, [id])
      expect(await rev()).toBe(3)
      expect(await refusal(people.owner.query('update photos set rev = 9'))).toBe(NO_RIGHT)
      const insert = `insert into photos (project_id, media_item_id, position, rev) values ($1, $2, 'b0', 9)`
      expect(await refusal(people.owner.query(insert, [people.project, item]))).toBe(NO_RIGHT)
    })

    test.each([
      [`update photos set position = ''`, BROKEN_CHECK],
      [`update photos set position = 'a 1'`, BROKEN_CHECK],
      [`update photos set position = repeat('a', 201)`, BROKEN_CHECK],
      [`update photos set caption = repeat('x', 201)`, BROKEN_CHECK],
      [`update photos set project_id = gen_random_uuid()`, NO_RIGHT],
      [`update photos set media_item_id = gen_random_uuid()`, NO_RIGHT],
      [`update photos set user_id = gen_random_uuid()`, NO_RIGHT],
    ])('refused: %s', async (statement, code) => {
      await placePhoto(people.owner, people.project, item)
      expect(await refusal(people.owner.query(statement))).toBe(code)
    })

    test('places as many as the plan allows, and a repeated insert is not one more', async () => {
      await database.admin(`update plans set max_photos = 2 where id = 'free'`)
      try {
        const sql = `insert into photos (id, project_id, media_item_id, position) values ($1, $2, $3, 'a0')
          on conflict (id) do nothing`
        const ids = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`)
        for (const id of ids.slice(0, 2)) await people.owner.query(sql, [id, people.project, item])
        await people.owner.query(sql, [ids[0], people.project, item])
        expect(await refusal(people.owner.query(sql, [ids[2], people.project, item]))).toBe(
          'PT402 photo_limit',
        )
      } finally {
        await database.admin(`update plans set max_photos = 200 where id = 'free'`)
      }
    })

    test('cannot place a photo somebody else owns, nor tell it from a missing one', async () => {
      const foreign = (await addToLibrary(people.editor)).id
      expect(await refusal(placePhoto(people.owner, people.project, foreign))).toBe(NO_RIGHT)
      expect(await refusal(placePhoto(people.owner, people.project, people.project))).toBe(NO_RIGHT)
    })
  })

  describe('member', () => {
    test('an editor places their own photos, arranges and removes all of them', async () => {
      const owners = await placePhoto(people.owner, people.project, item)
      const own = await placePhoto(
        people.editor,
        people.project,
        (await addToLibrary(people.editor)).id,
        'a1',
      )
      expect(await people.editor.query('select id from photos order by position')).toEqual([
        { id: owners },
        { id: own },
      ])
      await people.editor.query(`update photos set position = 'a9' where id = $1`, [owners])
      expect(await people.editor.query('delete from photos returning id')).toHaveLength(2)
    })

    test('a viewer only looks', async () => {
      await placePhoto(people.owner, people.project, item)
      const own = (await addToLibrary(people.viewer)).id
      expect(await people.viewer.query('select id from photos')).toHaveLength(1)
      expect(await people.viewer.query(`update photos set caption = 'x' returning id`)).toEqual([])
      expect(await people.viewer.query('delete from photos returning id')).toEqual([])
      expect(await refusal(placePhoto(people.viewer, people.project, own))).toBe(NO_RIGHT)
    })
  })

  describe('stranger', () => {
    test('sees nothing, changes nothing, places nothing', async () => {
      await placePhoto(people.owner, people.project, item)
      const own = (await addToLibrary(people.stranger)).id
      expect(await people.stranger.query('select id from photos')).toEqual([])
      expect(await people.stranger.query(`update photos set caption = 'x' returning id`)).toEqual([])
      expect(await people.stranger.query('delete from photos returning id')).toEqual([])
      expect(await refusal(placePhoto(people.stranger, people.project, own))).toBe(NO_RIGHT)
    })

    test('cannot read a photo by placing it in a project of their own', async () => {
      const mine = await createProject(people.stranger)
      expect(await refusal(placePhoto(people.stranger, mine, item))).toBe(NO_RIGHT)
    })
  })

  describe('anonymous', () => {
    test.each(['select * from photos', 'delete from photos', `update photos set caption = 'x'`])(
      'has no right to %s',
      async (statement) => {
        expect(await refusal(database.anonymous.query(statement))).toBe(NO_RIGHT)
      },
    )
  })
})
