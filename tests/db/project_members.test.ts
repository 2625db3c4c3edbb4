import { beforeEach, describe, expect, test } from 'vitest'
import { BROKEN_CHECK, NO_RIGHT, NO_SUCH_REFERENCE, onEveryEngine, refusal, type Actor } from './engines'
import { accept, addToLibrary, enqueue, invite, invitePeople, placePhoto, type People } from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })
  const add = (actor: Actor, person: string, role = 'viewer') =>
    actor.query('insert into project_members (project_id, user_id, role) values ($1, $2, $3)', [
      people.project,
      person,
      role,
    ])

  describe('owner', () => {
    test('sees all members, adds, changes and removes them', async () => {
      await add(people.owner, people.stranger.id, 'editor')
      await people.owner.query(`update project_members set role = 'viewer' where user_id = $1`, [
        people.stranger.id,
      ])
      const roles = await people.owner.query('select role from project_members order by role')
      expect(roles.map((row) => row.role)).toEqual(['editor', 'viewer', 'viewer'])
      await people.owner.query('delete from project_members')
      expect(await database.admin('select from project_members')).toEqual([])
    })

    test('cannot add themselves, nobody, or an unknown role', async () => {
      expect(await refusal(add(people.owner, people.owner.id))).toBe(NO_RIGHT)
      expect(await refusal(add(people.owner, '00000000-0000-4000-8000-000000000000'))).toBe(NO_SUCH_REFERENCE)
      expect(await refusal(add(people.owner, people.stranger.id, 'owner'))).toBe(BROKEN_CHECK)
    })

    test('adds no more than fifty people, with those who are invited, and learns so by the same word', async () => {
      const [last, tooMuch] = [await database.signUp('Last'), await database.signUp('Much')]
      await database.admin(
        `insert into project_invitations (project_id, email, role, invited_by)
         select $1, 'guest' || n || '@example.com', 'viewer', $2 from generate_series(1, 47) as n`,
        [people.project, people.owner.id],
      )
      await add(people.owner, last.id)
      expect(await refusal(add(people.owner, tooMuch.id))).toBe('PT429 too_many_members')
      expect(await refusal(invite(people.owner, people.project, 'one@example.com'))).toBe(
        'PT429 too_many_members',
      )
      await people.owner.query(`delete from project_invitations where email = 'guest1@example.com'`)
      const both = `insert into project_members (project_id, user_id, role)
        select $1, person, 'viewer' from unnest($2::uuid[]) as person`
      expect(
        await refusal(people.owner.query(both, [people.project, [tooMuch.id, people.stranger.id]])),
      ).toBe('PT429 too_many_members')
      expect(await database.admin('select from project_members')).toHaveLength(3)
    })

    test('cannot move a membership to another project or person', async () => {
      expect(
        await refusal(people.owner.query('update project_members set project_id = gen_random_uuid()')),
      ).toBe(NO_RIGHT)
      expect(
        await refusal(people.owner.query('update project_members set user_id = gen_random_uuid()')),
      ).toBe(NO_RIGHT)
    })
  })

  describe('member', () => {
    test('sees only their own membership', async () => {
      for (const member of [people.editor, people.viewer]) {
        expect(await member.query('select user_id from project_members')).toEqual([{ user_id: member.id }])
      }
    })

    test('cannot promote themselves or invite others', async () => {
      for (const member of [people.editor, people.viewer]) {
        expect(await member.query(`update project_members set role = 'editor' returning role`)).toEqual([])
        expect(await refusal(add(member, people.stranger.id))).toBe(NO_RIGHT)
      }
    })

    test('is not told that a project is full', async () => {
      await database.admin(
        `insert into project_invitations (project_id, email, role, invited_by)
         select $1, 'guest' || n || '@example.com', 'viewer', $2 from generate_series(1, 48) as n`,
        [people.project, people.owner.id],
      )
      for (const actor of [people.editor, people.viewer, people.stranger])
        expect(await refusal(add(actor, people.stranger.id))).toBe(NO_RIGHT)
    })

    test('comes when invited, also as the fiftieth', async () => {
      await database.admin(
        `insert into project_invitations (project_id, email, role, invited_by)
         select $1, 'guest' || n || '@example.com', 'viewer', $2 from generate_series(1, 47) as n`,
        [people.project, people.owner.id],
      )
      const { id } = await invite(people.owner, people.project, 'stranger@example.com')
      expect(await accept(people.stranger, id)).toEqual({ project: people.project })
    })

    test('leaves', async () => {
      expect(await people.viewer.query('delete from project_members returning user_id')).toEqual([
        { user_id: people.viewer.id },
      ])
      expect(await people.viewer.query('select id from video_projects')).toEqual([])
    })

    test('who may no longer edit loses their live job there, and gets the quota back', async () => {
      await placePhoto(people.owner, people.project, (await addToLibrary(people.owner)).id)
      await enqueue(people.editor, people.project)
      await people.owner.query(`update project_members set role = 'viewer' where user_id = $1`, [
        people.editor.id,
      ])
      expect(await database.admin('select status from generated_videos')).toEqual([{ status: 'cancelled' }])
      expect(await database.admin('select videos from usage_counters')).toEqual([{ videos: 0 }])
      expect((await people.owner.row('select status from video_projects')).status).toBe('draft')
    })
  })

  describe('stranger', () => {
    test('sees nobody and adds nobody, themselves least of all', async () => {
      expect(await people.stranger.query('select * from project_members')).toEqual([])
      expect(await refusal(add(people.stranger, people.stranger.id, 'editor'))).toBe(NO_RIGHT)
      expect(await people.stranger.query('delete from project_members returning user_id')).toEqual([])
    })

    test('cannot tell a foreign project from a missing one', async () => {
      const sql = `insert into project_members (project_id, user_id, role) values ($1, $2, 'viewer')`
      const missing = '00000000-0000-4000-8000-000000000000'
      expect(await refusal(people.stranger.query(sql, [missing, people.owner.id]))).toBe(NO_RIGHT)
      expect(await refusal(people.stranger.query(sql, [people.project, people.owner.id]))).toBe(NO_RIGHT)
    })
  })

  describe('anonymous', () => {
    test.each([
      'select * from project_members',
      'delete from project_members',
      `update project_members set role = 'editor'`,
    ])('has no right to %s', async (statement) => {
      expect(await refusal(database.anonymous.query(statement))).toBe(NO_RIGHT)
    })
  })
})
