/*
 * What a worker does with the queue.
 *
 * [Note: leases]
 * A claim hands out a random token for one attempt and a lease of 45 s on the server's clock; every heartbeat renews it.
 * When the lease has run out anybody signed in as the same person may claim the job again: attempt + 1, new token. From
 * then on the old worker's token opens nothing (`lease_lost`), however late it wakes up.
 * At the instant in which it ends a lease is over: PGlite's clock ticks in milliseconds, and the next claim may come in the same one.
 */

/* The job behind a token, its project and itself locked; refuses whoever does not hold it (any more). */
create function private.held_job(caller uuid, job uuid, token uuid)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  held public.generated_videos;
begin
  begin
    held := private.lock_job(caller, job);
  exception
    when sqlstate 'PT404' then
      raise sqlstate 'PT409' using message = 'lease_lost';
  end;
  if held.user_id <> caller
    or held.status <> 'processing'
    or not exists (
      select
      from private.leases
      where leases.job_id = held.id and leases.token = held_job.token and leases.attempt = held.attempt
    )
  then
    raise sqlstate 'PT409' using message = 'lease_lost';
  end if;
  return held;
end
$$;

create function private.output_path(job public.generated_videos, extension text)
returns text
language sql
immutable
set search_path = ''
as $$
  select format('%s/%s/%s/%s.%s', job.user_id, job.project_id, job.id, job.attempt, extension)
$$;

create function private.claim_generation(worker_name text, ttl_s integer, only_job uuid)
returns table (job public.generated_videos, token uuid, upload_path text, lease_ms integer)
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  seconds integer := least(greatest(coalesce(ttl_s, 45), 15), 120);
  candidate uuid;
  project uuid;
  claimed public.generated_videos;
begin
  -- A closing account has none: close_my_account() has ended them and nothing may be queued.
  select waiting.id, waiting.project_id into candidate, project
  from public.generated_videos as waiting
  where waiting.user_id = caller
    and (only_job is null or waiting.id = only_job)
    and waiting.attempt < waiting.max_attempts
    and (
      (waiting.status = 'queued' and waiting.run_after <= clock_timestamp())
      or (waiting.status = 'processing' and waiting.lease_until <= clock_timestamp())
    )
  order by waiting.queued_at, waiting.id
  limit 1;

  if found then
    perform from public.video_projects where id = project for no key update;
    token := gen_random_uuid();
    -- The owner of the project may have cancelled it or ended the caller's membership in the meantime.
    update public.generated_videos as waiting
    set
      status = 'processing',
      attempt = waiting.attempt + 1,
      progress_percentage = 0,
      stage = null,
      lease_until = clock_timestamp() + make_interval(secs => seconds),
      worker = left(coalesce(worker_name, ''), 80),
      estimated_completion_at = null,
      error_code = null,
      error_message = null
    where waiting.id = candidate
      and (
        waiting.status = 'queued'
        or (waiting.status = 'processing' and waiting.lease_until <= clock_timestamp())
      )
    returning * into claimed;
  end if;

  if claimed.id is not null then
    insert into private.leases as lease (job_id, token, attempt)
    values (claimed.id, claim_generation.token, claimed.attempt)
    on conflict (job_id) do update
    set token = excluded.token, attempt = excluded.attempt;
    job := claimed;
    upload_path := private.output_path(claimed, 'mp4');
    lease_ms := seconds * 1000;
    return next;
  end if;
  perform private.fail_lost_jobs(caller);
end
$$;

