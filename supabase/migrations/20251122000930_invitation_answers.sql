/* How an owner asks somebody in, and how that person answers. */

/* A project holds fifty people besides its owner: members, and whoever was asked. For callers who locked the project. */
create function private.refuse_full_project(project uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if (select count(*) from public.project_members where project_id = project)
    + (select count(*) from public.project_invitations where project_id = project) >= 50
  then
    raise sqlstate 'PT429' using message = 'too_many_members';
  end if;
end
$$;

/*
 * The same where an owner adds somebody without asking. Accepting takes the place that the invitation had. Who may not add
 * anybody is refused by row-level security, which speaks later, and not told whether the project is full.
 */
create function private.limit_members()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.video_projects where id = new.project_id and user_id = auth.uid())
    and not exists (
      select from public.project_members where project_id = new.project_id and user_id = new.user_id
    )
  then
    perform private.refuse_full_project(new.project_id);
  end if;
  return new;
end
$$;

create trigger limit_members
  before insert on public.project_members
  for each row execute function private.limit_members();

-- Nobody accepts meanwhile, and two owners who add people to many projects do it in one order.
create trigger lock_my_projects_to_add
  before insert on public.project_members
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_my_projects();

/* Never tells whether there is an account: the answer is the same, and the address is the one the owner wrote. */
create function private.invite_member(project uuid, address text, wanted_role text)
returns public.project_invitations
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  wanted_email text := lower(btrim(address));
  invitation public.project_invitations;
begin
  perform from public.video_projects where id = project and user_id = caller for no key update;
  if not found then
    raise sqlstate 'PT403' using message = 'not_allowed';
  end if;
  if wanted_role is null or wanted_role not in ('viewer', 'editor') then
    raise sqlstate 'PT400' using message = 'bad_request';
  end if;
  if wanted_email is null
    or char_length(wanted_email) > 254
    or wanted_email !~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:].]+$'
  then
    raise sqlstate 'PT400' using message = 'bad_email';
  end if;
  if exists (select from public.users where id = caller and lower(email) = wanted_email) then
    raise sqlstate 'PT409' using message = 'own_email';
  end if;
  if exists (
    select from public.project_members where project_id = project and invited_as = wanted_email
  ) then
    raise sqlstate 'PT409' using message = 'already_member';
  end if;

  -- Every invitation is a notice to somebody who may not know the caller.
  if (
    select count(*)
    from public.project_invitations
    where invited_by = caller and expires_at > now() and (project_id, email) <> (project, wanted_email)
  ) >= 200 then
    raise sqlstate 'PT429' using message = 'too_many_invitations';
  end if;
  update public.project_invitations
  set role = wanted_role, expires_at = now() + interval '30 days'
  where project_id = project and email = wanted_email
  returning * into invitation;
  if found then
    return invitation;
  end if;

  perform private.refuse_full_project(project);
  insert into public.project_invitations (project_id, email, role, invited_by)
  values (project, wanted_email, wanted_role, caller)
  returning * into invitation;
  return invitation;
end
$$;

create function private.confirmed_email()
returns text
language sql
stable
security definer
set search_path = ''
as $$
  select lower(email) from auth.users where id = (select auth.uid()) and email_confirmed_at is not null
$$;

create function private.received_invitations()
returns table (
  id uuid,
  project_id uuid,
  title text,
  role text,
  invited_by_name text,
  created_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
  select
    invitation.id,
    invitation.project_id,
    project.title,
    invitation.role,
    coalesce(private.name_of(invitation.invited_by), ''),
    invitation.created_at
  from public.project_invitations as invitation
  join public.video_projects as project on project.id = invitation.project_id
  where invitation.email = private.confirmed_email()
    and invitation.expires_at > now()
    and project.user_id <> (select auth.uid())
  order by invitation.created_at desc, invitation.id
$$;

create function private.accept_invitation(invitation uuid)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  caller uuid := private.enter();
  joined public.video_projects;
  accepted public.project_invitations;
begin
  -- It was accepted but the answer was lost.
  select project.* into joined
  from public.project_members as member
  join public.video_projects as project on project.id = member.project_id
  where member.user_id = caller and member.invitation_id = invitation;
  if found then
    return joined.id;
  end if;

  -- All at once and in order, as changing memberships does. See: private.lock_my_projects().
  perform
  from public.video_projects
  where id in (select private.readable_projects())
    or id in (select received.project_id from private.received_invitations() as received where received.id = invitation)
  order by id
  for no key update;
  delete from public.project_invitations
  where id in (select received.id from private.received_invitations() as received where received.id = invitation)
  returning * into accepted;
  if not found then
    raise sqlstate 'PT404' using message = 'invitation_gone';
  end if;

  insert into public.project_members (project_id, user_id, role, invited_as, invitation_id)
  values (accepted.project_id, caller, accepted.role, accepted.email, accepted.id)
  on conflict (project_id, user_id) do update
  set role = excluded.role, invited_as = excluded.invited_as, invitation_id = excluded.invitation_id;

  select * into joined from public.video_projects where id = accepted.project_id;
  perform private.notify(
    joined.user_id,
    'invitation_accepted',
    jsonb_build_object(
      'project', joined.id, 'title', joined.title, 'role', accepted.role, 'person', private.name_of(caller)
    )
  );
  return joined.id;
end
$$;

create function private.decline_invitation(invitation uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.enter();
  delete from public.project_invitations
  where id in (select received.id from private.received_invitations() as received where received.id = invitation);
  if not found then
    raise sqlstate 'PT404' using message = 'invitation_gone';
  end if;
end
$$;

grant execute on function private.invite_member(uuid, text, text) to authenticated;
grant execute on function private.received_invitations() to authenticated;
grant execute on function private.accept_invitation(uuid) to authenticated;
grant execute on function private.decline_invitation(uuid) to authenticated;

create function public.invite_member(project uuid, email text, role text)
returns public.project_invitations
language sql
set search_path = ''
as $$
  select * from private.invite_member(project, email, role)
$$;
comment on function public.invite_member is
  'Invites an e-mail address to a project of the caller as viewer or editor; again changes the role and the 30 days.
Refuses not_allowed, bad_request, bad_email, own_email, already_member, too_many_members, too_many_invitations.';

create function public.my_invitations()
returns table (
  id uuid,
  project_id uuid,
  title text,
  role text,
  invited_by_name text,
  created_at timestamptz
)
language sql
set search_path = ''
as $$
  select * from private.received_invitations()
$$;
comment on function public.my_invitations is
  'The invitations that wait for the caller''s confirmed e-mail address, newest first.';

create function public.accept_invitation(invitation uuid)
returns uuid
language sql
set search_path = ''
as $$
  select private.accept_invitation(invitation)
$$;
comment on function public.accept_invitation is
  'Joins the project and returns its id; again returns the same. Refuses invitation_gone: answered, withdrawn, expired or
for somebody else.';

create function public.decline_invitation(invitation uuid)
returns void
language sql
set search_path = ''
as $$
  select private.decline_invitation(invitation)
$$;
comment on function public.decline_invitation is 'Turns an invitation down. Refuses invitation_gone.';

grant execute on function public.invite_member(uuid, text, text) to authenticated;
grant execute on function public.my_invitations() to authenticated;
grant execute on function public.accept_invitation(uuid) to authenticated;
grant execute on function public.decline_invitation(uuid) to authenticated;
