import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DUPLICATE, NO_RIGHT } from '../engines'
import { contentHash, INSERT_MEDIA_ITEM } from '../studio'
import { INSERT_TRACK } from './furniture'
import { inOneWorld, type Outcome, type World } from './world'

/** Who must not tell what the owner keeps to themselves from what is not there. */
const CURIOUS = ['stranger', 'viewer', 'editor'] as const
type Curious = (typeof CURIOUS)[number]

/** A statement about something of the owner, by its id, or about nothing, by an id that nothing has. */
type Question = (id: string, world: World, who: Curious) => [sql: string, parameters?: unknown[]]
const byId =
  (sql: string): Question =>
  (id) => [sql, [id]]

const lease =
  (call: string): Question =>
  (id, world) => [`select ${call.replace('(', '($1, $2')}`, [id, world.id('token owner live')]]

const questions: [what: string, of: string, question: Question][] = [
  ...Object.entries({
    users: ['id', 'owner', `display_name = 'x'`],
    subscriptions: ['user_id', 'owner', `plan_id = 'pro'`],
    usage_counters: ['user_id', 'owner', 'videos = 0'],
    invoices: ['user_id', 'owner', `status = 'void'`],
    video_projects: ['id', 'project owner private', `title = 'x'`],
    project_members: ['project_id', 'project owner private', `role = 'editor'`],
    project_invitations: ['id', 'invitation shared guest', `role = 'editor'`],
    media_items: ['id', 'media owner private', `analysis = '{}'`],
    audio_tracks: ['id', 'track owner track', `analysis = '{}'`],
    photos: ['id', 'photo owner private', `caption = 'x'`],
    notifications: ['user_id', 'owner', 'read_at = now()'],
    generated_videos: ['id', 'film owner private', `status = 'failed'`],
  }).flatMap(([table, [key = '', of = '', change = '']]): [string, string, Question][] => [
    [`reads ${table}`, of, byId(`select * from ${table} where ${key} = $1`)],
    [`counts ${table}`, of, byId(`select count(*)::integer as n from ${table} where ${key} = $1`)],
    [`changes ${table}`, of, byId(`update ${table} set ${change} where ${key} = $1 returning 1 as done`)],
    [`removes from ${table}`, of, byId(`delete from ${table} where ${key} = $1 returning 1 as done`)],
  ]),
  [
    'adds a member to a project',
    'project owner private',
    (id, world) => [
      `insert into project_members (project_id, user_id, role) values ($1, $2, 'viewer')`,
      [id, world.id('owner')],
    ],
  ],
  [
    'places a photo in a project',
    'project owner private',
    (id, world, who) => [
      `insert into photos (project_id, media_item_id, position) values ($1, $2, 'a0')`,
      [id, world.id(`media ${who} loose`)],
    ],
  ],
  [
    'places a picture in their own project',
    'media owner private',
    (id, world, who) => [
      `insert into photos (project_id, media_item_id, position) values ($1, $2, 'a0')`,
      [world.id(`project ${who} private`), id],
    ],
  ],
  [
    'plays a track in their own project',
    'track owner track',
    (id, world, who) => [
      `update video_projects set music = jsonb_build_object('kind', 'track', 'trackId', $1::text) where id = $2`,
      [id, world.id(`project ${who} private`)],
    ],
  ],
  [
    'plays a track in a new project',
    'track owner track',
    byId(
      `insert into video_projects (title, music) values ('x', jsonb_build_object('kind', 'track', 'trackId', $1::text))`,
    ),
  ],
  [
    'registers a file as a photo',
    'file owner spare',
    (path) => [INSERT_MEDIA_ITEM, [randomUUID(), path, null, contentHash('x')]],
  ],
  [
    'registers a file as a thumbnail',
    'file owner spare',
    (path, world, who) => [
      INSERT_MEDIA_ITEM,
      [randomUUID(), world.id(`file ${who} spare`), path, contentHash('x')],
    ],
  ],
  [
    'registers a file as a track',
    'file owner spare song',
    (path) => [INSERT_TRACK, [randomUUID(), path, contentHash('x')]],
  ],
  [
    'reads a link',
    'share owner private',
    byId('select id, film_id, created_by from film_shares where id = $1'),
  ],
  ['makes a link', 'film owner private', byId('select * from create_film_share($1, 7)')],
  ['ends a link', 'share owner private', byId('select revoke_film_share($1)')],
  ['moves a film', 'film owner live', byId('select * from move_generation($1)')],
  ['finds a file', 'file owner private', byId(`select * from storage.objects where name = $1`)],
  [
    'removes a file',
    'file owner private',
    byId(`delete from storage.objects where name = $1 returning 1 as done`),
  ],
  [
    'stores over a file',
    'file owner private',
    byId(`insert into storage.objects (bucket_id, name, metadata) values ('media', $1, '{}')`),
  ],
  [
    'stores over a file unless it is there',
    'file owner private',
    byId(
      `insert into storage.objects (bucket_id, name, metadata) values ('media', $1, '{}') on conflict do nothing`,
    ),
  ],
  [
    'stores what somebody announced',
    'file owner announced',
    byId(`insert into storage.objects (bucket_id, name, metadata) values ('media', $1, '{}')`),
  ],
  ['asks who works on a project', 'project owner private', byId('select * from project_people($1)')],
  [
    'copies a project',
    'project owner private',
    byId(`select * from duplicate_project($1, gen_random_uuid(), 'Copy')`),
  ],
  ['asks where a photo is used', 'media owner private', byId('select * from media_uses(array[$1]::uuid[])')],
  [
    'invites to a project',
    'project owner private',
    byId(`select * from invite_member($1, 'x@example.com', 'viewer')`),
  ],
  [
    'invites nonsense to a project',
    'project owner private',
    byId(`select * from invite_member($1, 'nonsense', 'king')`),
  ],
  ['accepts an invitation', 'invitation shared guest', byId('select accept_invitation($1)')],
  ['declines an invitation', 'invitation shared guest', byId('select decline_invitation($1)')],
  [
    'queues a film',
    'project owner private',
    byId(`select * from enqueue_generation($1, gen_random_uuid(), '{}')`),
  ],
  [
    'queues nonsense',
    'project owner private',
    byId(`select * from enqueue_generation($1, null, '{"fps": "many"}')`),
  ],
  ['tries a film again', 'film owner private', byId('select * from retry_generation($1)')],
  ['cancels a film', 'film owner live', byId('select * from cancel_generation($1)')],
  ['cancels a film that is done', 'film owner private', byId('select * from cancel_generation($1)')],
  ['removes a film from the history', 'film owner private', byId('select delete_generation($1)')],
  ['removes a film that is being made', 'film owner live', byId('select delete_generation($1)')],
  ['claims a film', 'film owner live', byId(`select * from claim_generation('x', 45, $1)`)],
  ['reports on a film with its token', 'film owner live', lease('heartbeat_generation(, 50)')],
  ['fails a film with its token', 'film owner live', lease(`fail_generation(, 'x', 'x', true)`)],
  ['hands a film back with its token', 'film owner live', lease('release_generation()')],
  ['announces a film with its token', 'film owner live', lease(`reserve_output(, 1000, 'video/mp4')`)],
  ['completes a film with its token', 'film owner live', lease(`complete_generation(, 'x.mp4')`)],
  [
    'completes a film that is complete, with its token and path',
    'film owner private',
    (id, world) => [
      'select complete_generation($1, $2, $3)',
      [id, world.id('token owner private'), world.id('file owner private film')],
    ],
  ],
]

