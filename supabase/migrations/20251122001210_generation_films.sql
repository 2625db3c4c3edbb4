/* What a worker that holds a lease does with the film it made: announce the file, store it, complete the job. */

create function private.reserve_output(job uuid, token uuid, size bigint, mime text)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  held public.generated_videos := private.held_job(private.enter(), job, token);
  extension text := case mime when 'video/mp4' then 'mp4' when 'video/webm' then 'webm' when 'image/jpeg' then 'jpg' end;
  largest bigint := case mime when 'image/jpeg' then 10485760 else 2147483648 end;
  object_name text := private.output_path(held, extension);
begin
  if extension is null then
    raise sqlstate 'PT415' using message = 'unsupported_type';
  end if;
  if size is null or size not between 1 and largest then
    raise sqlstate 'PT413' using message = 'bad_size';
  end if;
  perform private.hold_upload(held.user_id, 'videos', object_name, size, mime);
  return object_name;
end
$$;

/*
 * An attempt that is over stores nothing more, and what it announced makes room for the next one. What it has stored is
 * a leftover. Somebody else may have ended it: see [Note: one lock per person, always first], the job's project is locked.
 */
create function private.stop_outputs(job public.generated_videos, goes_on boolean)
returns void
language sql
security definer
set search_path = ''
as $$
  update private.uploads as upload
  set expires_at = now()
  where upload.user_id = job.user_id
    and upload.bucket_id = 'videos'
    and upload.expires_at > now()
    and starts_with(upload.name, format('%s/%s/%s/', job.user_id, job.project_id, job.id))
    and not (goes_on and starts_with(upload.name, private.output_path(job, '')))
$$;

create function private.stop_old_outputs()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    perform private.stop_outputs(old, false);
  else
    perform private.stop_outputs(new, new.status = 'processing');
  end if;
  return null;
end
$$;

-- Triggers fire in the order of their names: follow_job and forget_job come first.
create trigger stop_old_outputs
  after update on public.generated_videos
  for each row
  when (old.attempt <> new.attempt or old.status <> new.status)
  execute function private.stop_old_outputs();

create trigger stop_outputs_of_gone
  after delete on public.generated_videos
  for each row execute function private.stop_old_outputs();

create function private.complete_generation(
  job uuid,
  token uuid,
  film_path text,
  poster_path text,
  film_width integer,
  film_height integer,
  film_seconds numeric,
  unreadable_photos uuid[]
)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  held public.generated_videos;
  film record;
  poster_bytes bigint := 0;
begin
  -- The film was completed but the answer was lost.
  select done.* into held
  from public.generated_videos as done
  join private.leases as lease on lease.job_id = done.id and lease.attempt = done.attempt
  where done.id = job
    and done.user_id = caller
    and done.status = 'completed'
    and done.storage_path = film_path
    and lease.token = complete_generation.token;
  if found then
    return held;
  end if;

  held := private.held_job(caller, job, token);
  if film_path is null
    or film_path not in (private.output_path(held, 'mp4'), private.output_path(held, 'webm'))
    or poster_path <> private.output_path(held, 'jpg')
  then
    raise sqlstate 'PT403' using message = 'foreign_path';
  end if;
  if film_width not between 1 and 16384 or film_height not between 1 and 16384 or film_seconds not between 0.01 and 86400
  then
    raise sqlstate 'PT400' using message = 'bad_request';
  end if;
  if cardinality(unreadable_photos) > 1000 then
    raise sqlstate 'PT400' using message = 'bad_request';
  end if;
  select * into film from private.measure_file(caller, 'videos', film_path);
  if poster_path is not null then
    poster_bytes := (private.measure_file(caller, 'videos', poster_path)).bytes;
  end if;
  update public.generated_videos
  set
    status = 'completed',
    progress_percentage = 100,
    storage_path = film_path,
    thumbnail_path = poster_path,
    mime_type = film.mime_type,
    bytes = film.bytes + poster_bytes,
    width = film_width,
    height = film_height,
    duration_seconds = film_seconds,
    skipped_photo_ids = coalesce(unreadable_photos, '{}'),
    finished_at = clock_timestamp()
  where id = held.id
  returning * into held;
  return held;
end
$$;

grant execute on function private.reserve_output(uuid, uuid, bigint, text) to authenticated;
grant execute on function private.complete_generation(uuid, uuid, text, text, integer, integer, numeric, uuid[])
to authenticated;

create function public.reserve_output(job uuid, token uuid, bytes bigint, mime text)
returns text
language sql
set search_path = ''
as $$
  select private.reserve_output(job, token, bytes, mime)
$$;
comment on function public.reserve_output is
  'Announces the film (video/mp4, video/webm) or its thumbnail (image/jpeg) of this attempt; returns its path in `videos`.
Refuses lease_lost, unsupported_type, bad_size, storage_quota.';

create function public.complete_generation(
  job uuid,
  token uuid,
  path text,
  thumbnail_path text default null,
  width integer default null,
  height integer default null,
  duration_seconds numeric default null,
  skipped_photo_ids uuid[] default null
)
returns public.generated_videos
language sql
set search_path = ''
as $$
  select *
  from private.complete_generation(
    job, token, path, thumbnail_path, width, height, duration_seconds, skipped_photo_ids
  )
$$;
comment on function public.complete_generation is
  'Turns the job into a film once its file is stored; skipped_photo_ids could not be read and are not in it. Asking again with the same token and path returns the same row.
Refuses lease_lost, foreign_path, no_such_upload, larger_than_reserved, unsupported_type.';

grant execute on function public.reserve_output(uuid, uuid, bigint, text) to authenticated;
grant execute on function public.complete_generation(uuid, uuid, text, text, integer, integer, numeric, uuid[])
to authenticated;
