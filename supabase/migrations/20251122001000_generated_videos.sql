/*
 * A generated video is a job until it is a film: the row is the queue entry, and clients may only read it.
 *
 * [Note: job states]
 * queued -> processing                     claim
 * processing -> processing                 the lease expired and another worker claimed it: attempt + 1
 * processing -> queued                     release, or a failure worth another attempt
 * processing -> completed | failed
 * queued | processing -> cancelled
 * completed, failed and cancelled are final for every role; trying again makes a new row. Only a poster whose file is gone
 * may be taken off a film, with its bytes.
 */
create table public.generated_videos (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.video_projects (id) on delete cascade,
  cut text not null default 'main' check (cut ~ '^[a-z0-9][a-z0-9._:-]{0,39}$'),
  user_id uuid not null references public.users (id) on delete cascade,
  request_key uuid not null,
  status text not null default 'queued'
    check (status in ('queued', 'processing', 'completed', 'failed', 'cancelled')),
  progress_percentage integer not null default 0 check (progress_percentage between 0 and 100),
  stage text check (char_length(stage) <= 40),
  error_code text check (char_length(error_code) <= 40),
  error_message text check (char_length(error_message) <= 500),
  attempt integer not null default 0,
  max_attempts integer not null default 5 check (max_attempts <= 50),
  run_after timestamptz not null default now(),
  queued_at timestamptz not null default clock_timestamp(),
  lease_until timestamptz,
  worker text check (char_length(worker) <= 80),
  estimated_completion_at timestamptz,
  settings jsonb not null check (jsonb_typeof(settings) = 'object' and octet_length(settings::text) <= 16384),
  storage_path text unique,
  thumbnail_path text unique,
  mime_type text,
  width integer check (width > 0),
  height integer check (height > 0),
  duration_seconds numeric check (duration_seconds > 0),
  bytes bigint check (bytes > 0),
  skipped_photo_ids uuid[] not null default '{}' check (cardinality(skipped_photo_ids) <= 1000),
  period date not null default date_trunc('month', now() at time zone 'utc')::date,
  rev bigint not null default 1,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (user_id, request_key),
  check (attempt between 0 and max_attempts),
  check ((status = 'processing') = (lease_until is not null)),
  check ((status in ('completed', 'failed', 'cancelled')) = (finished_at is not null)),
  check ((status = 'completed') = (progress_percentage = 100)),
  check ((status = 'completed') = (storage_path is not null and bytes is not null and mime_type is not null)),
  check (status = 'completed' or thumbnail_path is null)
);
comment on table public.generated_videos is
  'The queue and its films. `cut` names the length and shape of the film; `bytes` is film and thumbnail together;
`skipped_photo_ids` are photos of the project that could not be read when the film was made.';
comment on column public.generated_videos.queued_at is
  'The place in the line of its person, oldest first. Moving a film exchanges places: see move_generation.';
comment on column public.generated_videos.worker is
  'Who makes it, or made it, as they said when they claimed it: a tab, a device, its browser. Read by src/domain/worker.ts.';

create unique index generated_videos_one_live_job_idx on public.generated_videos (project_id, cut)
  where status in ('queued', 'processing');
create index generated_videos_project_id_idx on public.generated_videos (project_id, created_at desc);
create index generated_videos_user_id_idx on public.generated_videos (user_id, status, created_at);

alter table public.generated_videos enable row level security;
revoke all on table public.generated_videos from public, anon, authenticated;
grant select on table public.generated_videos to authenticated;

create policy "Owners and members read the films of a project" on public.generated_videos
  for select to authenticated
  using (user_id = (select auth.uid()) or project_id in (select private.readable_projects()));

create table private.leases (
  job_id uuid primary key references public.generated_videos (id) on delete cascade,
  token uuid not null,
  attempt integer not null
);
comment on table private.leases is
  'Who may report on a job: only the token handed out with the current attempt. Secret, hence not in public.';
alter table private.leases enable row level security;

create table private.job_events (
  id bigint generated always as identity primary key,
  job_id uuid not null references public.generated_videos (id) on delete cascade,
  attempt integer not null,
  from_status text,
  to_status text not null,
  happened_at timestamptz not null default clock_timestamp()
);
comment on table private.job_events is 'Every change of status, for whoever has to find out what happened.';
create index job_events_job_id_idx on private.job_events (job_id);
alter table private.job_events enable row level security;

