import { expect, test } from 'vitest'
import { onEveryEngine } from './engines'

onEveryEngine((database) => {
  test('every table has row-level security', async () => {
    const open = await database.admin(
      `select oid::regclass::text as name from pg_class
       where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p') and not relrowsecurity`,
    )
    expect(open).toEqual([])
  })

  test('no view or materialised view slips past it', async () => {
    expect(
      await database.admin(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
      ),
    ).toEqual([])
  })

  test('every table says what it is', async () => {
    expect(
      await database.admin(
        `select relname from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace)
         and relkind = 'r' and obj_description(oid, 'pg_class') is null`,
      ),
    ).toEqual([])
  })

  test('every policy is for one command, for named roles, and asks for auth.uid() once per statement', async () => {
    const policies = (await database.admin('select * from pg_policies')).map((policy) => ({
      name: String(policy.policyname),
      table: String(policy.tablename),
      command: policy.cmd,
      roles: String(policy.roles),
      rule: `${String(policy.qual)} ${String(policy.with_check)}`,
    }))
    expect(policies.length).toBeGreaterThan(20)
    expect(policies.filter(({ command }) => command === 'ALL')).toEqual([])
    expect(policies.filter(({ roles }) => roles.includes('public'))).toEqual([])
    expect(policies.filter(({ roles }) => roles.includes('anon')).map(({ table }) => table)).toEqual([
      'plans',
    ])
    const bare = policies.filter(({ rule }) =>
      rule.replaceAll('( SELECT auth.uid() AS uid)', '').includes('auth.uid()'),
    )
    expect(bare).toEqual([])
  })

  test('definer functions live in `private` only, and every function of ours has an empty search_path', async () => {
    const functions = await database.admin(
      `select oid::regprocedure::text as name, prosecdef as definer, pronamespace::regnamespace::text as schema,
         proconfig::text as settings
       from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)`,
    )
    expect(functions.length).toBeGreaterThan(40)
    expect(functions.filter(({ settings }) => settings !== '{"search_path=\\"\\""}')).toEqual([])
    expect(functions.filter(({ definer, schema }) => definer && schema !== 'private')).toEqual([])
  })

  test('the anonymous execute nothing, PUBLIC neither, and the signed-in what is written here', async () => {
    const executable = async (role: string) =>
      (
        await database.admin(
          `select format('%s.%s', pronamespace::regnamespace, proname) as name from pg_proc
           where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
             and has_function_privilege($1, oid, 'execute') order by 1`,
          [role],
        )
      ).map((row) => row.name)
    expect(await executable('anon')).toEqual([])
    expect(await executable('authenticated')).toEqual([
      'private.accept_invitation',
      'private.can_broadcast',
      'private.can_join',
      'private.can_see_shared',
      'private.can_store',
      'private.cancel_generation',
      'private.claim_generation',
      'private.close_account',
      'private.complete_generation',
      'private.decline_invitation',
      'private.delete_account',
      'private.delete_generation',
      'private.editable_projects',
      'private.enqueue_generation',
      'private.export_account',
      'private.fail_generation',
      'private.heartbeat_generation',
      'private.invite_member',
      'private.is_music',
      'private.keep_account',
      'private.leftover_files',
      'private.my_files',
      'private.named_tracks',
      'private.owned_projects',
      'private.owns_media_item',
      'private.project_people',
      'private.readable_projects',
      'private.received_invitations',
      'private.release_generation',
      'private.reserve_output',
      'private.reserve_upload',
      'private.retry_generation',
      'private.shared_media_items',
      'public.accept_invitation',
      'public.cancel_generation',
      'public.claim_generation',
      'public.close_my_account',
      'public.complete_generation',
      'public.decline_invitation',
      'public.delete_generation',
      'public.delete_my_account',
      'public.enqueue_generation',
      'public.export_my_account',
      'public.fail_generation',
      'public.heartbeat_generation',
      'public.invite_member',
      'public.keep_my_account',
      'public.leftover_files',
      'public.my_files',
      'public.my_invitations',
      'public.project_people',
      'public.release_generation',
      'public.reserve_output',
      'public.reserve_upload',
      'public.retry_generation',
    ])
  })

  test('clients reach no table of `private`, and none of `public` more than its grants', async () => {
    const grants = await database.admin(
      `select grantee, table_name as "table", string_agg(privilege_type, ', ' order by privilege_type) as privileges
       from information_schema.role_table_grants
       where table_schema in ('public', 'private') and grantee in ('anon', 'authenticated', 'PUBLIC')
       group by 1, 2 order by 1, 2`,
    )
    expect(
      grants.map((grant) => `${String(grant.grantee)} ${String(grant.table)}: ${String(grant.privileges)}`),
    ).toEqual([
      'anon plans: SELECT',
      'authenticated audio_tracks: DELETE, SELECT',
      'authenticated generated_videos: SELECT',
      'authenticated invoices: SELECT',
      'authenticated media_items: DELETE, SELECT',
      'authenticated notifications: DELETE, SELECT',
      'authenticated photos: DELETE, SELECT',
      'authenticated plans: SELECT',
      'authenticated project_invitations: DELETE, SELECT',
      'authenticated project_members: DELETE, SELECT',
      'authenticated subscriptions: SELECT',
      'authenticated usage_counters: SELECT',
      'authenticated users: SELECT',
      'authenticated video_projects: DELETE, SELECT',
    ])
  })

  test('clients write these columns and no others', async () => {
    const grants = await database.admin(
      `select table_name as "table", privilege_type as privilege,
         string_agg(column_name, ', ' order by column_name) as columns
       from information_schema.column_privileges
       where table_schema in ('public', 'private') and grantee in ('anon', 'authenticated', 'PUBLIC')
         and privilege_type in ('INSERT', 'UPDATE', 'REFERENCES')
       group by 1, 2 order by 1, 2`,
    )
    expect(
      grants.map((grant) => `${String(grant.privilege)} ${String(grant.table)}: ${String(grant.columns)}`),
    ).toEqual([
      'INSERT audio_tracks: analysis, content_hash, duration_seconds, id, original_filename, storage_path',
      'INSERT media_items: analysis, content_hash, height, id, mime_type, original_filename, storage_path, taken_at, thumbnail_path, utc_offset_minutes, width',
      'UPDATE media_items: analysis',
      'UPDATE notifications: announced_at, read_at',
      'INSERT photos: caption, choice, id, media_item_id, position, project_id',
      'UPDATE photos: caption, choice, position',
      'INSERT project_members: project_id, role, user_id',
      'UPDATE project_members: role',
      'UPDATE users: avatar_path, display_name, language',
      'INSERT video_projects: aspect_ratio, description, duration_seconds, id, music, style, title',
      'UPDATE video_projects: aspect_ratio, description, duration_seconds, music, rev, style, title',
    ])
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
})
