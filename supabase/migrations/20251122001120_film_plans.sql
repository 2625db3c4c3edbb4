/*
 * [Note: a film is what was asked for]
 * A film is made some time after it was asked for, perhaps by another device, while people go on editing. What it is made
 * of is therefore written down in the transaction that queues it: the project's wishes and, for each photo, its place, its
 * words and what was decided about it. It ends with the job; trying again asks anew.
 */
create table private.film_plans (
  job_id uuid primary key references public.generated_videos (id) on delete cascade,
  plan jsonb not null
);
comment on table private.film_plans is 'What each waiting film was asked to be. Large, hence not sent with every change of its job.';
alter table private.film_plans enable row level security;

create function private.keep_film_plan()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into private.film_plans (job_id, plan)
  select
    new.id,
    jsonb_build_object(
      'title', project.title,
      'description', project.description,
      'style', project.style,
      'duration_seconds', project.duration_seconds,
      'aspect_ratio', project.aspect_ratio,
      'music', project.music,
      'photos', (
        select coalesce(
          jsonb_agg(
            jsonb_build_object(
              'id', photo.id,
              'position', photo.position,
              'caption', photo.caption,
              'choice', photo.choice,
              'focus', photo.focus,
              'hold_seconds', photo.hold_seconds,
              'entrance', photo.entrance,
              'card', photo.card
            )
            order by photo.position, photo.id
          ),
          '[]'
        )
        from public.photos as photo
        where photo.project_id = project.id
      )
    )
  from public.video_projects as project
  where project.id = new.project_id;
  return null;
end
$$;

create trigger keep_film_plan
  after insert on public.generated_videos
  for each row execute function private.keep_film_plan();

create function private.forget_film_plan()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.film_plans where job_id = new.id;
  return null;
end
$$;

create trigger forget_film_plan
  after update of status on public.generated_videos
  for each row
  when (new.status in ('completed', 'failed', 'cancelled'))
  execute function private.forget_film_plan();

/* For who makes the film, and only while it is to be made. */
create function private.film_plan(job uuid)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select film_plans.plan
  from private.film_plans
  join public.generated_videos on generated_videos.id = film_plans.job_id
  where film_plans.job_id = job
    and generated_videos.user_id = (select auth.uid())
    and generated_videos.project_id in (select private.readable_projects())
$$;

grant execute on function private.film_plan(uuid) to authenticated;

create function public.film_plan(job uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.film_plan(job)
$$;
comment on function public.film_plan is
  'What a waiting film of the caller''s was asked to be; null when it is finished, gone or somebody else''s.';

revoke execute on function public.film_plan(uuid) from public, anon;
grant execute on function public.film_plan(uuid) to authenticated;
