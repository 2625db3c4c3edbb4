/*
 * [Note: bytes]
 * `users.total_storage_bytes` is the size of the files that rows own: `media_items.bytes`, `audio_tracks.bytes` and
 * `generated_videos.bytes`, added when the row registers its file, taken off when the row goes. `private.uploads` holds
 * every other byte of a person: files announced but not yet there, and files there that no row owns. Together they are
 * the ledger the quota is checked against, so neither uploading without registering nor deleting rows without files
 * makes room.
 *
 * A ledger knows what it was told. A hosted storage server may finish an upload long after it was permitted, larger than
 * it was announced, and over a file that a row owns: see [Note: storage policies]. So the quota is checked against what
 * lies in the person's folder too, and whichever is more counts.
 */
create table private.uploads (
  bucket_id text not null,
  name text not null,
  user_id uuid not null references public.users (id) on delete cascade,
  bytes bigint not null check (bytes > 0),
  mime_type text not null,
  expires_at timestamptz not null,
  primary key (bucket_id, name)
);
comment on table private.uploads is
  'Files a person may store until expires_at, and stored files that no row owns (kept while the object exists, and three
hours beyond expires_at: a hosted upload URL, signed in the last moment, is good for two).';

create index uploads_user_id_idx on private.uploads (user_id);

alter table private.uploads enable row level security;

/* Size and type of a stored object; nulls while nothing (complete) is there. */
create function private.stored_object(bucket text, object_name text, out bytes bigint, out mime_type text)
language sql
stable
security definer
set search_path = ''
as $$
  select
    case when metadata ->> 'size' ~ '^[0-9]{1,15}$' then (metadata ->> 'size')::bigint end,
    metadata ->> 'mimetype'
  from storage.objects
  where bucket_id = bucket and name = object_name
$$;

/*
 * Everything a person has in storage, whatever refers to it. The operators compare bytes, which the one index on names
 * alone does, in hosted and embedded storage; `0` is what follows `/`.
 */
create function private.stored_files(person uuid)
returns table (bucket_id text, name text, bytes bigint)
language sql
stable
security definer
set search_path = ''
as $$
  select object.bucket_id, object.name, coalesce(stored.bytes, 0)
  from storage.objects as object
  cross join lateral private.stored_object(object.bucket_id, object.name) as stored
  where object.name ~>=~ (person || '/')
    and object.name ~<~ (person || '0')
    and object.bucket_id in ('media', 'videos')
$$;

/*
 * Bytes announced or stored by a person that no row owns, without those of one file. An announcement whose time is over
 * counts for what came of it.
 */
create function private.held_bytes(person uuid, except_bucket text, except_name text)
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.uploads as upload
  where upload.user_id = person
    and upload.expires_at < now() - interval '3 hours'
    and not exists (
      select from storage.objects where bucket_id = upload.bucket_id and name = upload.name
    );
  return (
    select coalesce(sum(greatest(upload.bytes, stored.bytes)), 0)
    from private.uploads as upload
    left join storage.objects as object on object.bucket_id = upload.bucket_id and object.name = upload.name
    cross join lateral private.stored_object(upload.bucket_id, upload.name) as stored
    where upload.user_id = person
      and (upload.expires_at > now() or object.id is not null)
      and (upload.bucket_id, upload.name) <> (except_bucket, except_name)
  );
end
$$;

/* What counts against a person's plan, without one file: see [Note: bytes]. */
create function private.used_bytes(person uuid, except_bucket text, except_name text)
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
declare
  by_ledger bigint := private.held_bytes(person, except_bucket, except_name);
  by_storage bigint;
begin
  by_ledger := by_ledger + (select total_storage_bytes from public.users where id = person);
  with stored as materialized (
    select * from private.stored_files(person)
  )
  select
    coalesce((select sum(bytes) from stored where (bucket_id, name) <> (except_bucket, except_name)), 0)
    + coalesce(sum(upload.bytes), 0)
  into by_storage
  from private.uploads as upload
  where upload.user_id = person
    and upload.expires_at > now()
    and (upload.bucket_id, upload.name) <> (except_bucket, except_name)
    and (upload.bucket_id, upload.name) not in (select bucket_id, name from stored);
  return greatest(by_ledger, by_storage);
end
$$;

/*
 * Announces a file of a person who is inside private.enter(). The same name again renews the announcement; it covers what
 * an interrupted try has stored already, which may be larger than what the next one made of the same photo.
 */
