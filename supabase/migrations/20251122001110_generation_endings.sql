/* How a person ends what they asked for: cancel a live job, throw an ended one away. And who ends it for them. */

create function private.cancel_generation(job uuid)
returns public.generated_videos
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  live public.generated_videos := private.lock_job(caller, job);
begin
  if live.status = 'cancelled' then
    return live;
  end if;
  if live.status in ('completed', 'failed') then
    raise sqlstate 'PT409' using message = 'terminal_state';
  end if;
  update public.generated_videos
  set status = 'cancelled', finished_at = clock_timestamp()
  where id = live.id
  returning * into live;
  return live;
end
$$;

create function private.delete_generation(job uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  ended public.generated_videos := private.lock_job(caller, job);
begin
  if ended.status in ('queued', 'processing') then
    raise sqlstate 'PT409' using message = 'already_running';
  end if;
  delete from public.generated_videos where id = ended.id;
end
$$;

/*
 * The end of what several people render or rendered changes what several people have used: whoever brings it about locks
 * their rows in one order too, after the projects. See: [Note: one lock per person, always first].
 */
create function private.lock_people_of_my_films()
returns void
language sql
security definer
set search_path = ''
as $$
  select
  from public.users
  where id = (select auth.uid())
    or id in (
      select user_id from public.generated_videos where project_id in (select private.owned_projects())
    )
  order by id
  for no key update
$$;

create function private.lock_people_first()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.lock_people_of_my_films();
  return null;
end
$$;

-- Triggers fire in the order of their names: enter_statement and lock_my_projects come first.
create trigger lock_people_first
  before update or delete on public.project_members
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_people_first();

create trigger lock_people_first
  before delete on public.video_projects
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_people_first();

/*
 * Who may no longer edit a project must not hold its queue: their live jobs there end. Whoever changes a membership has
 * locked the project already; a person who goes has ended all of their jobs, and may have been added to one more since.
 */
create function private.end_jobs_of_former_editor()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.generated_videos
  set status = 'cancelled', finished_at = clock_timestamp()
  where project_id = old.project_id and user_id = old.user_id and status in ('queued', 'processing');
  return null;
end
$$;

create trigger end_jobs_of_demoted_editor
  after update of role on public.project_members
  for each row
  when (old.role = 'editor' and new.role <> 'editor')
  execute function private.end_jobs_of_former_editor();

create trigger end_jobs_of_removed_editor
  after delete on public.project_members
  for each row
  when (old.role = 'editor')
  execute function private.end_jobs_of_former_editor();

grant execute on function private.cancel_generation(uuid) to authenticated;
grant execute on function private.delete_generation(uuid) to authenticated;

create function public.cancel_generation(job uuid)
returns public.generated_videos
language sql
set search_path = ''
as $$
  select * from private.cancel_generation(job)
$$;
comment on function public.cancel_generation is
  'Ends a live job of the caller or of a project the caller owns. Cancelling twice is fine.';

create function public.delete_generation(job uuid)
returns void
language sql
set search_path = ''
as $$
  select private.delete_generation(job)
$$;
comment on function public.delete_generation is
  'Removes a finished film from the history. Its files are for the client to remove.';

grant execute on function public.cancel_generation(uuid) to authenticated;
grant execute on function public.delete_generation(uuid) to authenticated;
