import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { ATTACKERS, inOneWorld, type Attacker } from './world'

/** And a column of each that would be worth changing. */
const TABLES = [
  ['uploads', 'user_id = auth.uid()'],
  ['leases', 'attempt = 0'],
  ['job_events', 'attempt = 0'],
  ['billing_events', `id = 'x'`],
  ['billing_customers', 'user_id = auth.uid()'],
  ['billing_subscriptions', `plan_id = 'enterprise'`],
  ['billing_invoices', 'amount_cents = 0'],
] as const

const statements = TABLES.flatMap(([table, change]) => [
  `select * from private.${table}`,
  `insert into private.${table} default values`,
  `update private.${table} set ${change}`,
  `delete from private.${table}`,
  `truncate private.${table}`,
])

/** Functions that only functions call, with arguments that would do harm. */
const calls: Record<string, string> = {
  announce_invitation: `null::public.project_invitations, auth.uid()`,
  are_settings: `'{}'::jsonb`,
  can_edit: 'gen_random_uuid()',
  confirmed_email: '',
  disown_files: `auth.uid(), 'media', 1::bigint, 'a'`,
  end_jobs_of: 'auth.uid()',
  enter: '',
  fail_lost_jobs: 'auth.uid()',
  fellows: '',
  files_of: 'auth.uid()',
  fits: `'1', 1::bigint`,
  hash_of: `'token'`,
  held_bytes: `auth.uid(), '', ''`,
  held_job: 'auth.uid(), gen_random_uuid(), gen_random_uuid()',
  hold_upload: `auth.uid(), 'media', 'a.jpg', 1::bigint, 'image/jpeg'`,
  is_stored: `'media', 'a.jpg'`,
  lock_job: 'auth.uid(), gen_random_uuid()',
  lock_people_of_my_films: '',
  lock_projects_around: 'auth.uid()',
  measure_file: `auth.uid(), 'media', 'a.jpg'`,
  name_of: 'auth.uid()',
  notify: `auth.uid(), 'video_completed', '{}'::jsonb`,
  open_film_share: `'token'`,
  output_path: `null::public.generated_videos, 'mp4'`,
  own_files: `auth.uid(), 'media', -1000000::bigint, 'a'`,
  plan_of: 'auth.uid()',
  queue_film: `auth.uid(), gen_random_uuid(), gen_random_uuid(), 'main', '{}'::jsonb`,
  record_billing_event: `'{"id": "evt_1", "customer": "cus_1"}'::jsonb`,
  refuse_closing: 'auth.uid()',
  refuse_full_project: 'gen_random_uuid()',
  show_invoices: 'auth.uid()',
  show_project_status: 'gen_random_uuid()',
  show_subscription: 'auth.uid()',
  stop_outputs: 'null::public.generated_videos, false',
  stored_files: 'auth.uid()',
  stored_object: `'media', 'a.jpg'`,
  take_off_lost_pictures: 'auth.uid()',
  used_bytes: `auth.uid(), '', ''`,
}

const openSettings = `select table_name from information_schema.table_privileges
  where table_schema = 'public' and table_name = 'tomorrow' and grantee in ('anon', 'authenticated', 'PUBLIC')`

