import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import { accept, createProject, invite, invitePeople, toldTo, type People } from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })
  const told = async (person: Actor) => (await toldTo(person)).map((row) => row.kind)
  const about = () => ({ project: people.project, title: 'Summer at the lake' })
  const everybodyElseHeardNothing = async (...heard: Actor[]) => {
    const ids = heard.map((actor) => actor.id)
    expect(await database.admin('select from notifications where user_id <> all ($1)', [ids])).toEqual([])
  }

  describe('an invitation', () => {
    test('tells the invitee what, as what and by whom', async () => {
      const { id } = await invite(people.owner, people.project, 'stranger@example.com', 'editor')
      expect(await toldTo(people.stranger)).toEqual([
        { kind: 'project_invited', payload: { ...about(), invitation: id, role: 'editor', person: 'Owner' } },
      ])
      await everybodyElseHeardNothing(people.stranger)
    })

    test('is not told again for another role, but when it had expired', async () => {
      const word = async () => (await people.stranger.row('select id from notifications')).id
      await invite(people.owner, people.project, 'stranger@example.com')
      const first = await word()
      await invite(people.owner, people.project, 'stranger@example.com', 'editor')
      expect(await word()).toBe(first)
      await database.admin('update project_invitations set expires_at = now()')
      await invite(people.owner, people.project, 'stranger@example.com')
      expect(await word()).not.toBe(first)
      expect(await told(people.stranger)).toHaveLength(1)
    })

    test('that waited is told once to a newcomer, and to who takes on its address', async () => {
      await invite(people.owner, people.project, 'newcomer@example.com')
      await invite(people.owner, people.project, 'expired@example.com')
      await database.admin(`update project_invitations set expires_at = now() where email like 'expired%'`)
      const newcomer = await database.signUp('Newcomer')
      expect(await told(newcomer)).toEqual(['project_invited'])
      await database.admin('update auth.users set email_confirmed_at = now() where id = $1', [newcomer.id])
      expect(await told(newcomer)).toHaveLength(1)
      expect(await told(await database.signUp('Expired'))).toEqual([])

      await database.admin(`update auth.users set email = 'former@example.com' where id = $1`, [newcomer.id])
      await database.admin(`update auth.users set email = 'newcomer@example.com' where id = $1`, [
        people.stranger.id,
      ])
      expect(await told(people.stranger)).toEqual(['project_invited'])
    })

    test('is not told to who has not confirmed the address yet', async () => {
      const newcomer = await database.signUp('Newcomer', {}, { confirmed: false })
      await invite(people.owner, people.project, 'newcomer@example.com')
      expect(await told(newcomer)).toEqual([])
      await database.admin('update auth.users set email_confirmed_at = now() where id = $1', [newcomer.id])
      expect(await told(newcomer)).toEqual(['project_invited'])
    })

    test.each([
      ['accepted', (id: unknown) => accept(people.stranger, id)],
      ['declined', (id: unknown) => people.stranger.query('select decline_invitation($1)', [id])],
      ['withdrawn', () => people.owner.query('delete from project_invitations')],
      ['gone with its project', () => people.owner.query('delete from video_projects')],
    ])('leaves no word behind when it is %s', async (_, end) => {
      const { id } = await invite(people.owner, people.project, 'stranger@example.com')
      await end(id)
      expect(await told(people.stranger)).toEqual([])
    })

    test('that is accepted tells the owner, and nobody else', async () => {
      await accept(people.stranger, (await invite(people.owner, people.project, 'stranger@example.com')).id)
      expect(await toldTo(people.owner)).toEqual([
        { kind: 'invitation_accepted', payload: { ...about(), role: 'viewer', person: 'Stranger' } },
      ])
      await everybodyElseHeardNothing(people.owner)
    })
  })

  describe('a membership', () => {
    test('a new role tells the member', async () => {
      await people.owner.query(`update project_members set role = 'editor'`)
      expect(await toldTo(people.viewer)).toEqual([
        { kind: 'role_changed', payload: { ...about(), role: 'editor', person: 'Owner' } },
      ])
      await everybodyElseHeardNothing(people.viewer)
    })

    test('a new role that the member accepted tells the owner alone', async () => {
      await accept(
        people.viewer,
        (await invite(people.owner, people.project, 'viewer@example.com', 'editor')).id,
      )
      expect(await told(people.viewer)).toEqual([])
      expect(await told(people.owner)).toEqual(['invitation_accepted'])
    })

    test('removing tells the member', async () => {
      await people.owner.query('delete from project_members where user_id = $1', [people.editor.id])
      expect(await toldTo(people.editor)).toEqual([
        { kind: 'membership_ended', payload: { ...about(), person: 'Owner' } },
      ])
      await everybodyElseHeardNothing(people.editor)
    })

    test('leaving tells the owner', async () => {
      await people.editor.query('delete from project_members')
      expect(await toldTo(people.owner)).toEqual([
        { kind: 'member_left', payload: { ...about(), person: 'Editor' } },
      ])
      await everybodyElseHeardNothing(people.owner)
    })

    test('leaving by deleting the account tells the owner, by name', async () => {
      await people.editor.query('select delete_my_account()')
      expect(await toldTo(people.owner)).toEqual([
        { kind: 'member_left', payload: { ...about(), person: 'Editor' } },
      ])
    })

    test('an account removed by an administrator tells the owner, without a name', async () => {
      await database.admin('delete from auth.users where id = $1', [people.editor.id])
      expect(await toldTo(people.owner)).toEqual([{ kind: 'member_left', payload: about() }])
    })

    test('deleting the project tells its members, who cannot look it up any more', async () => {
      await people.owner.query('delete from video_projects')
      for (const member of [people.editor, people.viewer]) {
        expect(await toldTo(member)).toEqual([
          { kind: 'membership_ended', payload: { ...about(), person: 'Owner' } },
        ])
      }
      await everybodyElseHeardNothing(people.editor, people.viewer)
    })

    test('an owner who deletes the account tells the members', async () => {
      await people.owner.query('select delete_my_account()')
      expect(await told(people.editor)).toEqual(['membership_ended'])
      expect(await told(people.viewer)).toEqual(['membership_ended'])
    })

    test('somebody without a name is left out of the sentence', async () => {
      await database.admin(`update users set display_name = '' where id = $1`, [people.owner.id])
      await people.owner.query('delete from project_members where user_id = $1', [people.editor.id])
      expect(await toldTo(people.editor)).toEqual([{ kind: 'membership_ended', payload: about() }])
    })
  })

  describe('saying it aloud', () => {
    const claim = `update notifications set announced_at = now() where id = $1 and announced_at is null returning id`
    let id: unknown
    beforeEach(async () => {
      await people.editor.query('delete from project_members')
      id = (await people.owner.row('select id from notifications')).id
    })

    test('is for the one tab that claims it first', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => people.owner.query(claim, [id])))
      expect(answers.filter((rows) => rows.length === 1)).toHaveLength(1)
    })

    test('is for nobody else', async () => {
      for (const actor of [people.editor, people.viewer, people.stranger])
        expect(await actor.query(claim, [id])).toEqual([])
      expect(await refusal(database.anonymous.query(claim, [id]))).toBe(NO_RIGHT)
      expect(await people.owner.query(claim, [id])).toHaveLength(1)
    })
  })

  describe('nobody floods somebody else', () => {
    test('with a role that goes to and fro: one unread word of it, the last; what was read stays', async () => {
      const change = async (role: string) => {
        await people.owner.query('update project_members set role = $1 where user_id = $2', [
          role,
          people.viewer.id,
        ])
      }
      await change('editor')
      await people.viewer.query('update notifications set read_at = now()')
      for (const role of ['viewer', 'editor', 'viewer', 'editor', 'viewer']) await change(role)
      expect(await toldTo(people.viewer)).toMatchObject([
        { kind: 'role_changed', payload: { role: 'editor' } },
        { kind: 'role_changed', payload: { role: 'viewer' } },
      ])
    })

    test('by adding and removing them: one unread word for each project', async () => {
      const other = await createProject(people.owner, 'Winter')
      const add = `insert into project_members (project_id, user_id, role) values ($1, $2, 'viewer')`
      for (let time = 0; time < 3; time++) {
        for (const project of [people.project, other]) {
          await people.owner.query(add, [project, people.stranger.id])
          await people.owner.query('delete from project_members where user_id = $1', [people.stranger.id])
        }
      }
      expect(await told(people.stranger)).toEqual(['membership_ended', 'membership_ended'])
    })

    test('however many projects they make for it: the word of a film stays', async () => {
      await database.admin(`insert into notifications (user_id, kind) values ($1, 'video_failed')`, [
        people.stranger.id,
      ])
      await database.admin(
        `select private.notify($1, 'membership_ended', jsonb_build_object('project', n, 'title', 'Spam'))
         from generate_series(1, 250) as n`,
        [people.stranger.id],
      )
      expect(
        await people.stranger.query(
          'select kind, count(*)::integer as n from notifications group by kind order by kind',
        ),
      ).toEqual([
        { kind: 'membership_ended', n: 200 },
        { kind: 'video_failed', n: 1 },
      ])
    })

    test('two films of one project are two words', async () => {
      for (const job of [1, 2])
        await database.admin(
          `select private.notify($1, 'video_completed', jsonb_build_object('project', $2::text, 'job', $3::integer))`,
          [people.owner.id, people.project, job],
        )
      expect(await told(people.owner)).toEqual(['video_completed', 'video_completed'])
    })
  })

  test('the newest 200 of a person are kept, those of others untouched', async () => {
    await people.editor.query('delete from project_members')
    const fill = `insert into notifications (user_id, kind, created_at)
      select $1, 'video_completed', now() + make_interval(secs => n) from generate_series(1, 230) as n`
    await database.admin(fill, [people.stranger.id])
    const kept = await people.stranger.query(
      `select extract(epoch from created_at - min(created_at) over ())::integer as n from notifications order by 1`,
    )
    expect(kept.map((row) => row.n)).toEqual(Array.from({ length: 200 }, (_, n) => n))
    const newest = await database.admin(
      `select max(created_at) > now() + interval '229 seconds' as newest from notifications where user_id = $1`,
      [people.stranger.id],
    )
    expect(newest).toEqual([{ newest: true }])
    expect(await told(people.owner)).toEqual(['member_left'])
  })
})
