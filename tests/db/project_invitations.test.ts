import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import { createProject, invite, invitePeople, type People } from './studio'

const GUEST = 'guest@example.com'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })
  const asked = (actor: Actor, email: string, role = 'viewer', project = people.project) =>
    refusal(invite(actor, project, email, role))

  describe('owner', () => {
    test('invites an address, and gets the same answer whether or not it has an account', async () => {
      const guest = await invite(people.owner, people.project, GUEST)
      const stranger = await invite(people.owner, people.project, 'stranger@example.com')
      expect(guest).toMatchObject({ project_id: people.project, email: GUEST, role: 'viewer' })
      expect(Object.keys(stranger)).toEqual(Object.keys(guest))
      expect({ ...stranger, id: 0, email: 0, created_at: 0, expires_at: 0 }).toEqual({
        ...guest,
        id: 0,
        email: 0,
        created_at: 0,
        expires_at: 0,
      })
      expect(await people.owner.query('select email from project_invitations order by email')).toEqual([
        { email: GUEST },
        { email: 'stranger@example.com' },
      ])
    })

    test('writes the address as they like, and again changes the role and the time to answer', async () => {
      const first = await invite(people.owner, people.project, '  Guest@Example.COM ')
      expect(first.email).toBe(GUEST)
      await database.admin(`update project_invitations set expires_at = now() - interval '1 day'`)
      const again = await invite(people.owner, people.project, GUEST, 'editor')
      expect(again).toMatchObject({ id: first.id, role: 'editor' })
      const [{ days } = {}] = await database.admin(
        `select round(extract(epoch from expires_at - now()) / 86400)::integer as days from project_invitations`,
      )
      expect(days).toBe(30)
    })

    test('keeps at most 200 invitations waiting, in all projects together', async () => {
      const other = await createProject(people.owner)
      for (let round = 0; round < 4; round++) {
        await database.admin(
          `insert into project_invitations (project_id, email, role, invited_by)
           select $1, 'guest' || n || '@example.com', 'viewer', $2 from generate_series(1, 50) as n`,
          [await createProject(people.owner), people.owner.id],
        )
      }
      expect(await asked(people.owner, GUEST, 'viewer', other)).toBe('PT429 too_many_invitations')
      await database.admin(
        `update project_invitations set expires_at = now() where email = 'guest1@example.com'`,
      )
      expect(await asked(people.owner, GUEST, 'viewer', other)).toBe('accepted')
      expect(await asked(people.owner, GUEST, 'editor', other)).toBe('accepted')
    })

    test.each([
      '',
      'guest',
      'guest@',
      '@example.com',
      'guest@example',
      'a b@example.com',
      'a@b@example.com',
      null,
    ])('cannot invite %j', async (email) => {
      const sql = `select invite_member($1, $2, 'viewer')`
      expect(await refusal(people.owner.query(sql, [people.project, email]))).toBe('PT400 bad_email')
    })

    test('cannot invite an endless address, an unknown role, themselves or who was invited and came', async () => {
      expect(await asked(people.owner, `${'x'.repeat(250)}@example.com`)).toBe('PT400 bad_email')
      expect(await asked(people.owner, GUEST, 'owner')).toBe('PT400 bad_request')
      expect(await asked(people.owner, 'Owner@example.com')).toBe('PT409 own_email')
      const { id } = await invite(people.owner, people.project, 'stranger@example.com')
      await people.stranger.query('select accept_invitation($1)', [id])
      expect(await asked(people.owner, 'Stranger@Example.com')).toBe('PT409 already_member')
    })

    test('does not learn by inviting whose address belongs to a member added by id', async () => {
      expect(await asked(people.owner, 'viewer@example.com')).toBe('accepted')
    })

    test('has room for 50 members and invitations in all', async () => {
      for (let n = 3; n <= 50; n++)
        expect(await asked(people.owner, `guest${n}@example.com`)).toBe('accepted')
      expect(await asked(people.owner, GUEST)).toBe('PT429 too_many_members')
      expect(await asked(people.owner, 'guest3@example.com', 'editor')).toBe('accepted')
      await people.owner.query(`delete from project_invitations where email = 'guest3@example.com'`)
      expect(await asked(people.owner, GUEST)).toBe('accepted')
    })

    test('withdraws, and writes to the table in no other way', async () => {
      const { id } = await invite(people.owner, people.project, GUEST)
      for (const statement of [
        `update project_invitations set role = 'editor'`,
        `update project_invitations set expires_at = 'infinity'`,
        `insert into project_invitations (project_id, email, role, invited_by) values ('${people.project}', 'x@y.z', 'viewer', '${people.owner.id}')`,
      ]) {
        expect(await refusal(people.owner.query(statement))).toBe(NO_RIGHT)
      }
      expect(await people.owner.query('delete from project_invitations returning id')).toEqual([{ id }])
    })
  })

  describe('member', () => {
    test('neither invites nor sees who is invited', async () => {
      await invite(people.owner, people.project, GUEST)
      for (const member of [people.editor, people.viewer]) {
        expect(await asked(member, 'other@example.com')).toBe('PT403 not_allowed')
        expect(await member.query('select * from project_invitations')).toEqual([])
        expect(await member.query('delete from project_invitations returning id')).toEqual([])
      }
    })
  })

  describe('stranger', () => {
    test('cannot tell a foreign project from a missing one, whatever else is wrong', async () => {
      for (const project of [people.project, randomUUID()]) {
        expect(await asked(people.stranger, GUEST, 'viewer', project)).toBe('PT403 not_allowed')
        expect(await asked(people.stranger, 'owner@example.com', 'viewer', project)).toBe('PT403 not_allowed')
        expect(await asked(people.stranger, 'nonsense', 'owner', project)).toBe('PT403 not_allowed')
      }
      const nothing = `select invite_member(null, 'a@example.com', 'viewer')`
      expect(await refusal(people.stranger.query(nothing))).toBe('PT403 not_allowed')
    })

    test('sees and withdraws only the invitations to projects of their own', async () => {
      await invite(people.owner, people.project, GUEST)
      const own = await invite(people.stranger, await createProject(people.stranger), GUEST)
      const ids = [{ id: own.id }]
      expect(await people.stranger.query('select id from project_invitations')).toEqual(ids)
      expect(await people.stranger.query('delete from project_invitations returning id')).toEqual(ids)
      expect(await database.admin('select from project_invitations')).toHaveLength(1)
    })
  })

  describe('anonymous', () => {
    test.each([
      'select * from project_invitations',
      'delete from project_invitations',
      `select invite_member(gen_random_uuid(), 'a@example.com', 'viewer')`,
      'select * from my_invitations()',
      'select accept_invitation(gen_random_uuid())',
      'select decline_invitation(gen_random_uuid())',
      'select * from project_people(gen_random_uuid())',
    ])('has no right to %s', async (statement) => {
      expect(await refusal(database.anonymous.query(statement))).toBe(NO_RIGHT)
    })
  })
})