create function private.hold_upload(person uuid, bucket text, object_name text, size bigint, mime text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  room bigint := greatest(size, (private.stored_object(bucket, object_name)).bytes);
begin
  if private.used_bytes(person, bucket, object_name) + room > (private.plan_of(person)).max_storage_bytes then
    raise sqlstate 'PT402' using message = 'storage_quota';
  end if;
  if (select count(*) from private.uploads where user_id = person) >= 5000 then
    raise sqlstate 'PT429' using message = 'too_many_uploads';
  end if;
  insert into private.uploads (bucket_id, name, user_id, bytes, mime_type, expires_at)
  values (bucket, object_name, person, room, mime, now() + interval '24 hours')
  on conflict (bucket_id, name) do update
  set bytes = excluded.bytes, mime_type = excluded.mime_type, expires_at = excluded.expires_at;
end
$$;

/*
 * What a row is about to own: a file in the person's folder, complete, announced, and not larger than announced.
 * The announcement is taken back by private.own_files() once the row is there.
 */
create function private.measure_file(
  person uuid,
  bucket text,
  object_name text,
  out bytes bigint,
  out mime_type text
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  announced private.uploads;
begin
  select * into announced
  from private.uploads
  where bucket_id = bucket and name = object_name and user_id = person;
  select stored.bytes, stored.mime_type into bytes, mime_type
  from private.stored_object(bucket, object_name) as stored;
  if announced.name is null or coalesce(bytes, 0) = 0 then
    raise sqlstate 'PT409' using message = 'no_such_upload';
  end if;
  if bytes > announced.bytes then
    raise sqlstate 'PT413' using message = 'larger_than_reserved';
  end if;
  if mime_type is distinct from announced.mime_type then
    raise sqlstate 'PT415' using message = 'unsupported_type';
  end if;
end
$$;

create function private.own_files(person uuid, bucket text, size bigint, variadic names text[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  announced integer;
begin
  delete from private.uploads where bucket_id = bucket and name = any (names);
  get diagnostics announced = row_count;
  -- Two rows of one statement named the same file: both were measured before either used its announcement up.
  if announced < cardinality(array_remove(names, null)) then
    raise sqlstate 'PT409' using message = 'no_such_upload';
  end if;
  update public.users set total_storage_bytes = total_storage_bytes + size where id = person;
end
$$;

/*
 * The row is gone; its files are held until they are gone too, and not a moment longer: nothing was announced. Does
 * nothing when the person is going as well.
 */
create function private.disown_files(person uuid, bucket text, size bigint, variadic names text[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.users set total_storage_bytes = total_storage_bytes - size where id = person;
  if found then
    insert into private.uploads (bucket_id, name, user_id, bytes, mime_type, expires_at)
    select object.bucket_id, object.name, person, stored.bytes, stored.mime_type, now() - interval '3 hours'
    from storage.objects as object
    cross join lateral private.stored_object(object.bucket_id, object.name) as stored
    where object.bucket_id = bucket and object.name = any (names) and stored.bytes > 0
    on conflict (bucket_id, name) do nothing;
  end if;
end
$$;

create function private.reserve_upload(bucket text, size bigint, mime text, upload_key uuid)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  extension text := case mime
    when 'image/jpeg' then 'jpg'
    when 'image/png' then 'png'
    when 'image/webp' then 'webp'
    when 'image/avif' then 'avif'
    when 'audio/mpeg' then 'mp3'
    when 'audio/mp4' then 'm4a'
    when 'audio/aac' then 'aac'
    when 'audio/wav' then 'wav'
    when 'audio/ogg' then 'ogg'
    when 'audio/flac' then 'flac'
  end;
  object_name text;
begin
  perform private.refuse_closing(caller);
  if bucket is distinct from 'media' then
    raise sqlstate 'PT403' using message = 'not_allowed';
  end if;
  if extension is null then
    raise sqlstate 'PT415' using message = 'unsupported_type';
  end if;
  if size is null or size not between 1 and 52428800 then
    raise sqlstate 'PT413' using message = 'bad_size';
  end if;
  object_name := format('%s/%s.%s', caller, coalesce(upload_key, gen_random_uuid()), extension);
  -- A file that a row owns never changes: the row knows its size.
  if exists (select from public.media_items where storage_path = object_name or thumbnail_path = object_name)
    or exists (select from public.audio_tracks where storage_path = object_name)
  then
    raise sqlstate 'PT409' using message = 'already_registered';
  end if;
  perform private.hold_upload(caller, bucket, object_name, size, mime);
  return object_name;
end
$$;

grant execute on function private.reserve_upload(text, bigint, text, uuid) to authenticated;

create function public.reserve_upload(
  bucket text,
  bytes bigint,
  mime text,
  upload_key uuid default gen_random_uuid()
)
returns text
language sql
set search_path = ''
as $$
  select private.reserve_upload(bucket, bytes, mime, upload_key)
$$;
comment on function public.reserve_upload is
  'Announces one file of at most `bytes` bytes and returns where it may be stored for 24 hours. The same key again
renews it: same path, counted once. Refuses storage_quota, bad_size, unsupported_type, already_registered,
account_closing.';

grant execute on function public.reserve_upload(text, bigint, text, uuid) to authenticated;
