create table public.project_invitations (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.video_projects (id) on delete cascade,
  email text not null check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  role text not null check (role in ('viewer', 'editor')),
  invited_by uuid not null references public.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  unique (project_id, email),
  check (char_length(email) <= 254)
);
comment on table public.project_invitations is
  'Who was asked to join a project and has not answered. Accepting, declining and withdrawing delete the row.';

create index project_invitations_email_idx on public.project_invitations (email);
create index project_invitations_invited_by_idx on public.project_invitations (invited_by);

alter table public.project_invitations enable row level security;
revoke all on table public.project_invitations from public, anon, authenticated;
grant select, delete on table public.project_invitations to authenticated;

create policy "Owners read the invitations to their projects" on public.project_invitations
  for select to authenticated
  using (project_id in (select private.owned_projects()));

create policy "Owners withdraw invitations" on public.project_invitations
  for delete to authenticated
  using (project_id in (select private.owned_projects()));

create trigger enter_statement
  before insert or update or delete on public.project_invitations
  for each statement execute function private.enter_statement();

create trigger lock_my_projects
  before delete on public.project_invitations
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_my_projects();

create function private.announce_invitation(invitation public.project_invitations, person uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  select private.notify(
    person,
    'project_invited',
    jsonb_build_object(
      'invitation', invitation.id,
      'project', invitation.project_id,
      'title', video_projects.title,
      'role', invitation.role,
      'person', private.name_of(invitation.invited_by)
    )
  )
  from public.video_projects
  where video_projects.id = invitation.project_id
$$;

/*
 * [Note: whose address it is] An invitation is for whoever owns the address, so only an account that confirmed it hears of
 * it. Where a project lets people in without confirmation, the address is taken to be theirs.
 */
create function private.tell_invitee()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.announce_invitation(new, account.id)
  from public.users as person
  join auth.users as account on account.id = person.id
  where lower(person.email) = new.email
    and lower(account.email) = new.email
    and account.email_confirmed_at is not null;
  return null;
end
$$;

create trigger tell_invitee
  after insert on public.project_invitations
  for each row execute function private.tell_invitee();

create trigger tell_invitee_again
  after update of expires_at on public.project_invitations
  for each row
  when (old.expires_at <= now())
  execute function private.tell_invitee();

/* Answered, withdrawn or gone with its project: then the word of it would lead nowhere. */
create function private.forget_invitation()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Does not wait. See: [Note: other people's notifications].
  delete from public.notifications
  where id in (
    select id
    from public.notifications
    where kind = 'project_invited' and payload ->> 'invitation' = old.id::text
    for update skip locked
  );
  return null;
end
$$;

create trigger forget_invitation
  after delete on public.project_invitations
  for each row execute function private.forget_invitation();

/* Somebody signed up with, confirmed, or changed to an address that was invited before. */
create function private.tell_of_waiting_invitations()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.announce_invitation(waiting, new.id)
  from public.project_invitations as waiting
  where waiting.email = lower(new.email)
    and waiting.expires_at > now()
    and not exists (
      select
      from public.notifications
      where user_id = new.id and kind = 'project_invited' and payload ->> 'invitation' = waiting.id::text
    );
  return null;
end
$$;

-- Triggers fire in the order of their names: create_profile and copy_email come first.
create trigger tell_of_waiting_invitations_to_newcomer
  after insert on auth.users
  for each row
  when (new.email_confirmed_at is not null)
  execute function private.tell_of_waiting_invitations();

create trigger tell_of_waiting_invitations_to_address
  after update of email, email_confirmed_at on auth.users
  for each row
  when (
    new.email_confirmed_at is not null
    and (old.email_confirmed_at is null or old.email is distinct from new.email)
  )
  execute function private.tell_of_waiting_invitations();

/* An address leaves with its account. One that was never confirmed was perhaps somebody else's. */
create function private.forget_address()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.project_invitations where email = lower(old.email);
  return null;
end
$$;

create trigger forget_address
  after delete on auth.users
  for each row
  when (old.email_confirmed_at is not null)
  execute function private.forget_address();