/** Without the id that was asked about, everything has to be the same. */
function heard({ answer, rows, said, intact }: Outcome, id: string): string {
  return JSON.stringify({ answer, rows, said, intact }).replaceAll(id, 'ID')
}

inOneWorld((world) => {
  /** A path where nothing is, as like the foreign one as possible. */
  const missingLike = (id: string) => {
    const [folder = '', file] = id.split('/')
    return file === undefined ? randomUUID() : `${folder}/${randomUUID()}.${file.split('.')[1] ?? ''}`
  }

  describe('what is somebody else’s answers as what is not there', () => {
    const cases = questions.flatMap(([what, of, question]) =>
      CURIOUS.map((who) => [who, what, of, question] as const),
    )
    test.each(cases)('%s: %s (%s)', async (who, _what, of, question) => {
      const [foreign, nothing] = [world().id(of), missingLike(world().id(of))]
      const aboutForeign = await world().attack(who, ...question(foreign, world(), who))
      const aboutNothing = await world().attack(who, ...question(nothing, world(), who))
      expect(heard(aboutForeign, foreign)).toBe(heard(aboutNothing, nothing))
      expect(aboutForeign.intact).toBe(true)
    })
  })

  describe('addresses and people', () => {
    test.each(['stranger@example.com', 'nobody@example.com', 'unconfirmed@example.com'])(
      'owner: inviting %s tells nothing about an account',
      async (email) => {
        await world().rehearse(async (play) => {
          await play.admin(`insert into auth.users (email) values ('unconfirmed@example.com')`)
          const [row] = await play.as(
            world().person('owner'),
            `select * from invite_member($1, $2, 'viewer')`,
            [world().id('project shared'), email],
          )
          expect(row).toEqual({
            id: expect.any(String),
            project_id: world().id('project shared'),
            email,
            role: 'viewer',
            invited_by: world().id('owner'),
            created_at: expect.any(Date),
            expires_at: expect.any(Date),
          })
        })
      },
    )

    test('owner: is not told the address of a member they added by id', async () => {
      const { rows } = await world().attack(
        'owner',
        'select email from project_people($1) where email is not null',
        [world().id('project shared')],
      )
      expect(rows).toEqual([{ email: 'owner@example.com' }])
    })
  })

  /*
   * [Note: a taken id] Ids are made by the client, so that every request can be repeated. Whoever writes a row under an id
   * that is taken is told that it is. That is all they are told; and an id has 122 random bits, nobody comes upon one.
   */
  describe('an id that is taken', () => {
    test.each(CURIOUS)('%s: is told that it is, and not whose or what', async (who) => {
      const insert = `insert into video_projects (id, title) values ($1, 'x')`
      const heardOf = async (project: string) => {
        const id = world().id(project)
        return heard(await world().attack(who, insert, [id]), id)
      }
      const hidden = await heardOf('project owner private')
      expect(hidden).toContain(DUPLICATE)
      expect(hidden).toBe(await heardOf(`project ${who} private`))
    })

    test.each(CURIOUS)('%s: does not get at the row by an upsert', async (who) => {
      const upsert = `insert into video_projects (id, title) values ($1, 'x') on conflict (id) do update set title = 'x'`
      expect((await world().attack(who, upsert, [world().id('project owner private')])).answer).toBe(NO_RIGHT)
    })
  })
})
