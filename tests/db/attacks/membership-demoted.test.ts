import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import type { SignedIn } from './furniture'
import { inOneWorld, type Rehearsal, type World } from './world'

type Attempt = (world: World) => [sql: string, parameters?: unknown[]]

/** What an editor may do in the shared project, each with the answer of who may not (any more). */
const editing: [what: string, attempt: Attempt, refused: string][] = [
  [
    'changes the title',
    (w) => [`update video_projects set title = 'x' where id = $1 returning id`, [w.id('project shared')]],
    'nothing',
  ],
  [
    'places a photo',
    (w) => [
      `insert into photos (project_id, media_item_id, position) values ($1, $2, 'a5') returning id`,
      [w.id('project shared'), w.id('media editor loose')],
    ],
    NO_RIGHT,
  ],
  [
    'captions a photo',
    (w) => [`update photos set caption = 'x' where project_id = $1 returning id`, [w.id('project shared')]],
    'nothing',
  ],
  [
    'takes their own photo out',
    (w) => [`delete from photos where id = $1 returning id`, [w.id('photo editor placed')]],
    'nothing',
  ],
  [
    'queues a film',
    (w) => [`select (enqueue_generation($1, $2, '{}')).id`, [w.id('project shared'), randomUUID()]],
    'PT403 not_allowed',
  ],
  [
    'plays their own track',
    (w) => [
      `update video_projects set music = jsonb_build_object('kind', 'track', 'trackId', $1::text) where id = $2 returning id`,
      [w.id('track editor track'), w.id('project shared')],
    ],
    'nothing',
  ],
  [
    'broadcasts in the project’s channel',
    (w) => [`select 1 where private.can_broadcast('project:' || $1)`, [w.id('project shared')]],
    'nothing',
  ],
]

const demotions: [how: string, sql: string, by: SignedIn][] = [
  ['an editor made a viewer', `update project_members set role = 'viewer' where user_id = $1`, 'owner'],
  ['a removed editor', 'delete from project_members where user_id = $1', 'owner'],
  ['an editor who left', 'delete from project_members where user_id = $1', 'editor'],
]

inOneWorld((world) => {
  const asks = async (play: Rehearsal, who: SignedIn, [sql, parameters]: ReturnType<Attempt>) => {
    const { answer, rows } = await play.asks(world().person(who), sql, parameters)
    return answer === 'accepted' && rows.length === 0 ? 'nothing' : answer
  }

  describe('an editor', () => {
    test.each(editing)('%s', async (_what, attempt) => {
      await world().rehearse(async (play) => {
        expect(await asks(play, 'editor', attempt(world()))).toBe('accepted')
      })
    })
  })

  describe.each(demotions)('%s', (_how, sql, by) => {
    test.each(editing)('no longer %s', async (_what, attempt, refused) => {
      await world().rehearse(async (play) => {
        await play.as(world().person(by), sql, [world().id('editor')])
        expect(await asks(play, 'editor', attempt(world()))).toBe(refused)
      })
    })

    test('loses the film that is being made there, whose token opens nothing', async () => {
      await world().rehearse(async (play) => {
        const [editor, project] = [world().person('editor'), world().id('project shared')]
        await play.as(editor, `select enqueue_generation($1, $2, '{}')`, [project, randomUUID()])
        const [job] = await play.as(editor, `select (job).id, token from claim_generation('x')`)
        await play.as(world().person(by), sql, [world().id('editor')])
        const report = await play.tries(editor, 'select heartbeat_generation($1, $2, 50)', [
          job?.id,
          job?.token,
        ])
        expect(report).toBe('PT409 lease_lost')
        const [row] = await play.admin('select status from generated_videos where id = $1', [job?.id])
        expect(row).toEqual({ status: 'cancelled' })
      })
    })
  })

  describe('who is let in', () => {
    const GONE = 'PT404 invitation_gone'
    const accept = (play: Rehearsal, who: SignedIn, invitation: unknown) =>
      play.tries(world().person(who), 'select accept_invitation($1)', [invitation])
    const inviteStranger = async (play: Rehearsal, role: string) => {
      const invite = `select id from invite_member($1, 'stranger@example.com', $2)`
      const [invitation] = await play.as(world().person('owner'), invite, [
        world().id('project shared'),
        role,
      ])
      return invitation?.id
    }

    test('stranger: is nobody until they accept, and comes as what they were invited as', async () => {
      await world().rehearse(async (play) => {
        const [stranger, shared] = [world().person('stranger'), [world().id('project shared')]]
        const invitation = await inviteStranger(play, 'viewer')
        const read = 'select id from video_projects where id = $1'
        expect(await play.as(stranger, read, shared)).toEqual([])
        expect(await play.tries(stranger, `update project_invitations set role = 'editor'`)).toBe(NO_RIGHT)
        expect(await accept(play, 'stranger', invitation)).toBe('accepted')
        expect(await play.as(stranger, read, shared)).toHaveLength(1)
        const rename = `update video_projects set title = 'x' where id = $1 returning id`
        expect(await play.as(stranger, rename, shared)).toEqual([])
      })
    })

    test('stranger: does not come back by accepting once more', async () => {
      await world().rehearse(async (play) => {
        const invitation = await inviteStranger(play, 'editor')
        expect(await accept(play, 'stranger', invitation)).toBe('accepted')
        const remove = 'delete from project_members where user_id = $1'
        await play.as(world().person('owner'), remove, [world().id('stranger')])
        expect(await accept(play, 'stranger', invitation)).toBe(GONE)
      })
    })

    test('viewer: cannot accept after the invitation expired or was withdrawn', async () => {
      await world().rehearse(async (play) => {
        const invitation = world().id('invitation owner viewer')
        await play.admin('update project_invitations set expires_at = now()')
        expect(await accept(play, 'viewer', invitation)).toBe(GONE)
        await play.admin(`update project_invitations set expires_at = now() + interval '1 day'`)
        await play.as(world().person('owner'), 'delete from project_invitations')
        expect(await accept(play, 'viewer', invitation)).toBe(GONE)
      })
    })

    test('stranger: cannot accept with an address that they only claim', async () => {
      await world().rehearse(async (play) => {
        const invitation = world().id('invitation owner viewer')
        const move = 'update auth.users set email = $1, email_confirmed_at = $2 where id = $3'
        await play.admin(move, ['free@example.com', new Date(), world().id('viewer')])
        await play.admin(move, ['viewer@example.com', null, world().id('stranger')])
        expect(await accept(play, 'stranger', invitation)).toBe(GONE)
        expect(await play.as(world().person('stranger'), 'select * from my_invitations()')).toEqual([])
        // Who once had the address does not have the invitation either.
        expect(await accept(play, 'viewer', invitation)).toBe(GONE)
      })
    })

    test('owner: becomes no member of their own project by an invitation to a new address of theirs', async () => {
      await world().rehearse(async (play) => {
        const move = `update auth.users set email = 'guest@example.com' where id = $1`
        await play.admin(move, [world().id('owner')])
        expect(await accept(play, 'owner', world().id('invitation shared guest'))).toBe(GONE)
      })
    })

    test('stranger: has no role that they wrote in the form when they signed up', async () => {
      await world().rehearse(async (play) => {
        const form = { role: 'editor', project_id: world().id('project shared'), is_admin: true }
        await play.admin(
          `insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
           values ($1, 'new@example.com', now(), $2)`,
          [randomUUID(), JSON.stringify(form)],
        )
        expect(await play.admin('select from project_members')).toHaveLength(2)
      })
    })
  })
})
