import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Actor, NO_RIGHT, refusal } from '../engines'
import { inOneWorld, type Outcome, type World } from './world'

type Attempt = [what: string, sql: string, answer: string]

const GONE = 'PT401 account_gone'
const NOTHING = 'nothing'

/** Everything that a token of a deleted account is tried on. `nothing`: accepted, and nothing came of it. */
const byTheDead: Attempt[] = [
  ...[
    'users',
    'subscriptions',
    'usage_counters',
    'invoices',
    'video_projects',
    'project_members',
    'project_invitations',
    'media_items',
    'audio_tracks',
    'photos',
    'notifications',
    'generated_videos',
  ].map((table): Attempt => [`reads ${table}`, `select * from ${table}`, NOTHING]),
  ['makes a project', `insert into video_projects (title) values ('x')`, GONE],
  ['changes projects', `update video_projects set title = 'x' returning id`, GONE],
  ['deletes projects', 'delete from video_projects returning id', GONE],
  [
    'adds a member',
    `insert into project_members (project_id, user_id, role) values ($shared, $stranger, 'editor')`,
    GONE,
  ],
  ['changes roles', `update project_members set role = 'editor' returning role`, GONE],
  ['removes members', 'delete from project_members returning role', GONE],
  ['withdraws invitations', 'delete from project_invitations returning id', GONE],
  [
    'registers a photo',
    `insert into media_items (storage_path, original_filename, mime_type, width, height, content_hash)
     values ($spare, 'a.jpg', 'image/jpeg', 1, 1, repeat('a', 64))`,
    GONE,
  ],
  ['changes what was seen', `update media_items set analysis = '{}' returning id`, GONE],
  ['removes photos from the library', 'delete from media_items returning id', GONE],
  [
    'registers a track',
    `insert into audio_tracks (storage_path, original_filename, duration_seconds, content_hash)
     values ($spare, 'a.mp3', 1, repeat('a', 64))`,
    GONE,
  ],
  ['removes tracks', 'delete from audio_tracks returning id', GONE],
  [
    'places a photo',
    `insert into photos (project_id, media_item_id, position) values ($shared, $media, 'a0')`,
    GONE,
  ],
  ['captions photos', `update photos set caption = 'x' returning id`, GONE],
  ['takes photos out', 'delete from photos returning id', GONE],
  ['changes their profile', `update users set display_name = 'Ghost' returning id`, NOTHING],
  ['reads their messages away', 'update notifications set read_at = now() returning id', GONE],
  ['dismisses messages', 'delete from notifications returning id', GONE],
  ['lists the files they left', 'select * from storage.objects', NOTHING],
  ['removes the files they left', 'delete from storage.objects returning id', NOTHING],
  [
    'stores what they had announced',
    `insert into storage.objects (bucket_id, name, metadata) values ('media', $announced, '{}')`,
    NO_RIGHT,
  ],
  ['announces a file', `select reserve_upload('media', 1, 'image/jpeg')`, GONE],
  ['queues a film', `select enqueue_generation($shared, gen_random_uuid(), '{}')`, GONE],
  ['claims a film', `select * from claim_generation('x')`, GONE],
  ['reports with the token they had', `select heartbeat_generation($live, $token, 50)`, GONE],
  ['completes with the token they had', `select complete_generation($live, $token, 'x.mp4')`, GONE],
  ['invites somebody', `select invite_member($shared, 'x@example.com', 'editor')`, GONE],
  ['accepts an invitation', 'select accept_invitation($invitation)', GONE],
  ['asks for their invitations', 'select * from my_invitations()', NOTHING],
  ['asks who works on the project', 'select * from project_people($shared)', NOTHING],
  ['listens to the project', `select 1 where private.can_join('project:' || $shared)`, NOTHING],
  ['exports the account', 'select export_my_account()', GONE],
  ['deletes the account again', 'select delete_my_account()', GONE],
  ['looks for leftovers', 'select * from leftover_files()', GONE],
]

const fill = (world: World, sql: string) =>
  Object.entries({
    $shared: 'project shared',
    $stranger: 'stranger',
    $media: 'media owner loose',
    $spare: 'file owner spare',
    $announced: 'file owner announced',
    $live: 'film owner live',
    $token: 'token owner live',
    $invitation: 'invitation shared guest',
  }).reduce((text, [word, name]) => text.replaceAll(word, `'${world.id(name)}'`), sql)

