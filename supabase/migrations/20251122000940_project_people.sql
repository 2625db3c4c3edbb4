/* Who works on a project, as one of them is shown it. */

/* People of the projects the caller can read. Who was added without being asked does not show their face for it. */
create function private.fellows()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select user_id from public.video_projects where id in (select private.readable_projects())
  union
  select user_id
  from public.project_members
  where project_id in (select private.readable_projects()) and invitation_id is not null
$$;

/*
 * [Note: e-mail addresses of members] An owner sees the address they wrote themselves, never the one of the account: adding a
 * stranger by id would otherwise tell who that is.
 */
create function private.project_people(project uuid)
returns table (
  user_id uuid,
  display_name text,
  avatar_path text,
  email text,
  role text,
  created_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
  select
    person.id,
    person.display_name,
    person.avatar_path,
    case
      when person.id = (select auth.uid()) then person.email
      when owned.user_id = (select auth.uid()) then who.invited_as
    end,
    who.role,
    who.created_at
  from public.video_projects as owned
  cross join lateral (
    select owned.user_id, 'owner' as role, null as invited_as, owned.created_at
    union all
    select member.user_id, member.role, member.invited_as, member.created_at
    from public.project_members as member
    where member.project_id = owned.id
  ) as who
  join public.users as person on person.id = who.user_id
  where owned.id = project and owned.id in (select private.readable_projects())
  order by who.role <> 'owner', who.created_at, person.id
$$;

grant execute on function private.project_people(uuid) to authenticated;

create function public.project_people(project uuid)
returns table (
  user_id uuid,
  display_name text,
  avatar_path text,
  email text,
  role text,
  created_at timestamptz
)
language sql
set search_path = ''
as $$
  select * from private.project_people(project)
$$;
comment on function public.project_people is
  'Owner and members of a project the caller can read, the owner first; nobody of any other. `email` is null but for the
caller and, to the owner, for whom they invited.';

grant execute on function public.project_people(uuid) to authenticated;
