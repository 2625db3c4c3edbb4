create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null check (
    kind in (
      'video_completed', 'video_failed', 'project_invited', 'invitation_accepted', 'membership_ended', 'role_changed',
      'member_left'
    )
  ),
  payload jsonb not null default '{}',
  read_at timestamptz,
  announced_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.notifications is
  'What happened while nobody looked. payload: those of {"job", "project", "title", "error_code", "invitation", "person",
"role"} that apply; "person" is the display name of whoever did it.';
comment on column public.notifications.announced_at is
  'Set by the first of the person''s tabs that says it aloud: `update ... where announced_at is null` has one winner.';

create index notifications_user_id_idx on public.notifications (user_id, created_at desc);
create index notifications_invitation_idx on public.notifications ((payload ->> 'invitation'))
  where kind = 'project_invited';

alter table public.notifications enable row level security;
revoke all on table public.notifications from public, anon, authenticated;
grant select, delete on table public.notifications to authenticated;
grant update (read_at, announced_at) on table public.notifications to authenticated;

create policy "People read their notifications" on public.notifications
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy "People mark their notifications as read and announced" on public.notifications
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy "People dismiss their notifications" on public.notifications
  for delete to authenticated
  using (user_id = (select auth.uid()));

-- Two devices that mark all as read, or one of them while the account goes.
create trigger enter_statement
  before update or delete on public.notifications
  for each statement execute function private.enter_statement();

/*
 * Says something to somebody who is still there; what does not apply is left out of the payload.
 *
 * [Note: other people's notifications] Most of these rows belong to somebody who does not hold the lock of whoever gets here,
 * and who may be marking all of them as read. Deleting never waits for that: what is locked is left for the next time. What
 * others do to a person's membership of one project, over and over, is one unread notice, the last.
 */
create function private.notify(person uuid, kind text, payload jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if notify.kind in ('project_invited', 'membership_ended', 'role_changed') then
    delete from public.notifications
    where id in (
      select notifications.id
      from public.notifications
      where notifications.user_id = notify.person
        and notifications.kind = notify.kind
        and notifications.payload ->> 'project' = notify.payload ->> 'project'
        and notifications.read_at is null
      for update skip locked
    );
  end if;
  insert into public.notifications (user_id, kind, payload)
  select users.id, notify.kind, jsonb_strip_nulls(notify.payload)
  from public.users
  where users.id = notify.person;
exception
  -- Deleted in this very moment: then there is nobody to tell, and whoever did it is not told of a missing id.
  when foreign_key_violation then null;
end
$$;

/*
 * The newest 200 of a person's films are kept, and the newest 200 of what other people did: nobody else can make so much
 * happen that the word of a film gets lost.
 */
create function private.forget_old_notifications()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  films constant text[] := array['video_completed', 'video_failed'];
begin
  -- Does not wait. See: [Note: other people's notifications].
  delete from public.notifications
  where id in (
    select id
    from public.notifications
    where id in (
      select id
      from public.notifications
      where user_id = new.user_id and (kind = any (films)) = (new.kind = any (films))
      order by created_at desc, id desc
      offset 200
    )
    for update skip locked
  );
  return null;
end
$$;

create trigger forget_old_notifications
  after insert on public.notifications
  for each row execute function private.forget_old_notifications();