const summed = ({ answer, rows }: Pick<Outcome, 'answer' | 'rows'>) =>
  answer === 'accepted' && rows.length === 0 ? NOTHING : answer

inOneWorld((world) => {
  describe('a valid token of a deleted account', () => {
    test.each(byTheDead)('owner, deleted: %s', async (_what, sql, expected) => {
      await world().rehearse(async (play) => {
        // As an administrator does it: files and all else that storage holds stay behind.
        await play.admin('delete from auth.users where id = $1', [world().id('owner')])
        expect(summed(await play.asks(world().person('owner'), fill(world(), sql)))).toBe(expected)
      })
    })

    test('owner, deleted: the account that comes after them with their address inherits nothing', async () => {
      await world().rehearse(async (play) => {
        await play.admin('delete from auth.users where id = $1', [world().id('owner')])
        const heir = new Actor(() => world().database.engine, randomUUID())
        await play.admin(
          `insert into auth.users (id, email, email_confirmed_at) values ($1, 'owner@example.com', now())`,
          [heir.id],
        )
        for (const table of [
          'video_projects',
          'media_items',
          'photos',
          'generated_videos',
          'storage.objects',
        ])
          expect([table, await play.as(heir, `select * from ${table}`)]).toEqual([table, []])
      })
    })
  })

  describe('a token that says something strange', () => {
    const withClaims = (role: 'anon' | 'authenticated', claims: unknown, sql: string) =>
      refusal(
        world().rehearse(async (play) => {
          await play.admin(
            `select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)`,
            [JSON.stringify(claims), role],
          )
          const rows = await play.admin(fill(world(), sql))
          expect(rows).toEqual([])
        }),
      )
    const READ = 'select * from video_projects'
    const WRITE = `insert into video_projects (title) values ('x')`

    test('no person in it: reads nothing, writes nothing, calls nothing', async () => {
      const claims = { role: 'authenticated' }
      expect(await withClaims('authenticated', claims, READ)).toBe('accepted')
      expect(await withClaims('authenticated', claims, 'delete from video_projects returning id')).toBe(
        'accepted',
      )
      expect(await withClaims('authenticated', claims, 'delete from storage.objects returning id')).toBe(
        'accepted',
      )
      expect(await withClaims('authenticated', claims, WRITE)).toBe(NO_RIGHT)
      expect(await withClaims('authenticated', claims, 'select export_my_account()')).toBe('PT401 sign_in')
    })

    test('a person that never was: reads nothing, writes nothing, calls nothing', async () => {
      const claims = { role: 'authenticated', sub: randomUUID() }
      expect(await withClaims('authenticated', claims, READ)).toBe('accepted')
      expect(await withClaims('authenticated', claims, WRITE)).toBe(GONE)
      expect(await withClaims('authenticated', claims, 'select export_my_account()')).toBe(GONE)
    })

    test('a person whose id is no id: is not taken for anybody', async () => {
      const claims = { role: 'authenticated', sub: `' or true --` }
      for (const sql of [READ, WRITE, 'select export_my_account()'])
        expect(await withClaims('authenticated', claims, sql)).toBe('22P02')
    })

    test('the service’s role, which the database was not told by the API: counts for nothing', async () => {
      const claims = { role: 'service_role', sub: world().id('stranger'), is_admin: true }
      const others = `${READ} where user_id <> $stranger`
      expect(await withClaims('authenticated', claims, others)).toBe('accepted')
      expect(await withClaims('authenticated', claims, `update plans set max_photos = 1`)).toBe(NO_RIGHT)
    })

    test('the owner’s id, but the role of the anonymous: counts for nothing', async () => {
      const claims = { role: 'anon', sub: world().id('owner') }
      expect(await withClaims('anon', claims, READ)).toBe(NO_RIGHT)
      expect(await withClaims('anon', claims, 'select export_my_account()')).toBe(NO_RIGHT)
      expect(await withClaims('anon', claims, 'select * from storage.objects')).toBe('accepted')
    })
  })
})
