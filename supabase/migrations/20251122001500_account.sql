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
    'notifications', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at), '[]')
      from public.notifications as r
      where r.user_id = caller
    )
  );
end
$$;

/*
 * Deletes the account and every row of it. Storage cannot be emptied from SQL (the bytes would stay), so the client
 * removes its files first and this refuses while there are any.
 */
create function private.delete_account()
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
begin
  -- Projects before people: the order everybody else locks in.
  perform
  from public.video_projects
  where id in (select private.readable_projects())
    or id in (select project_id from public.generated_videos where user_id = caller)
    or id in (select project_id from public.project_invitations where email = private.confirmed_email())
  order by id
  for no key update;
  if exists (
    select
    from storage.objects
    where bucket_id in ('media', 'videos') and starts_with(name, caller || '/')
  ) then
    raise sqlstate 'PT409' using message = 'files_remain';
  end if;
  update public.generated_videos
  set status = 'cancelled', finished_at = clock_timestamp()
  where user_id = caller and status in ('queued', 'processing');
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
  select object.bucket_id, object.name, coalesce(stored.bytes, 0)
  from storage.objects as object
  cross join lateral private.stored_object(object.bucket_id, object.name) as stored
  where object.bucket_id in ('media', 'videos')
    and starts_with(object.name, caller || '/')
    and not exists (
      select
      from private.uploads as upload
      where upload.bucket_id = object.bucket_id and upload.name = object.name and upload.expires_at > now()
    )
    and not exists (
      select
      from public.media_items as item
      where item.storage_path = object.name or item.thumbnail_path = object.name
    )
    and not exists (select from public.audio_tracks as track where track.storage_path = object.name)
    and not exists (
      select
      from public.generated_videos as film
      where film.storage_path = object.name or film.thumbnail_path = object.name
    )
    and not exists (select from public.users as person where person.avatar_path = object.name)
  order by object.name;
end
$$;

grant execute on function private.export_account() to authenticated;
grant execute on function private.delete_account() to authenticated;
grant execute on function private.leftover_files() to authenticated;

create function public.export_my_account()
returns jsonb
language sql
set search_path = ''
as $$
  select private.export_account()
$$;
comment on function public.export_my_account is 'Everything the account holds, as JSON; files by path.';

create function public.delete_my_account()
returns void
language sql
set search_path = ''
as $$
  select private.delete_account()
$$;
comment on function public.delete_my_account is
  'Deletes the account. Refuses files_remain while the person has files in storage.';

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
grant execute on function public.delete_my_account() to authenticated;
grant execute on function public.leftover_files() to authenticated;