inOneWorld((world) => {
  describe('nobody reaches a table of `private`', () => {
    test.each(ATTACKERS.flatMap((who) => statements.map((sql) => [who, sql] as const)))(
      '%s: %s',
      async (who, sql) => {
        expect((await world().attack(who, sql)).answer).toBe(NO_RIGHT)
      },
    )
  })

  describe('nobody calls what only functions call', () => {
    const attempts = Object.entries(calls).flatMap(([name, args]) =>
      (['anonymous', 'owner'] as const).map((who) => [who, name, args] as const),
    )
    test.each(attempts)('%s: private.%s(%s)', async (who, name, args) => {
      expect((await world().attack(who, `select private.${name}(${args})`)).answer).toBe(NO_RIGHT)
    })

    test('every function that clients may not call has been called', async () => {
      const closed = await world().database.admin(
        `select distinct proname from pg_proc
         where pronamespace = 'private'::regnamespace and prorettype <> 'trigger'::regtype
           and not has_function_privilege('authenticated', oid, 'execute')`,
      )
      expect(Object.keys(calls)).toEqual(closed.map((row) => String(row.proname)).toSorted())
    })

    test('anonymous: may not even name `private`', async () => {
      const { said } = await world().attack('anonymous', 'select private.owned_projects()')
      expect(said).toMatchObject({ code: NO_RIGHT, message: 'permission denied for schema private' })
    })
  })

  describe('nobody leaves something of their own behind', () => {
    const attempts = [
      'create table public.mine (id integer)',
      'create table private.mine (id integer)',
      'create view public.everything as select * from public.users',
      `create function public.mine() returns integer language sql as 'select 1'`,
      `create function private.enter() returns uuid language sql as 'select gen_random_uuid()'`,
      `create or replace function public.export_my_account() returns jsonb language sql as 'select null::jsonb'`,
      'create schema mine',
      'create trigger mine before insert on public.users for each row execute function private.enter_statement()',
      'create policy mine on public.users for all using (true)',
      'alter table public.users disable row level security',
      'alter table public.users add column admin boolean',
      'drop policy "People read their own profile" on public.users',
      'alter function public.export_my_account() security definer',
      'comment on table public.users is null',
      'create publication mine for table public.users',
      'create temp table users (id integer)',
      'create temp view users as select 1 as id',
      'create domain pg_temp.uuid as pg_catalog.uuid',
      `create function pg_temp.now() returns integer language sql as 'select 1'`,
      'alter publication supabase_realtime add table public.users',
      'lock table public.users in access exclusive mode',
    ]
    test.each((['anonymous', 'owner'] as const).flatMap((who) => attempts.map((sql) => [who, sql] as const)))(
      '%s: %s',
      async (who, sql) => {
        expect((await world().attack(who, sql)).answer).toBe(NO_RIGHT)
      },
    )
  })

  test('owner: passes none of their rights on', async () => {
    await world().rehearse(async (play) => {
      // PostgreSQL only warns that there was nothing to pass on.
      await play.asks(world().person('owner'), 'grant select, delete on public.photos to anon')
      await play.asks(world().person('owner'), 'grant execute on function public.export_my_account() to anon')
      expect(await play.tries(world().person('anonymous'), 'select * from photos')).toBe(NO_RIGHT)
      expect(await play.tries(world().person('anonymous'), 'select export_my_account()')).toBe(NO_RIGHT)
    })
  })

  describe('nobody reads the accounts themselves', () => {
    const attempts: [Attacker, string][] = ATTACKERS.flatMap((who) => [
      [who, 'select * from auth.users'],
      [who, `update auth.users set email = 'mine@example.com'`],
      [who, 'delete from auth.users'],
    ])
    test.each(attempts)('%s: %s', async (who, sql) => {
      expect((await world().attack(who, sql)).answer).toBe(NO_RIGHT)
    })
  })

  describe('what is made tomorrow', () => {
    test('a table is closed until somebody opens it', async () => {
      await world().rehearse(async (play) => {
        await play.admin('create table public.tomorrow (id integer generated always as identity)')
        expect(await play.admin(openSettings)).toEqual([])
        for (const who of ['anonymous', 'owner'] as const) {
          expect(await play.tries(world().person(who), 'select * from tomorrow')).toBe(NO_RIGHT)
          expect(await play.tries(world().person(who), `select nextval('tomorrow_id_seq')`)).toBe(NO_RIGHT)
        }
      })
    })

    test.each(['public', 'private'])('a function in %s is closed until somebody opens it', async (schema) => {
      await world().rehearse(async (play) => {
        await play.admin(`create function ${schema}.tomorrow() returns integer language sql as 'select 1'`)
        for (const who of ['anonymous', 'owner'] as const)
          expect(await play.tries(world().person(who), `select ${schema}.tomorrow()`)).toBe(NO_RIGHT)
      })
    })
  })

  test('the API is told to expose `public` and nothing else', () => {
    const config = readFileSync(new URL('../../../supabase/config.toml', import.meta.url), 'utf8')
    expect(/^schemas = (.*)$/m.exec(config)?.[1]).toBe('["public"]')
    expect(/^extra_search_path = (.*)$/m.exec(config)?.[1]).toBe('["public"]')
  })
})
