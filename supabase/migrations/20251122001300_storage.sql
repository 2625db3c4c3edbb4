/*
 * [Note: storage policies]
 * Paths start with the person's id. There is no update policy, so nobody overwrites or moves a file by themselves, and no
 * trigger here, because a hosted project may refuse one: see [Note: bytes].
 *
 * Storage asks for permission by inserting a row and rolling back. Signing an upload URL asks before anything is known
 * about the file, so the metadata may be empty; an upload asks with type and length, and the embedded storage keeps the
 * row it asked with. Hence: the announcement must exist in any case, and whatever metadata there is must fit it.
 *
 * Hosted storage writes the row in its own name once the bytes are there, whatever was permitted has become of meanwhile:
 * an upload URL is good for two hours and is not asked about again, and it also replaces a file of the same name, with
 * whatever the bucket takes. None of that can be refused from here. What is there when a row registers it is measured;
 * what comes or grows later counts against the plan from the next announcement on (private.used_bytes()), is listed by
 * leftover_files() when no row owns it, and is swept when its account is gone (README, "Hosted set-up").
 */
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  (
    'media',
    'media',
    false,
    52428800,
    array[
      'image/jpeg', 'image/png', 'image/webp', 'image/avif',
      'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/wav', 'audio/ogg', 'audio/flac'
    ]
  ),
  ('videos', 'videos', false, 2147483648, array['video/mp4', 'video/webm', 'image/jpeg'])
on conflict (id) do update
set
  public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create function private.fits(declared text, largest bigint)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when declared ~ '^[0-9]{1,15}$' then declared::bigint between 1 and largest else false end
$$;

/*
 * Whether the caller announced this file. Volatile, because it waits for whoever is ending the announcement, and whoever
 * ends it waits for the row that is being written: a file is either refused, or seen by what comes after. The time is that
 * of the check: now() is when the statement began, which may be before the announcement was ended.
 */
create function private.can_store(bucket text, object_name text, metadata jsonb)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform
  from private.uploads as upload
  join public.users as person on person.id = upload.user_id
  where upload.bucket_id = bucket
    and upload.name = object_name
    and upload.user_id = (select auth.uid())
    and upload.expires_at > clock_timestamp()
    and person.closing_since is null
    and (
      coalesce(metadata, '{}') = '{}'
      or (
        metadata ->> 'mimetype' = upload.mime_type
        and private.fits(coalesce(metadata ->> 'size', metadata ->> 'contentLength'), upload.bytes)
        and private.fits(coalesce(metadata ->> 'contentLength', metadata ->> 'size'), upload.bytes)
      )
    )
  for share of upload;
  return found;
end
$$;

/* Photos placed in, music and films of, and faces of the people of the projects the caller can read. */
create function private.can_see_shared(bucket text, object_name text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select case bucket
    when 'media' then exists (
      select
      from public.media_items
      join public.photos on photos.media_item_id = media_items.id
      where (media_items.storage_path = object_name or media_items.thumbnail_path = object_name)
        and photos.project_id in (select private.readable_projects())
    ) or exists (
      select
      from public.audio_tracks
      where storage_path = object_name and id in (select private.named_tracks())
    ) or exists (
      select
      from public.users
      where avatar_path = object_name and id in (select private.fellows())
    )
    when 'videos' then exists (
      select
      from public.generated_videos
      where (storage_path = object_name or thumbnail_path = object_name)
        and project_id in (select private.readable_projects())
    )
    else false
  end
$$;

/* The first segment of the caller's paths. None once the account is gone, which its token outlives by up to an hour. */
create function private.own_folder()
returns text
language sql
stable
security definer
set search_path = ''
as $$
  select id::text from public.users where id = (select auth.uid())
$$;

grant execute on function private.can_store(text, text, jsonb) to authenticated;
grant execute on function private.can_see_shared(text, text) to authenticated;
grant execute on function private.own_folder() to authenticated;

create policy "People store the files they announced" on storage.objects
  for insert to authenticated
  with check (
    bucket_id in ('media', 'videos')
    and (storage.foldername(name))[1] = (select private.own_folder())
    and private.can_store(bucket_id, name, metadata)
  );

create policy "People read their files and those of projects shared with them" on storage.objects
  for select to authenticated
  using (
    bucket_id in ('media', 'videos')
    and (
      (storage.foldername(name))[1] = (select private.own_folder())
      or private.can_see_shared(bucket_id, name)
    )
  );

create policy "People delete their files" on storage.objects
  for delete to authenticated
  using (
    bucket_id in ('media', 'videos')
    and (storage.foldername(name))[1] = (select private.own_folder())
  );
