import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { contentHash, INSERT_MEDIA_ITEM } from '../studio'
import { INSERT_TRACK } from './furniture'
import { ATTACKERS, inOneWorld, type Attacker, type World } from './world'

/** How five people are answered; whoever is left out has no right. */
type Answers = Partial<Record<Attacker, string>>
type Statement = (world: World, who: Attacker) => [sql: string, parameters?: unknown[]]
/** What is the attacker's own; the anonymous have nothing and use the stranger's. */
const ownOf = (who: Attacker) => (who === 'anonymous' ? 'stranger' : who)
const GONE = 'PT409 no_such_upload'

const forgeries: [what: string, statement: Statement, answers: Answers][] = [
  ['adds a plan', () => [`insert into plans values ('pro', 9, 9, 9, 9, 9) on conflict (id) do nothing`], {}],
  [
    'raises a plan with an upsert',
    () => [
      `insert into plans values ('free', 9999, 1, 1, 60, 1) on conflict (id) do update set monthly_videos = 9999`,
    ],
    {},
  ],
  ['adds a profile', () => [`insert into users (id, email) values (gen_random_uuid(), 'x@example.com')`], {}],
  [
    'takes over the profile of the owner with an upsert',
    (world) => [
      `insert into users (id, email) values ($1, 'x@example.com') on conflict (id) do update set display_name = 'x'`,
      [world.id('owner')],
    ],
    {},
  ],
  [
    'gives themselves a subscription',
    (world, who) => [
      `insert into subscriptions (user_id, plan_id, status) values ($1, 'enterprise', 'active')`,
      [world.id(ownOf(who))],
    ],
    {},
  ],
  [
    'upgrades a subscription with an upsert',
    (world, who) => [
      `insert into subscriptions (user_id, plan_id, status) values ($1, 'enterprise', 'active')
       on conflict (user_id) do update set plan_id = excluded.plan_id`,
      [world.id(ownOf(who))],
    ],
    {},
  ],
  [
    'turns back the counter with an upsert',
    (world, who) => [
      `insert into usage_counters (user_id, period, videos) values ($1, '2025-11-01', 0)
       on conflict (user_id, period) do update set videos = 0`,
      [world.id(ownOf(who))],
    ],
    {},
  ],
  [
    'writes an invoice',
    (world) => [
      `insert into invoices (user_id, number, amount_cents, currency, status, period_start, period_end)
       values ($1, 'PM-666', 1, 'EUR', 'open', '2025-11-01', '2025-11-30')`,
      [world.id('owner')],
    ],
    {},
  ],
  [
    'makes a project in the owner’s name',
    (world) => [`insert into video_projects (title, user_id) values ('Yours', $1)`, [world.id('owner')]],
    {},
  ],
  [
    'makes a project of their own',
    () => [`insert into video_projects (title) values ('Mine')`],
    { stranger: 'accepted', viewer: 'accepted', editor: 'accepted', owner: 'accepted' },
  ],
  [
    'changes the shared project with an upsert',
    (world) => [
      `insert into video_projects (id, title) values ($1, 'Mine') on conflict (id) do update set title = excluded.title`,
      [world.id('project shared')],
    ],
    { editor: 'accepted', owner: 'accepted' },
  ],
  [
    'adds the stranger to the shared project',
    (world) => [
      `insert into project_members (project_id, user_id, role) values ($1, $2, 'editor')`,
      [world.id('project shared'), world.id('stranger')],
    ],
    { owner: 'accepted' },
  ],
  [
    'makes the viewer an editor with an upsert',
    (world) => [
      `insert into project_members (project_id, user_id, role) values ($1, $2, 'editor')
       on conflict (project_id, user_id) do update set role = excluded.role`,
      [world.id('project shared'), world.id('viewer')],
    ],
    { owner: 'accepted' },
  ],
  [
    'claims to have been invited',
    (world, who) => [
      `insert into project_members (project_id, user_id, role, invitation_id) values ($1, $2, 'editor', $3)`,
      [world.id('project shared'), world.id(ownOf(who)), world.id('invitation shared guest')],
    ],
    {},
  ],
  [
    'writes an invitation past the door',
    (world, who) => [
      `insert into project_invitations (project_id, email, role, invited_by) values ($1, 'x@example.com', 'editor', $2)`,
      [world.id('project shared'), world.id(ownOf(who))],
    ],
    {},
  ],
  [
    'registers a photo that the owner stored',
    (world) => [INSERT_MEDIA_ITEM, [randomUUID(), world.id('file owner spare'), null, contentHash('x')]],
    { stranger: GONE, viewer: GONE, editor: GONE, owner: 'accepted' },
  ],
  [
    'registers a photo under the owner’s name',
    (world, who) => [
      `insert into media_items (user_id, storage_path, original_filename, mime_type, width, height, content_hash)
       values ($1, $2, 'x.jpg', 'image/jpeg', 1, 1, $3)`,
      [world.id('owner'), world.id(`file ${ownOf(who)} spare`), contentHash('x')],
    ],
    {},
  ],
  [
    'takes over a photo of the owner’s library with an upsert',
    (world, who) => [
      `${INSERT_MEDIA_ITEM} on conflict (id) do update set analysis = '{"version": 9}'`,
      [
        world.id('media owner placed'),
        world.id(`file ${ownOf(who)} spare`),
        null,
        contentHash('not the same'),
      ],
    ],
    { owner: 'accepted' },
  ],
  [
    'registers a track that the owner stored',
    (world) => [INSERT_TRACK, [randomUUID(), world.id('file owner spare song'), contentHash('x')]],
    { stranger: GONE, viewer: GONE, editor: GONE, owner: 'accepted' },
  ],
  [
    'takes over a track of the owner with an upsert',
    (world, who) => [
      `${INSERT_TRACK} on conflict (id) do update set analysis = '{}'`,
      [world.id('track owner played'), world.id(`file ${ownOf(who)} spare song`), contentHash('x')],
    ],
    {},
  ],
  [
    'places a photo of their own in the shared project',
    (world, who) => [
      `insert into photos (project_id, media_item_id, position) values ($1, $2, 'a0')`,
      [world.id('project shared'), world.id(`media ${ownOf(who)} loose`)],
    ],
    { editor: 'accepted', owner: 'accepted' },
  ],
  [
    'places a photo of the owner’s library in a project of their own',
    (world, who) => [
      `insert into photos (project_id, media_item_id, position) values ($1, $2, 'a0')`,
      [world.id(`project ${ownOf(who)} private`), world.id('media owner placed')],
    ],
    { owner: 'accepted' },
  ],
  [
    'places a photo in the name of the owner',
    (world, who) => [
      `insert into photos (project_id, media_item_id, user_id, position) values ($1, $2, $3, 'a0')`,
      [world.id('project shared'), world.id(`media ${ownOf(who)} loose`), world.id('owner')],
    ],
    {},
  ],
  [
    'changes the caption of a shared photo with an upsert',
    (world, who) => [
      `insert into photos (id, project_id, media_item_id, position) values ($1, $2, $3, 'a0')
       on conflict (id) do update set caption = 'Defaced'`,
      [world.id('photo owner placed'), world.id('project shared'), world.id(`media ${ownOf(who)} loose`)],
    ],
    { editor: 'accepted', owner: 'accepted' },
  ],
  [
    'changes the caption of a shared photo with an upsert into a project of their own',
    (world, who) => [
      `insert into photos (id, project_id, media_item_id, position) values ($1, $2, $3, 'a0')
       on conflict (id) do update set caption = 'Defaced'`,
      [
        world.id('photo owner placed'),
        world.id(`project ${ownOf(who)} private`),
        world.id(`media ${ownOf(who)} loose`),
      ],
    ],
    { editor: 'accepted', owner: 'accepted' },
  ],
  [
    'writes the owner a notification',
    (world) => [
      `insert into notifications (user_id, kind) values ($1, 'video_completed')`,
      [world.id('owner')],
    ],
    {},
  ],
  [
    'queues a film past the door',
    (world, who) => [
      `insert into generated_videos (project_id, user_id, request_key, settings) values ($1, $2, $3, '{}')`,
      [world.id('project shared'), world.id(ownOf(who)), randomUUID()],
    ],
    {},
  ],
  [
    'finishes a film with an upsert',
    (world, who) => [
      `insert into generated_videos (id, project_id, user_id, request_key, settings) values ($1, $2, $3, $4, '{}')
       on conflict (id) do update set status = 'completed', progress_percentage = 100`,
      [world.id('film owner live'), world.id('project owner private'), world.id(ownOf(who)), randomUUID()],
    ],
    {},
  ],
]

const cases = forgeries.flatMap(([what, statement, answers]) =>
  ATTACKERS.map((who) => [who, what, statement, answers[who] ?? NO_RIGHT] as const),
)

inOneWorld((world) => {
  describe('nobody writes a row that says what is not so', () => {
    test.each(cases)('%s: %s', async (who, _what, statement, expected) => {
      const { answer, intact } = await world().attack(who, ...statement(world(), who))
      expect(answer).toBe(expected)
      expect(intact).toBe(expected !== 'accepted')
    })
  })
})
