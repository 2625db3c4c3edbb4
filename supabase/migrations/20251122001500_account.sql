/* Every file the person has in storage, as one JSON value: the API answers with a thousand rows at most. */
create function private.files_of(person uuid)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(
      jsonb_build_object('bucket', file.bucket_id, 'path', file.name, 'bytes', file.bytes)
      order by file.bucket_id, file.name
    ),
    '[]'
  )
  from private.stored_files(person) as file
$$;

/* Everything the account holds, as JSON. Files are named by path; the client fetches them itself. */
create function private.export_account()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
begin
  return jsonb_build_object(
    'exported_at', now(),
    'user', (select to_jsonb(r) from public.users as r where r.id = caller),
    'subscription', (select to_jsonb(r) from public.subscriptions as r where r.user_id = caller),
    'invoices', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.issued_at, r.id), '[]')
      from public.invoices as r
      where r.user_id = caller
    ),
    'usage', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.period), '[]')
      from public.usage_counters as r
      where r.user_id = caller
    ),
    'projects', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at), '[]')
      from public.video_projects as r
      where r.user_id = caller
    ),
    'memberships', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at), '[]')
      from public.project_members as r
      where r.user_id = caller
    ),
    'sent_invitations', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at, r.id), '[]')
      from public.project_invitations as r
      where r.invited_by = caller
    ),
    'received_invitations', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at, r.id), '[]')
      from private.received_invitations() as r
    ),
    'media_items', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at), '[]')
      from public.media_items as r
      where r.user_id = caller
    ),
    'audio_tracks', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at, r.id), '[]')
      from public.audio_tracks as r
      where r.user_id = caller
    ),
    'photos', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.project_id, r.position, r.id), '[]')
      from public.photos as r
      where r.user_id = caller
    ),
    'videos', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at), '[]')
      from public.generated_videos as r
      where r.user_id = caller
    ),
    'film_shares', (
      select coalesce(jsonb_agg(to_jsonb(r) - 'token_hash' order by r.created_at, r.id), '[]')
      from public.film_shares as r
      where r.created_by = caller
    ),
    'notifications', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at), '[]')
      from public.notifications as r
      where r.user_id = caller
    ),
    'files', private.files_of(caller)
  );
end
$$;

