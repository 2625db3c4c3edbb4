/*
 * In which order a person's films are made.
 *
 * [Note: places in line] Who waits is claimed by `queued_at`, oldest first. Moving a film gives the same places to the same
 * films in another order: no place is invented, so films that are queued later still come after them, and nothing ever has to
 * be renumbered. A film that is given back keeps its place.
 */
create function private.move_generation(job uuid, before uuid)
returns setof public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  line uuid[];
  places timestamptz[];
begin
  -- Several projects, so in one order and before anything else. See: [Note: one lock per person, always first].
  perform from public.video_projects
  where id in (select project_id from public.generated_videos where user_id = caller and status = 'queued')
  order by id
  for no key update;
  if not exists (select from public.generated_videos where id = job and user_id = caller)
    or (
      before is not null
      and not exists (select from public.generated_videos where id = before and user_id = caller)
    )
  then
    raise sqlstate 'PT404' using message = 'not_found';
  end if;
  if job = before then
    raise sqlstate 'PT400' using message = 'bad_request';
  end if;

  -- Two that came in the same microsecond are told apart here.
  select
    array_agg(waiting.id order by waiting.queued_at, waiting.id),
    array_agg(waiting.queued_at + waiting.twin * interval '1 microsecond' order by waiting.queued_at, waiting.id)
  into line, places
  from (
    select id, queued_at, row_number() over (partition by queued_at order by id) - 1 as twin
    from public.generated_videos
    where user_id = caller and status = 'queued'
  ) as waiting;
  if not coalesce(job = any (line) and (before is null or before = any (line)), false) then
    raise sqlstate 'PT409' using message = 'not_waiting';
  end if;

  line := array_remove(line, job);
  line := case
    when before is null then line || job
    else line[:array_position(line, before) - 1] || job || line[array_position(line, before):]
  end;
  return query
  update public.generated_videos as film
  set queued_at = place.at
  from unnest(line, places) as place (id, at)
  where film.id = place.id and film.queued_at <> place.at
  returning film.*;
end
$$;

grant execute on function private.move_generation(uuid, uuid) to authenticated;

create function public.move_generation(job uuid, before uuid default null)
returns setof public.generated_videos
language sql
set search_path = ''
as $$
  select * from private.move_generation(job, before)
$$;
comment on function public.move_generation is
  'Puts a waiting film of the caller right before another one of theirs, or last. Returns the films whose place is another now.
Refuses not_found, not_waiting (one of the two is being made or has ended), bad_request.';

grant execute on function public.move_generation(uuid, uuid) to authenticated;
