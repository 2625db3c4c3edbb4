/**
 * Realtime's own objects: `realtime.messages` and `realtime.topic()` as on a hosted project (policies on that table
 * authorise private channels), and the log that feeds `postgres_changes`.
 *
 * [Note: change log] PGlite has no replication slot, so a trigger on every published table writes each change to an
 * unlogged table and notifies; whoever listens reads the log, after commit and under the lock. A notification itself
 * may hold 8 kB only.
 */
export const realtimeSchemaSql = `
create schema if not exists realtime;
grant usage on schema realtime to anon, authenticated, service_role;

create table realtime.messages (
  id uuid not null default gen_random_uuid() primary key,
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  inserted_at timestamp not null default now(),
  updated_at timestamp not null default now()
);
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;

create function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '')::text
$$;
grant execute on function realtime.topic() to anon, authenticated, service_role;

create unlogged table realtime.change_log (
  id bigint generated always as identity primary key,
  schema_name text not null,
  table_name text not null,
  operation text not null,
  new_row jsonb,
  old_row jsonb,
  committed_at timestamptz not null default clock_timestamp()
);
revoke all on realtime.change_log from public;

create function realtime.log_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into realtime.change_log (schema_name, table_name, operation, new_row, old_row)
  values (tg_table_schema, tg_table_name, tg_op,
    case when tg_op <> 'DELETE' then to_jsonb(new) end,
    case when tg_op <> 'INSERT' then to_jsonb(old) end);
  perform pg_notify('realtime_changes', '');
  return null;
end $$;
revoke all on function realtime.log_change() from public;
`

/** Puts the trigger on every published table. Runs at each boot, because migrations publish tables. */
export const captureTriggersSql = `
do $$
declare
  published record;
begin
  for published in select schemaname, tablename from pg_publication_tables where pubname = 'supabase_realtime' loop
    execute format(
      'create or replace trigger zz_realtime after insert or update or delete on %I.%I
       for each row execute function realtime.log_change()',
      published.schemaname, published.tablename);
  end loop;
end $$;
truncate realtime.change_log;
`
