/*
 * Links that show one film to whoever has them, without an account.
 *
 * [Note: share links]
 * A link carries 244 random bits; only their hash is kept, so neither a copy of the database nor anybody who reads this
 * table can open a film. Whoever has no account gets no right at all here: no policy, no function, nothing on
 * storage.objects. The one door is supabase/functions/shared-film, which holds the service key: it asks open_film_share()
 * with the token, and has storage sign the file and the picture of that film for some minutes. A policy for `anon` was the
 * other way: storage has nowhere to put the token that a hosted project promises to hand to policies, a <video> can send
 * no header, and a slip in such a policy would open every film at once, where a slip here opens none.
 *
 * Unknown, expired, revoked and deleted are one answer: no row. What was signed before a link ended works until its minutes
 * are over.
 */
create table public.film_shares (
  id uuid primary key default gen_random_uuid(),
  film_id uuid not null references public.generated_videos (id) on delete cascade,
  created_by uuid not null references public.users (id) on delete cascade,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
comment on table public.film_shares is
  'Links that show one film to whoever has them, until they expire or are revoked. The token itself is nowhere.';

create index film_shares_film_id_idx on public.film_shares (film_id);
create index film_shares_created_by_idx on public.film_shares (created_by);

alter table public.film_shares enable row level security;
revoke all on table public.film_shares from public, anon, authenticated;
grant select (id, film_id, created_by, created_at, expires_at, revoked_at) on table public.film_shares to authenticated;

create policy "Owners and editors read the links to the films of a project" on public.film_shares
  for select to authenticated
  using (
    film_id in (
      select id from public.generated_videos where project_id in (select private.editable_projects())
    )
  );

create function private.hash_of(token text)
returns bytea
language sql
immutable
set search_path = ''
as $$
  select sha256(convert_to(token, 'UTF8'))
$$;

create function private.create_film_share(film uuid, days integer)
returns table (share uuid, token text, expires_at timestamptz)
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  project uuid := (
    select project_id
    from public.generated_videos
    where id = film and project_id in (select private.readable_projects())
  );
  shared public.generated_videos;
begin
  if project is null then
    raise sqlstate 'PT404' using message = 'not_found';
  end if;
  perform from public.video_projects where id = project and private.can_edit(id) for no key update;
  -- Asked again: the caller may have been removed while this waited for the lock.
  if not found or not private.can_edit(project) then
    raise sqlstate 'PT403' using message = 'not_allowed';
  end if;
  select * into shared from public.generated_videos where id = film for key share;
  if shared.id is null then
    raise sqlstate 'PT404' using message = 'not_found';
  end if;
  if days is null or days not between 1 and 365 then
    raise sqlstate 'PT400' using message = 'bad_request';
  end if;
  if shared.status <> 'completed' then
    raise sqlstate 'PT409' using message = 'not_finished';
  end if;
  -- What ended long ago tells nobody anything.
  delete from public.film_shares as ended
  where ended.film_id = film
    and least(ended.expires_at, ended.revoked_at) < now() - interval '30 days';
  if (
    select count(*)
    from public.film_shares as live
    where live.film_id = film and live.revoked_at is null and live.expires_at > now()
  ) >= 20 then
    raise sqlstate 'PT429' using message = 'too_many_shares';
  end if;
  -- Letters that an address takes as they are.
  token := translate(
    encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'
  );
  insert into public.film_shares as made (film_id, created_by, token_hash, expires_at)
  values (film, caller, private.hash_of(token), now() + make_interval(days => days))
  returning made.id, made.expires_at into share, expires_at;
  return next;
end
$$;

/* Whoever may edit the project ends any of its links. What ended before stays as it was. */
create function private.revoke_film_share(share uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.enter();
  update public.film_shares
  set revoked_at = coalesce(revoked_at, now())
  where id = share
    and film_id in (
      select id from public.generated_videos where project_id in (select private.editable_projects())
    );
  if not found then
    raise sqlstate 'PT404' using message = 'not_found';
  end if;
end
$$;

/* What a token opens: one film, or no row. For the service role alone. */
create function private.open_film_share(token text)
returns table (
  title text,
  storage_path text,
  thumbnail_path text,
  mime_type text,
  width integer,
  height integer,
  duration_seconds numeric,
  finished_at timestamptz,
  expires_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
  select
    project.title,
    film.storage_path,
    film.thumbnail_path,
    film.mime_type,
    film.width,
    film.height,
    film.duration_seconds,
    film.finished_at,
    share.expires_at
  from public.film_shares as share
  join public.generated_videos as film on film.id = share.film_id
  join public.video_projects as project on project.id = film.project_id
  where share.token_hash = private.hash_of(open_film_share.token)
    and share.revoked_at is null
    and share.expires_at > now()
    and film.status = 'completed'
    -- Whoever is leaving shows nothing any more.
    and not exists (
      select
      from public.users
      where id in (film.user_id, project.user_id, share.created_by) and closing_since is not null
    )
$$;

/* Who may no longer edit a project leaves no door open behind them. */
create function private.revoke_shares_of_former_editor()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.film_shares
  set revoked_at = now()
  where created_by = old.user_id
    and revoked_at is null
    and film_id in (select id from public.generated_videos where project_id = old.project_id);
  return null;
end
$$;

create trigger revoke_shares_of_demoted_editor
  after update of role on public.project_members
  for each row
  when (old.role = 'editor' and new.role <> 'editor')
  execute function private.revoke_shares_of_former_editor();

create trigger revoke_shares_of_removed_editor
  after delete on public.project_members
  for each row
  when (old.role = 'editor')
  execute function private.revoke_shares_of_former_editor();

grant execute on function private.create_film_share(uuid, integer) to authenticated;
grant execute on function private.revoke_film_share(uuid) to authenticated;
grant usage on schema private to service_role;
grant execute on function private.open_film_share(text) to service_role;

create function public.create_film_share(film uuid, days integer default 30)
returns table (share uuid, token text, expires_at timestamptz)
language sql
set search_path = ''
as $$
  select * from private.create_film_share(film, days)
$$;
comment on function public.create_film_share is
  'Makes a link to one finished film, for 1 to 365 days. The token is answered once and kept nowhere.
Refuses not_found, not_allowed, not_finished, bad_request, too_many_shares.';

create function public.revoke_film_share(share uuid)
returns void
language sql
set search_path = ''
as $$
  select private.revoke_film_share(share)
$$;
comment on function public.revoke_film_share is
  'Ends a link to a film of a project the caller may edit. Ending it twice is fine. Refuses not_found.';

create function public.open_film_share(token text)
returns table (
  title text,
  storage_path text,
  thumbnail_path text,
  mime_type text,
  width integer,
  height integer,
  duration_seconds numeric,
  finished_at timestamptz,
  expires_at timestamptz
)
language sql
stable
set search_path = ''
as $$
  select * from private.open_film_share(token)
$$;
comment on function public.open_film_share is
  'The film that a link shows, or no row. For supabase/functions/shared-film alone.';

grant execute on function public.create_film_share(uuid, integer) to authenticated;
grant execute on function public.revoke_film_share(uuid) to authenticated;
grant execute on function public.open_film_share(text) to service_role;