/* Whether a file is there; no file at all counts as one. */
create function private.is_stored(bucket text, object_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select object_name is null or exists (select from storage.objects where bucket_id = bucket and name = object_name)
$$;

create function private.my_files()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  return private.files_of(private.enter());
end
$$;

/* Projects before people: the order everybody else locks in. These are all that the end of an account touches. */
create function private.lock_projects_around(person uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform
  from public.video_projects
  where id in (select private.readable_projects())
    or id in (select project_id from public.photos where user_id = person)
    or id in (select project_id from public.generated_videos where user_id = person)
    or id in (select project_id from public.project_invitations where email = private.confirmed_email())
  order by id
  for no key update;
end
$$;

create function private.end_jobs_of(person uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  update public.generated_videos
  set status = 'cancelled', finished_at = clock_timestamp()
  where user_id = person and status in ('queued', 'processing')
$$;

/*
 * [Note: closing an account]
 * Storage cannot be emptied from SQL (the bytes would stay), so the client removes the files, and that takes a while. The
 * mark makes what it began known to every device of the person: whichever is there next goes on, until delete_account()
 * takes the rows and the account, or keep_account() keeps what is left.
 *
 * A hosted storage server finishes in its own name what it permitted before. Such a file may come after the account is
 * gone, when nothing in here can refuse it: it is swept from outside (README, "Hosted set-up").
 */
create function private.close_account()
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
begin
  perform private.lock_projects_around(caller);
  perform private.end_jobs_of(caller);
  -- From now on nothing is stored: see private.can_store(). What is announced stays so, for what is on its way is counted.
  update public.users set closing_since = now() where id = caller and closing_since is null;
end
$$;

/*
 * The person thought better of it: rows whose file is gone already go too, a picture of a film or photo that is gone is
 * taken off it, everything else stays theirs.
 */
create function private.keep_account()
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
begin
  perform private.lock_projects_around(caller);
  update public.users set closing_since = null where id = caller and closing_since is not null;
  if not found then
    return;
  end if;
  delete from public.media_items as item
  where item.user_id = caller and not private.is_stored('media', item.storage_path);
  delete from public.audio_tracks as track
  where track.user_id = caller and not private.is_stored('media', track.storage_path);
  delete from public.generated_videos as film
  where film.user_id = caller and film.status = 'completed' and not private.is_stored('videos', film.storage_path);
  perform private.take_off_lost_pictures(caller);
  update public.users as person
  set avatar_path = null
  where person.id = caller and not private.is_stored('media', person.avatar_path);
end
$$;

/* A photo without its thumbnail, or a film without its poster, has the bytes that are left. */
create function private.take_off_lost_pictures(person uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  freed bigint;
begin
  with photo as (
    select item.id, item.bytes as before, stored.bytes as after
    from public.media_items as item
    cross join lateral private.stored_object('media', item.storage_path) as stored
    where item.user_id = person and not private.is_stored('media', item.thumbnail_path) and stored.bytes > 0
  ), film as (
    select made.id, made.bytes as before, stored.bytes as after
    from public.generated_videos as made
    cross join lateral private.stored_object('videos', made.storage_path) as stored
    where made.user_id = person and not private.is_stored('videos', made.thumbnail_path) and stored.bytes > 0
  ), mended_photo as (
    update public.media_items as item
    set thumbnail_path = null, bytes = photo.after
    from photo
    where item.id = photo.id
  ), mended_film as (
    update public.generated_videos as made
    set thumbnail_path = null, bytes = film.after
    from film
    where made.id = film.id
  )
  select coalesce(sum(picture.before - picture.after), 0)
  into freed
  from (select * from photo union all select * from film) as picture;
  update public.users set total_storage_bytes = total_storage_bytes - freed where id = person;
end
$$;

/* Deletes the account and every row of it. Refuses while there are files: see [Note: closing an account]. */
create function private.delete_account(only_closing boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
begin
  -- A device that went on with a deletion is late: on another one the person has chosen to stay.
  if only_closing and exists (select from public.users where id = caller and closing_since is null) then
    raise sqlstate 'PT409' using message = 'account_kept';
  end if;
  perform private.lock_projects_around(caller);
  perform private.lock_people_of_my_films();
  -- Waits for the rows of files that are being written, and lets no more be written: see private.can_store().
  perform from private.uploads where user_id = caller order by bucket_id, name for update;
  if private.files_of(caller) <> '[]' then
    raise sqlstate 'PT409' using message = 'files_remain';
  end if;
  perform private.end_jobs_of(caller);
  -- While there is still a name to tell the owners.
  delete from public.project_members where user_id = caller;
  delete from public.project_invitations where email = private.confirmed_email();
  delete from auth.users where id = caller;
end
$$;

/* Stored files that no row owns and no announcement covers any more: what a cut upload left. The client removes them. */
create function private.leftover_files()
returns table (bucket text, path text, bytes bigint)
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
begin
  return query
  select file.bucket_id, file.name, file.bytes
  from private.stored_files(caller) as file
  where not exists (
    select
    from private.uploads as upload
    where upload.bucket_id = file.bucket_id and upload.name = file.name and upload.expires_at > now()
  )
    and not exists (
      select
      from public.media_items as item
      where item.storage_path = file.name or item.thumbnail_path = file.name
    )
    and not exists (select from public.audio_tracks as track where track.storage_path = file.name)
    and not exists (
      select
      from public.generated_videos as film
      where film.storage_path = file.name or film.thumbnail_path = file.name
    )
    and not exists (select from public.users as person where person.id = caller and person.avatar_path = file.name)
  order by file.name;
end
$$;

grant execute on function private.export_account() to authenticated;
grant execute on function private.my_files() to authenticated;
grant execute on function private.close_account() to authenticated;
grant execute on function private.keep_account() to authenticated;
grant execute on function private.delete_account(boolean) to authenticated;
grant execute on function private.leftover_files() to authenticated;

create function public.export_my_account()
returns jsonb
language sql
set search_path = ''
as $$
  select private.export_account()
$$;
comment on function public.export_my_account is 'Everything the account holds, as JSON; files by path.';

create function public.my_files()
returns jsonb
language sql
set search_path = ''
as $$
  select private.my_files()
$$;
comment on function public.my_files is 'All files of the caller in storage: an array of bucket, path and bytes.';

create function public.close_my_account()
returns void
language sql
set search_path = ''
as $$
  select private.close_account()
$$;
comment on function public.close_my_account is
  'The first step of deleting the account: ends its jobs, lets nothing begin and no file be stored any more, and says on
every device that it is going. What is on its way to storage already stays announced, and counted.';

create function public.keep_my_account()
returns void
language sql
set search_path = ''
as $$
  select private.keep_account()
$$;
comment on function public.keep_my_account is
  'Takes close_my_account back. Rows whose file was removed meanwhile go, and so do thumbnails and posters.';

create function public.delete_my_account(only_closing boolean default false)
returns void
language sql
set search_path = ''
as $$
  select private.delete_account(only_closing)
$$;
comment on function public.delete_my_account is
  'The last step: deletes the account. Refuses files_remain while the person has files in storage, and with only_closing
account_kept when keep_my_account was called since.';

create function public.leftover_files()
returns table (bucket text, path text, bytes bigint)
language sql
set search_path = ''
as $$
  select * from private.leftover_files()
$$;
comment on function public.leftover_files is
  'The caller''s stored files that nothing refers to. They count against the quota until they are removed.';

grant execute on function public.export_my_account() to authenticated;
grant execute on function public.my_files() to authenticated;
grant execute on function public.close_my_account() to authenticated;
grant execute on function public.keep_my_account() to authenticated;
grant execute on function public.delete_my_account(boolean) to authenticated;
grant execute on function public.leftover_files() to authenticated;