/* What no role may do to a job. */
create function private.guard_job()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  claims boolean;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'queued' or new.attempt <> 0 then
      raise sqlstate 'PT409' using message = 'illegal_transition';
    end if;
    return new;
  end if;
  if old.status in ('completed', 'failed', 'cancelled') then
    if old.thumbnail_path is not null
      and new.thumbnail_path is null
      and to_jsonb(new) - array['thumbnail_path', 'bytes'] = to_jsonb(old) - array['thumbnail_path', 'bytes']
      and not private.is_stored('videos', old.thumbnail_path)
      and new.bytes = (private.stored_object('videos', old.storage_path)).bytes
    then
      new.rev := old.rev + 1;
      return new;
    end if;
    raise sqlstate 'PT409' using message = 'terminal_state';
  end if;
  -- Claiming, and nothing else, begins an attempt: the next one, and never while somebody holds the lease.
  claims := new.status = 'processing' and (old.status = 'queued' or new.attempt <> old.attempt);
  if (old.status = 'queued' and new.status in ('completed', 'failed'))
    or new.attempt <> old.attempt + claims::integer
    or (claims and old.lease_until > clock_timestamp())
  then
    raise sqlstate 'PT409' using message = 'illegal_transition';
  end if;
  if (new.id, new.project_id, new.cut, new.user_id, new.request_key, new.settings, new.period, new.created_at)
    is distinct from
    (old.id, old.project_id, old.cut, old.user_id, old.request_key, old.settings, old.period, old.created_at)
  then
    raise sqlstate 'PT409' using message = 'immutable';
  end if;
  if new.attempt = old.attempt then
    new.progress_percentage := greatest(new.progress_percentage, old.progress_percentage);
  end if;
  if new.status <> 'processing' then
    new.lease_until := null;
    new.estimated_completion_at := null;
    new.stage := null;
  end if;
  if new.status = 'queued' then
    new.worker := null;
  end if;
  new.rev := old.rev + 1;
  return new;
end
$$;

create trigger guard_job
  before insert or update on public.generated_videos
  for each row execute function private.guard_job();

/* Live jobs win; else the last film that was finished or failed; else the project is a draft. */
create function private.show_project_status(project uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  update public.video_projects
  set status = outcome.status
  from (
    select coalesce(
      (
        select 'processing'
        from public.generated_videos
        where project_id = project and status in ('queued', 'processing')
        limit 1
      ),
      (
        select status
        from public.generated_videos
        where project_id = project and status in ('completed', 'failed')
        order by finished_at desc
        limit 1
      ),
      'draft'
    ) as status
  ) as outcome
  where video_projects.id = project and video_projects.status <> outcome.status
$$;

/* What follows from a change of status, in the same transaction and therefore exactly once. */
create function private.follow_job()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.status = old.status then
    return null;
  end if;
  insert into private.job_events (job_id, attempt, from_status, to_status)
  values (new.id, new.attempt, case when tg_op = 'UPDATE' then old.status end, new.status);
  perform private.show_project_status(new.project_id);
  if new.status in ('failed', 'cancelled') then
    update public.usage_counters
    set videos = videos - 1
    where user_id = new.user_id and period = new.period;
  end if;
  if new.status = 'completed' then
    perform private.own_files(new.user_id, 'videos', new.bytes, new.storage_path, new.thumbnail_path);
  end if;
  if new.status in ('completed', 'failed') then
    perform private.notify(
      new.user_id,
      'video_' || new.status,
      jsonb_build_object(
        'job', new.id, 'project', new.project_id, 'title', video_projects.title, 'error_code', new.error_code
      )
    )
    from public.video_projects
    where video_projects.id = new.project_id;
  end if;
  -- The lease of a finished film stays: its worker may ask again when the answer was lost.
  if new.status in ('queued', 'failed', 'cancelled') then
    delete from private.leases where job_id = new.id;
  end if;
  return null;
end
$$;

create trigger follow_job
  after insert or update on public.generated_videos
  for each row execute function private.follow_job();

create function private.forget_job()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if old.status = 'completed' then
    perform private.disown_files(old.user_id, 'videos', old.bytes, old.storage_path, old.thumbnail_path);
  elsif old.status in ('queued', 'processing') then
    update public.usage_counters
    set videos = videos - 1
    where user_id = old.user_id and period = old.period;
  end if;
  perform private.show_project_status(old.project_id);
  return null;
end
$$;

create trigger forget_job
  after delete on public.generated_videos
  for each row execute function private.forget_job();
