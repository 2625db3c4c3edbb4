import { expect, test } from 'vitest'
import { describeBoundary, findBreaches } from './boundary'
import { onEveryEngine } from './engines'

onEveryEngine((database) => {
  test('no table, policy or function breaks a rule: row-level security, one question per statement, definers hidden, empty search_path', async () => {
    expect(await findBreaches(database.admin)).toEqual([])
    const [{ policies, functions } = {}] = await database.admin(
      `select
         (select count(*)::integer from pg_policies) as policies,
         (select count(*)::integer from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace))
           as functions`,
    )
    // It did look at something.
    expect(Number(policies)).toBeGreaterThan(30)
    expect(Number(functions)).toBeGreaterThan(80)
  })

  test('clients have the grants and policies that are written in boundary.txt, and no others', async () => {
    await expect(await describeBoundary(database.admin)).toMatchFileSnapshot('boundary.txt')
  })

  test.each([
    [
      'a table without row-level security',
      'create table public.forgotten (id integer)',
      'forgotten has no row-level security',
    ],
    [
      'a hidden table without row-level security',
      'create table private.forgotten (id integer)',
      'private.forgotten has no row-level security',
    ],
    [
      'a view',
      'create view public.everybody as select email from public.users',
      'everybody is a view, which row-level security does not see',
    ],
    [
      'a policy with a bare auth.uid()',
      `create policy "Slow" on public.photos for select to authenticated using (user_id = auth.uid())`,
      'policy "Slow" on public.photos asks who is calling once per row',
    ],
    [
      'a policy with a bare auth.uid() beside a wrapped one',
      `create policy "Slow" on storage.objects for update to authenticated
       using (owner = (select auth.uid())) with check (owner = auth.uid())`,
      'policy "Slow" on storage.objects asks who is calling once per row',
    ],
    [
      'a policy for everything',
      'create policy "All" on public.photos for all to authenticated using (false)',
      'policy "All" on public.photos is for every command at once',
    ],
    [
      'a policy for everybody',
      'create policy "Open" on public.photos for select using (false)',
      'policy "Open" on public.photos is for whoever comes',
    ],
    [
      'an exposed definer function',
      `create function public.mighty() returns integer language sql security definer set search_path = '' as 'select 1'`,
      'mighty() is a definer function that the API exposes',
    ],
    [
      'a definer function without a search_path',
      `create function private.open() returns integer language sql security definer as 'select 1'`,
      'private.open() is a definer function without an empty search_path',
    ],
    [
      'a definer function with another search_path',
      `create function private.open() returns integer language sql security definer set search_path = public as 'select 1'`,
      'private.open() is a definer function without an empty search_path',
    ],
    [
      'a definer function with an empty search_path in a schema nobody thought of',
      `create schema elsewhere; create function elsewhere.open() returns integer language sql security definer as 'select 1'`,
      'elsewhere.open() is a definer function without an empty search_path',
    ],
    [
      'a door without a search_path',
      `create function public.door() returns integer language sql as 'select 1'`,
      'door() is a function of ours without an empty search_path',
    ],
    [
      'a function granted to PUBLIC',
      'grant execute on function private.enter() to public',
      'private.enter() may be executed by PUBLIC',
    ],
  ])('the sweep finds %s', async (_what, sql, breach) => {
    expect(await undone(sql, findBreaches)).toEqual([breach])
  })

  test.each([
    'grant select on public.users to anon',
    'grant insert (status) on public.video_projects to authenticated',
    'grant update on public.plans to public',
    'grant references on public.photos to authenticated',
    'grant select on private.leases to authenticated',
    'grant usage on sequence private.job_events_id_seq to authenticated',
    'grant select on public.photos to authenticated with grant option',
    'grant execute on function private.plan_of(uuid) to authenticated',
    'grant usage on schema private to anon',
    'grant create on schema public to authenticated',
    'grant temporary on database %I to authenticated',
    'revoke delete on public.photos from authenticated',
    'create policy "One more" on public.photos for select to anon using (false)',
    'drop policy "People delete their files" on storage.objects',
    'alter policy "People read their files and those of projects shared with them" on storage.objects using (true)',
    'alter policy "People read their own profile" on public.users to anon, authenticated',
    'alter publication supabase_realtime add table public.users',
    'alter function private.can_edit(uuid) security invoker',
    'alter default privileges in schema public grant select on tables to anon',
    'alter default privileges grant execute on functions to public',
  ])('the boundary is not the same after: %s', async (sql) => {
    const before = await describeBoundary(database.admin)
    expect(await undone(sql, describeBoundary)).not.toBe(before)
  })

  test('every table says what it is', async () => {
    expect(
      await database.admin(
        `select relname from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace)
         and relkind = 'r' and obj_description(oid, 'pg_class') is null`,
      ),
    ).toEqual([])
  })

  test('the anonymous execute nothing', async () => {
    expect(
      await database.admin(
        `select oid::regprocedure::text as name from pg_proc
         where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
           and has_function_privilege('anon', oid, 'execute')`,
      ),
    ).toEqual([])
  })

  test('every foreign key has an index that starts with it', async () => {
    const missing = await database.admin(
      `select conrelid::regclass::text as "table", conname
       from pg_constraint
       where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace)
         and not exists (
           select from pg_index
           where indrelid = conrelid and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey and indpred is null
         )`,
    )
    expect(missing).toEqual([])
  })

  test('nothing of ours hangs on storage', async () => {
    expect(
      await database.admin(
        `select tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
         where relnamespace = 'storage'::regnamespace and not tgisinternal`,
      ),
    ).toEqual([])
  })

  /** What is found after these statements, which are taken back. */
  async function undone<T>(sql: string, find: (query: typeof database.admin) => Promise<T>): Promise<T> {
    const found: { value: T }[] = []
    const end = new Error('undone')
    await database.engine
      .transaction(async (query) => {
        for (const statement of sql.split('; ')) {
          const [{ name } = {}] = await query('select quote_ident(current_database()) as name')
          await query(statement.replace('%I', String(name)))
        }
        found.push({ value: await find(query) })
        throw end
      })
      .catch((error: unknown) => {
        if (error !== end) throw error
      })
    const [first] = found
    if (!first) throw new Error('nothing was looked for')
    return first.value
  }
})
