/* Whose membership somebody else changed is told so; an owner is told who left. */

create function private.name_of(person uuid)
returns text
language sql
stable
security definer
set search_path = ''
as $$
  select nullif(display_name, '') from public.users where id = person
$$;

create function private.tell_of_membership()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  project public.video_projects;
  facts jsonb;
begin
  select * into project from public.video_projects where id = old.project_id;
  -- The project itself went: see private.tell_members_of_end().
  if not found then
    return null;
  end if;
  facts := jsonb_build_object('project', project.id, 'title', project.title);
  if tg_op = 'UPDATE' then
    if auth.uid() is distinct from new.user_id then
      perform private.notify(
        new.user_id,
        'role_changed',
        facts || jsonb_build_object('role', new.role, 'person', private.name_of(auth.uid()))
      );
    end if;
  elsif auth.uid() = old.user_id or not exists (select from public.users where id = old.user_id) then
    perform private.notify(
      project.user_id,
      'member_left',
      facts || jsonb_build_object('person', private.name_of(old.user_id))
    );
  else
    perform private.notify(
      old.user_id,
      'membership_ended',
      facts || jsonb_build_object('person', private.name_of(auth.uid()))
    );
  end if;
  return null;
end
$$;

create trigger tell_of_new_role
  after update of role on public.project_members
  for each row
  when (old.role <> new.role)
  execute function private.tell_of_membership();

create trigger tell_of_end
  after delete on public.project_members
  for each row execute function private.tell_of_membership();

/* Before the row goes, because afterwards nobody knows its title. */
create function private.tell_members_of_end()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.notify(
    member.user_id,
    'membership_ended',
    jsonb_build_object('project', old.id, 'title', old.title, 'person', private.name_of(old.user_id))
  )
  from public.project_members as member
  where member.project_id = old.id;
  return old;
end
$$;

create trigger tell_members_of_end
  before delete on public.video_projects
  for each row execute function private.tell_members_of_end();