create function private.heartbeat_generation(job uuid, token uuid, pct integer, stage_name text, eta_s integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  held public.generated_videos := private.held_job(private.enter(), job, token);
begin
  update public.generated_videos
  set
    progress_percentage = least(greatest(coalesce(pct, 0), 0), 99),
    stage = left(stage_name, 40),
    lease_until = clock_timestamp() + interval '45 seconds',
    estimated_completion_at = case
      when eta_s between 0 and 86400 then clock_timestamp() + make_interval(secs => eta_s)
    end
  where id = held.id
  returning * into held;
  return jsonb_build_object('ok', true, 'lease_ms', 45000, 'rev', held.rev);
end
$$;

/* A failure worth another attempt waits 5 s, 10 s, 20 s, … at most 5 min, with jitter. */
create function private.fail_generation(job uuid, token uuid, code text, reason text, retryable boolean)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  held public.generated_videos := private.held_job(private.enter(), job, token);
  again boolean := coalesce(retryable, false) and held.attempt < held.max_attempts;
  pause double precision := least(300, 5 * 2 ^ (held.attempt - 1)) * (0.5 + random());
begin
  update public.generated_videos
  set
    status = case when again then 'queued' else 'failed' end,
    error_code = left(coalesce(code, 'unknown'), 40),
    error_message = left(reason, 500),
    run_after = clock_timestamp() + make_interval(secs => pause),
    finished_at = case when not again then clock_timestamp() end
  where id = held.id
  returning * into held;
  return held;
end
$$;

/*
 * Hands the job to whoever comes next. Closing a laptop is not a failure, hence one attempt more; but not for ever. A tab
 * that died without a word may have died of this film: then its lease ends as if it had run out, and the attempt counts.
 */
create function private.release_generation(job uuid, token uuid, died boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  held public.generated_videos := private.held_job(private.enter(), job, token);
begin
  if died then
    update public.generated_videos
    set lease_until = least(lease_until, clock_timestamp())
    where id = held.id;
    return;
  end if;
  if held.max_attempts >= 50 then
    raise sqlstate 'PT409' using message = 'too_many_handovers';
  end if;
  update public.generated_videos
  set status = 'queued', run_after = clock_timestamp(), max_attempts = held.max_attempts + 1
  where id = held.id;
end
$$;

grant execute on function private.claim_generation(text, integer, uuid) to authenticated;
grant execute on function private.heartbeat_generation(uuid, uuid, integer, text, integer) to authenticated;
grant execute on function private.fail_generation(uuid, uuid, text, text, boolean) to authenticated;
grant execute on function private.release_generation(uuid, uuid, boolean) to authenticated;

create function public.claim_generation(worker text, ttl_s integer default 45, only_job uuid default null)
returns table (job public.generated_videos, token uuid, upload_path text, lease_ms integer)
language sql
set search_path = ''
as $$
  select * from private.claim_generation(worker, ttl_s, only_job)
$$;
comment on function public.claim_generation is
  'Hands the first of the caller''s waiting jobs (or only_job) to one worker, with the token every later call needs. No row: nothing
to do. The lease is ttl_s (15 to 120 s, normally 45) on the server''s clock.';

create function public.heartbeat_generation(
  job uuid,
  token uuid,
  pct integer,
  stage text default null,
  eta_s integer default null
)
returns jsonb
language sql
set search_path = ''
as $$
  select private.heartbeat_generation(job, token, pct, stage, eta_s)
$$;
comment on function public.heartbeat_generation is
  'Renews the lease and reports progress (0 to 99, never falling). Returns {"ok", "lease_ms", "rev"}. Refuses lease_lost.';

create function public.fail_generation(job uuid, token uuid, code text, message text, retryable boolean)
returns public.generated_videos
language sql
set search_path = ''
as $$
  select * from private.fail_generation(job, token, code, message, retryable)
$$;
comment on function public.fail_generation is
  'Ends the attempt: queued again after a pause when retryable and attempts are left, failed otherwise. Refuses lease_lost.';

create function public.release_generation(job uuid, token uuid, died boolean default false)
returns void
language sql
set search_path = ''
as $$
  select private.release_generation(job, token, died)
$$;
comment on function public.release_generation is
  'Puts the job back for another tab or device at once. With `died`, said of a tab that is gone without a word, its attempt
counts. Refuses lease_lost, too_many_handovers.';

grant execute on function public.claim_generation(text, integer, uuid) to authenticated;
grant execute on function public.heartbeat_generation(uuid, uuid, integer, text, integer) to authenticated;
grant execute on function public.fail_generation(uuid, uuid, text, text, boolean) to authenticated;
grant execute on function public.release_generation(uuid, uuid, boolean) to authenticated;
