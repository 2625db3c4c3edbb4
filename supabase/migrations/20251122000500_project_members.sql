create table public.project_members (
  project_id uuid not null references public.video_projects (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  role text not null check (role in ('viewer', 'editor')),
  invited_as text,
  invitation_id uuid,
  created_at timestamptz not null default now(),
  primary key (project_id, user_id)
);
comment on table public.project_members is
  'Who else sees (viewer) or changes (editor) a project. The owner is video_projects.user_id and has no row here.';
comment on column public.project_members.invited_as is
  'The e-mail address the owner wrote in the invitation. The one address of a member that the owner is ever shown.';
comment on column public.project_members.invitation_id is
  'The accepted invitation, which is gone: accepting it once more finds its answer here.';

create index project_members_user_id_idx on public.project_members (user_id);

-- Definer, because policies on the two tables would otherwise ask each other for ever.
create function private.owned_projects()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select id from public.video_projects where user_id = (select auth.uid())
$$;

create function private.readable_projects()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select id from public.video_projects where user_id = (select auth.uid())
  union all
  select project_id from public.project_members where user_id = (select auth.uid())
$$;

/*
 * [Note: before and after waiting]
 * A statement may wait for private.lock_my_projects(), and memberships change meanwhile. Stable functions tell what was when
 * the statement began; this one is volatile and tells what is when it goes on. Policies for changing ask both: who was
 * removed meanwhile changes nothing any more, and who was added meanwhile nothing that is not locked.
 */
create function private.editable_projects()
returns setof uuid
language sql
volatile
security definer
set search_path = ''
as $$
  select id from public.video_projects where user_id = (select auth.uid())
  union all
  select project_id from public.project_members where user_id = (select auth.uid()) and role = 'editor'
$$;

create function private.can_edit(project uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select
    exists (select from public.video_projects where id = project and user_id = (select auth.uid()))
    or exists (
      select
      from public.project_members
      where project_id = project and user_id = (select auth.uid()) and role = 'editor'
    )
$$;

grant execute on function private.owned_projects() to authenticated;
grant execute on function private.readable_projects() to authenticated;
grant execute on function private.editable_projects() to authenticated;

alter table public.project_members enable row level security;
revoke all on table public.project_members from public, anon, authenticated;
grant select, delete on table public.project_members to authenticated;
grant insert (project_id, user_id, role) on table public.project_members to authenticated;
grant update (role) on table public.project_members to authenticated;

create policy "Owners and the member read a membership" on public.project_members
  for select to authenticated
  using (user_id = (select auth.uid()) or project_id in (select private.owned_projects()));

create policy "Owners add members" on public.project_members
  for insert to authenticated
  with check (user_id <> (select auth.uid()) and project_id in (select private.owned_projects()));

create policy "Owners change roles" on public.project_members
  for update to authenticated
  using (project_id in (select private.owned_projects()))
  with check (project_id in (select private.owned_projects()));

create policy "Owners remove members and members leave" on public.project_members
  for delete to authenticated
  using (user_id = (select auth.uid()) or project_id in (select private.owned_projects()));

create trigger enter_statement
  before insert or update or delete on public.project_members
  for each statement execute function private.enter_statement();

/*
 * A statement of a client may reach all of their projects at once, and photos, jobs and people in their wake. Two people
 * doing so lock what they share in the same order, before anything else. See: [Note: one lock per person, always first].
 */
create function private.lock_my_projects()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform from public.video_projects
  where id in (select private.readable_projects())
  order by id
  for no key update;
  return null;
end
$$;

-- Not what functions of ours do: they lock what they need, and once is enough. In two goes there is no order.
create trigger lock_my_projects
  before update or delete on public.project_members
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_my_projects();

create trigger lock_my_projects
  before update or delete on public.video_projects
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_my_projects();

create policy "Owners and members read a project" on public.video_projects
  for select to authenticated
  using (user_id = (select auth.uid()) or id in (select private.readable_projects()));

create policy "Owners and editors change a project" on public.video_projects
  for update to authenticated
  using (id in (select private.readable_projects()) and id in (select private.editable_projects()))
  with check (id in (select private.readable_projects()) and id in (select private.editable_projects()));
