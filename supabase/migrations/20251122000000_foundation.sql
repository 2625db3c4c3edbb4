/*
 * Close every door that is open by default, and the two things every later migration leans on: the schema nobody can
 * reach through the API, and the one lock.
 *
 * [Note: private and doors]
 * Whoever holds the public key can call whatever is in `public`. So `public` holds tables (behind row-level security)
 * and thin `security invoker` functions, the doors. What needs more rights than its caller has is `security definer`
 * with an empty search_path and lives in `private`, which PostgREST and Realtime do not expose.
 *
 * Refusals are raised as SQLSTATE `PT4xx`: PostgREST answers with that HTTP status and the stable word as message.
 */
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
-- The grant to PUBLIC is global: it cannot be revoked for one schema.
alter default privileges revoke execute on functions from public;

/*
 * [Note: nothing temporary]
 * Temporary types are found before those of pg_catalog, also with an empty search_path: a domain called `uuid` would run its
 * check with the rights of every definer function that speaks of a uuid. So whoever calls the API makes nothing temporary;
 * every other role keeps what PUBLIC loses. Where the database is not ours to close (then this changes nothing), the API
 * still has no way to make a type.
 */
do $$
declare
  other text;
begin
  for other in select rolname from pg_roles where rolname not in ('anon', 'authenticated') and rolname !~ '^pg_' loop
    execute format('grant temporary on database %I to %I', current_database(), other);
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
exception
  when insufficient_privilege then null;
end
$$;

create schema private;
comment on schema private is 'Definer functions, secrets and ledgers. Never exposed by the API.';
revoke all on schema private from public;
grant usage on schema private to authenticated;

/*
 * Who is calling, with that person's lock held until the transaction ends.
 *
 * [Note: one lock per person, always first]
 * Quota, jobs, projects and files of one person touch each other in many orders. Taking one advisory lock per person
 * before any row lock makes that order irrelevant. Between two people sharing a project the order is always
 * project row, then job row, then the rows of a person (users, usage_counters). What may reach several projects, or the
 * rows of several people, locks all of them before it begins, each in the order of their ids; nothing else waits for a
 * second project or a second person.
 */
create function private.enter()
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  caller uuid := auth.uid();
begin
  if caller is null then
    raise sqlstate 'PT401' using message = 'sign_in';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(caller::text, 7201));
  -- A token outlives a deleted account by up to an hour.
  if not exists (select from public.users where id = caller) then
    raise sqlstate 'PT401' using message = 'account_gone';
  end if;
  return caller;
end
$$;

/*
 * The same for plain inserts, updates and deletes. Fires before the statement locks any row; what a foreign key or a
 * trigger does in its wake is inside the lock already.
 */
create function private.enter_statement()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if auth.uid() is not null and pg_trigger_depth() = 1 then
    perform private.enter();
  end if;
  return null;
end
$$;
