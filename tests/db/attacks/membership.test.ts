import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { inOneWorld, type Attacker, type World } from './world'

type Attempt = (world: World) => [sql: string, parameters?: unknown[]]
const ADD = 'insert into project_members (project_id, user_id, role) values ($1, $2, $3)'
const UPSERT = `${ADD} on conflict (project_id, user_id) do update set role = excluded.role`

/** Refused, or accepted without finding anything to do: in any case nothing changes. */
const climbs: [who: Attacker, what: string, attempt: Attempt, answer: string][] = [
  [
    'anonymous',
    'joins a project',
    (w) => [ADD, [w.id('project shared'), w.id('stranger'), 'editor']],
    NO_RIGHT,
  ],
  [
    'stranger',
    'joins a project as editor',
    (w) => [ADD, [w.id('project shared'), w.id('stranger'), 'editor']],
    NO_RIGHT,
  ],
  [
    'stranger',
    'joins a project as viewer',
    (w) => [ADD, [w.id('project shared'), w.id('stranger'), 'viewer']],
    NO_RIGHT,
  ],
  [
    'stranger',
    'joins a project with an upsert',
    (w) => [UPSERT, [w.id('project shared'), w.id('stranger'), 'editor']],
    NO_RIGHT,
  ],
  [
    'stranger',
    'joins with an invitation that is for somebody else',
    (w) => ['select accept_invitation($1)', [w.id('invitation shared guest')]],
    'PT404 invitation_gone',
  ],
  [
    'stranger',
    'turns down an invitation that is for somebody else',
    (w) => ['select decline_invitation($1)', [w.id('invitation shared guest')]],
    'PT404 invitation_gone',
  ],
  [
    'stranger',
    'sets the owner’s project as the one of their invitation',
    (w) => [`update project_invitations set project_id = $1`, [w.id('project shared')]],
    NO_RIGHT,
  ],
  [
    'stranger',
    'invites themselves',
    (w) => [`select invite_member($1, 'stranger@example.com', 'editor')`, [w.id('project shared')]],
    'PT403 not_allowed',
  ],
  [
    'viewer',
    'makes themselves an editor',
    () => [`update project_members set role = 'editor' returning role`],
    'accepted',
  ],
  [
    'viewer',
    'makes themselves an editor by id',
    (w) => [`update project_members set role = 'editor' where user_id = $1 returning role`, [w.id('viewer')]],
    'accepted',
  ],
  [
    'viewer',
    'makes themselves an editor with an upsert',
    (w) => [UPSERT, [w.id('project shared'), w.id('viewer'), 'editor']],
    NO_RIGHT,
  ],
  [
    'viewer',
    'points their membership at the owner’s other project',
    (w) => [`update project_members set project_id = $1`, [w.id('project owner private')]],
    NO_RIGHT,
  ],
  ['viewer', 'adds somebody', (w) => [ADD, [w.id('project shared'), w.id('stranger'), 'viewer']], NO_RIGHT],
  [
    'viewer',
    'invites themselves as editor',
    (w) => [`select invite_member($1, 'viewer@example.com', 'editor')`, [w.id('project shared')]],
    'PT403 not_allowed',
  ],
  [
    'viewer',
    'invites somebody',
    (w) => [`select invite_member($1, 'x@example.com', 'viewer')`, [w.id('project shared')]],
    'PT403 not_allowed',
  ],
  [
    'viewer',
    'removes the editor',
    (w) => [`delete from project_members where user_id = $1 returning role`, [w.id('editor')]],
    'accepted',
  ],
  [
    'viewer',
    'makes the editor a viewer',
    (w) => [`update project_members set role = 'viewer' where user_id = $1 returning role`, [w.id('editor')]],
    'accepted',
  ],
  [
    'viewer',
    'withdraws the owner’s invitation',
    () => [`delete from project_invitations returning id`],
    'accepted',
  ],
  [
    'viewer',
    'makes the invitation that waits for them one as editor',
    () => [`update project_invitations set role = 'editor'`],
    NO_RIGHT,
  ],
  [
    'editor',
    'becomes the owner',
    (w) => [`update video_projects set user_id = $1`, [w.id('editor')]],
    NO_RIGHT,
  ],
  [
    'editor',
    'becomes a member called owner',
    (w) => [UPSERT, [w.id('project shared'), w.id('editor'), 'owner']],
    NO_RIGHT,
  ],
  ['editor', 'adds somebody', (w) => [ADD, [w.id('project shared'), w.id('stranger'), 'viewer']], NO_RIGHT],
  [
    'editor',
    'invites somebody',
    (w) => [`select invite_member($1, 'x@example.com', 'viewer')`, [w.id('project shared')]],
    'PT403 not_allowed',
  ],
  [
    'editor',
    'removes the viewer',
    (w) => [`delete from project_members where user_id = $1 returning role`, [w.id('viewer')]],
    'accepted',
  ],
  [
    'editor',
    'makes the viewer an editor',
    (w) => [`update project_members set role = 'editor' where user_id = $1 returning role`, [w.id('viewer')]],
    'accepted',
  ],
  ['editor', 'reads whom the owner invited', () => [`select * from project_invitations`], 'accepted'],
  [
    'editor',
    'withdraws the owner’s invitation',
    () => [`delete from project_invitations returning id`],
    'accepted',
  ],
  [
    'editor',
    'deletes the project',
    (w) => [`delete from video_projects where id = $1 returning id`, [w.id('project shared')]],
    'accepted',
  ],
  [
    'owner',
    'adds themselves, whose name would then stand there twice',
    (w) => [ADD, [w.id('project shared'), w.id('owner'), 'editor']],
    NO_RIGHT,
  ],
  [
    'owner',
    'adds themselves to the project of the stranger',
    (w) => [ADD, [w.id('project stranger private'), w.id('owner'), 'editor']],
    NO_RIGHT,
  ],
  [
    'owner',
    'adds the editor to the project of the stranger',
    (w) => [ADD, [w.id('project stranger private'), w.id('editor'), 'editor']],
    NO_RIGHT,
  ],
  [
    'owner',
    'adds a member called owner',
    (w) => [ADD, [w.id('project shared'), w.id('stranger'), 'owner']],
    '23514',
  ],
  ['owner', 'makes a member called admin', () => [`update project_members set role = 'admin'`], '23514'],
  [
    'owner',
    'moves a membership into the project of the stranger',
    (w) => [`update project_members set project_id = $1`, [w.id('project stranger private')]],
    NO_RIGHT,
  ],
  [
    'owner',
    'makes a membership one of the stranger',
    (w) => [`update project_members set user_id = $1`, [w.id('stranger')]],
    NO_RIGHT,
  ],
  [
    'owner',
    'lets a member look as if they had been asked',
    () => [`update project_members set invitation_id = gen_random_uuid()`],
    NO_RIGHT,
  ],
  [
    'owner',
    'learns an address by writing it to a member',
    () => [`update project_members set invited_as = 'x@example.com'`],
    NO_RIGHT,
  ],
]

inOneWorld((world) => {
  describe('nobody becomes more than the owner made them', () => {
    test.each(climbs)('%s: %s', async (who, _what, attempt, expected) => {
      expect(await world().attack(who, ...attempt(world()))).toMatchObject({
        answer: expected,
        rows: [],
        intact: true,
      })
    })
  })
})
