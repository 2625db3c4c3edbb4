import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { BROKEN_CHECK, NO_RIGHT, onEveryEngine, refusal } from './engines'
import { invitePeople, type People } from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })

  describe('owner', () => {
    test('creates with an id of their own choosing and gets sensible defaults', async () => {
      const id = randomUUID()
      const row = await people.owner.row(
        `insert into video_projects (id, title) values ($1, 'Lake') returning *`,
        [id],
      )
      expect(row).toMatchObject({
        id,
        user_id: people.owner.id,
        title: 'Lake',
        description: '',
        style: 'classic',
        duration_seconds: 60,
        aspect_ratio: '16:9',
        music: { kind: 'score', mood: 'auto', seed: 1 },
        status: 'draft',
        rev: 1,
      })
    })

    test('an administrator’s tool may write them too, by the same rules', async () => {
      const write = (music: string) =>
        refusal(
          database.engine.transaction(async (query) => {
            await query(`select set_config('role', 'service_role', true)`)
            await query(`insert into video_projects (user_id, title, music) values ($1, 'Mended', $2)`, [
              people.owner.id,
              music,
            ])
            await query(`update video_projects set title = 'Mended twice' where title = 'Mended'`)
          }),
        )
      expect(await write('{"kind": "none"}')).toBe('accepted')
      expect(await write('{"kind": "noise"}')).toBe(BROKEN_CHECK)
      expect(
        await people.owner.query(`select from video_projects where title = 'Mended twice'`),
      ).toHaveLength(1)
    })

    test('repeating the insert changes nothing', async () => {
      const id = randomUUID()
      const sql = 'insert into video_projects (id, title) values ($1, $2) on conflict (id) do nothing'
      await people.owner.query(sql, [id, 'Once'])
      await people.owner.query(sql, [id, 'Twice'])
      expect(await people.owner.query('select title from video_projects where id = $1', [id])).toEqual([
        { title: 'Once' },
      ])
    })

    test('changes it; rev and updated_at move', async () => {
      const before = await people.owner.row('select * from video_projects')
      const after = await people.owner.row(
        `update video_projects set title = 'Winter', description = 'Snow', style = 'vintage', duration_seconds = 5,
         aspect_ratio = '4:5', music = '{"kind": "none"}', rev = 1 where id = $1 returning *`,
        [people.project],
      )
      expect(after).toMatchObject({ title: 'Winter', duration_seconds: 5, aspect_ratio: '4:5', rev: 2 })
      expect(Number(after.updated_at)).toBeGreaterThan(Number(before.updated_at))
    })

    test.each([
      '{"kind": "none"}',
      '{"kind": "score", "mood": "wistful", "seed": 0}',
      '{"kind": "score", "mood": "auto", "seed": 2147483647}',
    ])('wishes for music as %s', async (music) => {
      const row = await people.owner.row('update video_projects set music = $1 returning music', [music])
      expect(row).toEqual({ music: JSON.parse(music) })
    })

    test.each([
      'null',
      '"none"',
      '[]',
      '{}',
      '{"kind": "loud"}',
      '{"kind": "none", "seed": 1}',
      '{"kind": "score", "mood": "warm"}',
      '{"kind": "score", "mood": "gloomy", "seed": 1}',
      '{"kind": "score", "mood": "warm", "seed": -1}',
      '{"kind": "score", "mood": "warm", "seed": 1.5}',
      '{"kind": "score", "mood": "warm", "seed": 2147483648}',
      '{"kind": "score", "mood": "warm", "seed": "1"}',
      '{"kind": "score", "mood": "warm", "seed": 1, "volume": 11}',
      '{"kind": "track"}',
      '{"kind": "track", "trackId": null}',
      '{"kind": "track", "trackId": "../song.mp3"}',
      '{"kind": "track", "trackId": "01234567-89ab-9def-8123-456789abcdef"}',
      '{"kind": "track", "trackId": "01234567-89ab-4def-c123-456789abcdef"}',
    ])('no wish for music: %s', async (music) => {
      expect(await refusal(people.owner.query('update video_projects set music = $1', [music]))).toBe(
        BROKEN_CHECK,
      )
    })

    test('a change based on an old rev is refused and nothing is overwritten', async () => {
      const rename = (title: string) =>
        people.owner.query('update video_projects set title = $1, rev = 1 where id = $2', [
          title,
          people.project,
        ])
      await rename('First')
      expect(await refusal(rename('Second'))).toBe('PT409 stale_rev')
      expect((await people.owner.row('select title from video_projects')).title).toBe('First')
    })

    test.each([
      `update video_projects set title = ''`,
      `update video_projects set title = '   '`,
      `update video_projects set title = repeat('x', 121)`,
      `update video_projects set description = repeat('x', 2001)`,
      `update video_projects set style = 'baroque'`,
      `update video_projects set duration_seconds = 4`,
      `update video_projects set duration_seconds = 1801`,
      `update video_projects set aspect_ratio = '21:9'`,
      `update video_projects set music = '"loud"'`,
      `update video_projects set music = jsonb_build_object('kind', repeat('x', 5000))`,
    ])('a value out of bounds is refused: %s', async (statement) => {
      expect(await refusal(people.owner.query(statement))).toBe(BROKEN_CHECK)
    })

    test.each([
      `update video_projects set status = 'completed'`,
      `update video_projects set user_id = gen_random_uuid()`,
      `update video_projects set id = gen_random_uuid()`,
      `update video_projects set created_at = now()`,
      `insert into video_projects (title, status) values ('x', 'completed')`,
      `insert into video_projects (title, user_id) values ('x', gen_random_uuid())`,
      `insert into video_projects (title, rev) values ('x', 7)`,
    ])('what the database decides is not theirs to write: %s', async (statement) => {
      expect(await refusal(people.owner.query(statement))).toBe(NO_RIGHT)
    })

    test('deletes it, members and placements with it', async () => {
      await people.owner.query('delete from video_projects where id = $1', [people.project])
      expect(await database.admin('select from project_members')).toEqual([])
    })
  })

  describe('member', () => {
    test('editor and viewer read it', async () => {
      for (const member of [people.editor, people.viewer]) {
        expect(await member.query('select id from video_projects')).toEqual([{ id: people.project }])
      }
    })

    test('an editor changes it, a viewer does not', async () => {
      const rename = `update video_projects set title = 'Ours' returning id`
      expect(await people.viewer.query(rename)).toEqual([])
      expect(await people.editor.query(rename)).toEqual([{ id: people.project }])
    })

    test('an editor made viewer stops changing it, a removed one stops seeing it', async () => {
      const rename = `update video_projects set title = 'Ours' returning id`
      await people.owner.query(`update project_members set role = 'viewer' where user_id = $1`, [
        people.editor.id,
      ])
      expect(await people.editor.query(rename)).toEqual([])
      await people.owner.query('delete from project_members where user_id = $1', [people.editor.id])
      expect(await people.editor.query('select id from video_projects')).toEqual([])
    })

    test('nobody but the owner deletes it', async () => {
      for (const member of [people.editor, people.viewer]) {
        expect(await member.query('delete from video_projects returning id')).toEqual([])
      }
    })
  })

  describe('stranger', () => {
    test('sees, changes and deletes nothing, with or without a filter', async () => {
      for (const filter of ['', `where id = '${people.project}'`]) {
        expect(await people.stranger.query(`select id from video_projects ${filter}`)).toEqual([])
        expect(
          await people.stranger.query(`update video_projects set title = 'x' ${filter} returning id`),
        ).toEqual([])
        expect(await people.stranger.query(`delete from video_projects ${filter} returning id`)).toEqual([])
      }
      expect((await people.owner.row('select title from video_projects')).title).toBe('Summer at the lake')
    })

    test('cannot take it over with an upsert', async () => {
      const upsert = `insert into video_projects (id, title) values ($1, 'Mine')
        on conflict (id) do update set title = excluded.title`
      expect(await refusal(people.stranger.query(upsert, [people.project]))).toBe(NO_RIGHT)
    })
  })

  describe('anonymous', () => {
    test.each([
      'select * from video_projects',
      `insert into video_projects (title) values ('x')`,
      `update video_projects set title = 'x'`,
      'delete from video_projects',
    ])('has no right to %s', async (statement) => {
      expect(await refusal(database.anonymous.query(statement))).toBe(NO_RIGHT)
    })
  })
})
