/* What a person asks of the queue: a film, and a film once more. */

/*
 * Locks a job's project, then the job: the order every change of a job follows. See: [Note: one lock per person,
 * always first]. Missing and foreign jobs answer alike.
 */
create function private.lock_job(caller uuid, job uuid)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  locked public.generated_videos;
begin
  perform
  from public.video_projects
  where id = (
    select generated_videos.project_id
    from public.generated_videos
    where generated_videos.id = job
      and (
        generated_videos.user_id = caller
        or generated_videos.project_id in (select private.owned_projects())
      )
  )
  for no key update;
  if found then
    select * into locked from public.generated_videos where id = job for update;
  end if;
  if locked.id is null then
    raise sqlstate 'PT404' using message = 'not_found';
  end if;
  return locked;
end
$$;

/* A dead last attempt has nobody left to report it. Never waits: what is locked is looked at next time. */
create function private.fail_lost_jobs(person uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  lost record;
begin
  for lost in
    select id, project_id
    from public.generated_videos
    where user_id = person
      and status = 'processing'
      and lease_until <= clock_timestamp()
      and attempt >= max_attempts
  loop
    perform from public.video_projects where id = lost.project_id for no key update skip locked;
    continue when not found;
    update public.generated_videos
    set
      status = 'failed',
      error_code = 'worker_lost',
      error_message = 'Rendering stopped and could not be resumed.',
      finished_at = clock_timestamp()
    where id = lost.id
      and status = 'processing'
      and lease_until <= clock_timestamp()
      and attempt >= max_attempts;
  end loop;
end
$$;

/*
 * What a film may be asked to be: size, codec, frame rate and the language of its words, and, for a cut, another length or shape than the project's.
 * What is left out is as the project and the client's defaults have it; unknown wishes are kept for the client.
 * Compared as JSON, because the client reads no text as a number, and no null as left out.
 */
create function private.are_settings(settings jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(settings -> 'resolution', '"1080p"') in ('"720p"', '"1080p"', '"4k"')
    and coalesce(settings -> 'format', '"everywhere"') in ('"everywhere"', '"small"')
    and coalesce(settings -> 'fps', '30') in ('24', '30', '60')
    and jsonb_typeof(coalesce(settings -> 'language', '"en"')) = 'string'
    and coalesce(settings ->> 'language', 'en') ~ '^[a-z]{2}(-[A-Z]{2})?$'
    and coalesce(settings -> 'aspectRatio', '"16:9"') in ('"16:9"', '"9:16"', '"1:1"', '"4:5"')
    and jsonb_typeof(coalesce(settings -> 'durationSeconds', '60')) = 'number'
    and case
      when coalesce(settings ->> 'durationSeconds', '60') ~ '^[0-9]{1,4}$'
        then coalesce((settings ->> 'durationSeconds')::integer, 60) between 5 and 1800
      else false
    end
$$;

/* Queues a film for a caller who may edit the project, whose row is locked. Pays one unit of the month's quota. */
create function private.queue_film(caller uuid, project uuid, request_key uuid, cut text, settings jsonb)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  plan public.plans := private.plan_of(caller);
  this_month date := date_trunc('month', now() at time zone 'utc')::date;
  used integer;
  job public.generated_videos;
begin
  perform private.fail_lost_jobs(caller);
  if not exists (select from public.photos where project_id = project) then
    raise sqlstate 'PT409' using message = 'no_photos';
  end if;
  if coalesce(
    (settings ->> 'durationSeconds')::integer,
    (select duration_seconds from public.video_projects where id = project)
  ) > plan.max_duration_seconds then
    raise sqlstate 'PT402' using message = 'duration_limit';
  end if;
  if exists (
    select
    from public.generated_videos as live
    where live.project_id = project and live.cut = queue_film.cut and live.status in ('queued', 'processing')
  ) then
    raise sqlstate 'PT409' using message = 'already_running';
  end if;
  if (
    select count(*) from public.generated_videos where user_id = caller and status in ('queued', 'processing')
  ) >= plan.max_active_jobs then
    raise sqlstate 'PT429' using message = 'too_many_active';
  end if;

  insert into public.usage_counters as counter (user_id, period, videos)
  values (caller, this_month, 1)
  on conflict (user_id, period) do update
  set videos = counter.videos + 1
  returning videos into used;
  if used > plan.monthly_videos then
    raise sqlstate 'PT402' using message = 'monthly_quota';
  end if;

  insert into public.generated_videos (project_id, cut, user_id, request_key, settings, period)
  values (project, queue_film.cut, caller, queue_film.request_key, queue_film.settings, this_month)
  returning * into job;
  return job;
end
$$;

create function private.enqueue_generation(project uuid, key uuid, wishes jsonb)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  wanted_cut text := coalesce(wishes ->> 'cut', 'main');
  job public.generated_videos;
begin
  perform private.refuse_closing(caller);
  perform from public.video_projects where id = project and private.can_edit(id) for no key update;
  -- Asked again: the caller may have been removed while this waited for the lock.
  if not found or not private.can_edit(project) then
    raise sqlstate 'PT403' using message = 'not_allowed';
  end if;
  if key is null
    or wishes is null
    or jsonb_typeof(wishes) <> 'object'
    or octet_length(wishes::text) > 16384
    or wanted_cut !~ '^[a-z0-9][a-z0-9._:-]{0,39}$'
    or not private.are_settings(wishes)
  then
    raise sqlstate 'PT400' using message = 'bad_request';
  end if;
  -- A double click, or a request repeated because the answer was lost.
  select * into job from public.generated_videos where user_id = caller and request_key = key;
  if found then
    if job.project_id <> project then
      raise sqlstate 'PT409' using message = 'request_key_used';
    end if;
    return job;
  end if;
  return private.queue_film(caller, project, key, wanted_cut, wishes);
end
$$;

create function private.retry_generation(job uuid)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  ended public.generated_videos := private.lock_job(caller, job);
begin
  perform private.refuse_closing(caller);
  if not private.can_edit(ended.project_id) then
    raise sqlstate 'PT403' using message = 'not_allowed';
  end if;
  if ended.status in ('queued', 'processing') then
    raise sqlstate 'PT409' using message = 'already_running';
  end if;
  if ended.status = 'completed' then
    raise sqlstate 'PT409' using message = 'terminal_state';
  end if;
  return private.queue_film(caller, ended.project_id, gen_random_uuid(), ended.cut, ended.settings);
end
$$;

grant execute on function private.enqueue_generation(uuid, uuid, jsonb) to authenticated;
grant execute on function private.retry_generation(uuid) to authenticated;

create function public.enqueue_generation(project uuid, request_key uuid, settings jsonb)
returns public.generated_videos
language sql
set search_path = ''
as $$
  select * from private.enqueue_generation(project, request_key, settings)
$$;
comment on function public.enqueue_generation is
  'Queues a film; the same key twice returns the same row. `settings.cut` names the cut (default main), which may have
a length and shape of its own (durationSeconds, aspectRatio).
Refuses not_allowed, bad_request, no_photos, duration_limit, already_running, too_many_active, monthly_quota,
account_closing.';

create function public.retry_generation(job uuid)
returns public.generated_videos
language sql
set search_path = ''
as $$
  select * from private.retry_generation(job)
$$;
comment on function public.retry_generation is
  'Queues a failed or cancelled film again, as a new row. Refuses like enqueue_generation.';

grant execute on function public.enqueue_generation(uuid, uuid, jsonb) to authenticated;
grant execute on function public.retry_generation(uuid) to authenticated;
