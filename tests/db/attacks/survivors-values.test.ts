import { describe, expect, test } from 'vitest'
import { NO_SUCH_REFERENCE, refusal } from '../engines'
import { inOneWorld } from './world'

const MISSING_VALUE = '23502'
const IMPOSSIBLE_VALUE = '23514'
const TWICE = '23505'

/** A link to a film, as the owner of the database might write it. */
const LINK = `insert into film_shares (film_id, created_by, token_hash, expires_at)
  select film.id, film.user_id, sha256('a'), now() + interval '7 days' from generated_videos as film
  where film.status = 'completed' limit 1`

/** Columns that clients write and that always have a value. */
const required = {
  users: ['display_name', 'language', 'keep_location'],
  video_projects: ['title', 'description', 'style', 'duration_seconds', 'aspect_ratio', 'music', 'rev'],
  project_members: ['project_id', 'user_id', 'role'],
  media_items: [
    'storage_path',
    'original_filename',
    'mime_type',
    'width',
    'height',
    'content_hash',
    'analysis',
  ],
  audio_tracks: ['storage_path', 'original_filename', 'duration_seconds', 'content_hash', 'analysis'],
  photos: ['project_id', 'media_item_id', 'position', 'caption', 'choice'],
}

inOneWorld((world) => {
  /** As the owner of the database and without triggers, which refuse some of it earlier. */
  const tell = (sql: string) =>
    refusal(
      world().rehearse(async (play) => {
        await play.admin('set local session_replication_role = replica')
        await play.admin(sql)
      }),
    )

  test.each(Object.entries(required).flatMap(([table, columns]) => columns.map((column) => [table, column])))(
    '%s.%s always has a value',
    async (table, column) => {
      expect(await tell(`update ${table} set ${column} = null`)).toBe(MISSING_VALUE)
    },
  )

  test('these are all the columns that clients write and that need a value', async () => {
    const columns = await world().database.admin(
      `select relname || '.' || attname as name from pg_attribute join pg_class on pg_class.oid = attrelid
       where attnotnull and attnum > 0 and relkind = 'r' and relnamespace = 'public'::regnamespace
         and (has_column_privilege('authenticated', attrelid, attnum, 'insert')
           or has_column_privilege('authenticated', attrelid, attnum, 'update'))
         and attname <> 'id' order by 1`,
    )
    const named = Object.entries(required).flatMap(([table, names]) =>
      names.map((name) => `${table}.${name}`),
    )
    expect(columns.map(({ name }) => name)).toEqual(named.toSorted())
  })

  describe('nothing refers to what is not there', () => {
    const references: [sql: string][] = [
      [`update subscriptions set plan_id = 'gold'`],
      [`update users set subscription_plan = 'gold'`],
      [`update photos set media_item_id = gen_random_uuid()`],
      [`update photos set project_id = gen_random_uuid()`],
      [`update project_members set user_id = gen_random_uuid()`],
      [`update photos set user_id = gen_random_uuid()`],
      [`update project_invitations set invited_by = gen_random_uuid()`],
      [LINK.replace('film.id', 'gen_random_uuid()')],
      [LINK.replace('film.user_id', 'gen_random_uuid()')],
    ]
    test.each(references)('%s', async (sql) => {
      const answer = refusal(world().rehearse(async (play) => void (await play.admin(sql))))
      expect(await answer).toBe(NO_SUCH_REFERENCE)
    })
  })

  describe('no row says what cannot be', () => {
    const impossible: [sql: string][] = [
      [LINK.replace(`interval '7 days'`, `interval '0 days'`)],
      [LINK.replace(`interval '7 days'`, `interval '367 days'`)],
      [LINK.replace(`sha256('a')`, `'a'`)],
      [`update generated_videos set worker = repeat('w', 81)`],
    ]
    test.each(impossible)('%s', async (sql) => {
      expect(await tell(sql)).toBe(IMPOSSIBLE_VALUE)
    })

    test('no token opens two films', async () => {
      const answer = refusal(
        world().rehearse(async (play) => {
          await play.admin(LINK)
          await play.admin(LINK)
        }),
      )
      expect(await answer).toBe(TWICE)
    })

    test('the longest name of a worker and the longest life of a link are kept', async () => {
      await world().rehearse(async (play) => {
        await play.admin('set local session_replication_role = replica')
        await play.admin(`update generated_videos set worker = repeat('w', 80)`)
        await play.admin(LINK.replace(`interval '7 days'`, `interval '366 days'`))
        expect(await play.admin('select id from film_shares')).not.toEqual([])
      })
    })
  })

  test('where a film goes, no link to it stays', async () => {
    await world().rehearse(async (play) => {
      await play.admin(LINK)
      await play.admin('delete from video_projects')
      expect(await play.admin('select from film_shares')).toEqual([])
    })
  })

  test('where an account goes, nothing of it and nothing in its projects stays', async () => {
    await world().rehearse(async (play) => {
      await play.admin(LINK)
      await play.admin('delete from auth.users')
      const left = await play.admin(
        `select 'users' as name from users union all select 'video_projects' from video_projects
         union all select 'project_members' from project_members
         union all select 'project_invitations' from project_invitations
         union all select 'media_items' from media_items union all select 'audio_tracks' from audio_tracks
         union all select 'photos' from photos union all select 'generated_videos' from generated_videos
         union all select 'film_shares' from film_shares
         union all select 'notifications' from notifications union all select 'subscriptions' from subscriptions
         union all select 'usage_counters' from usage_counters union all select 'invoices' from invoices
         union all select 'uploads' from private.uploads union all select 'leases' from private.leases
         union all select 'job_events' from private.job_events`,
      )
      expect(left).toEqual([])
    })
  })
})
