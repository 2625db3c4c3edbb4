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

/* Says something to somebody who is still there; what does not apply is left out of the payload. */
create function private.notify(person uuid, kind text, payload jsonb)
returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.notifications (user_id, kind, payload)
  select users.id, notify.kind, jsonb_strip_nulls(notify.payload)
  from public.users
  where users.id = notify.person
$$;

/*
 * The newest 200 of a person are kept.
 *
 * [Note: other people's notifications] These rows belong to somebody who does not hold the lock of whoever gets here, and
 * who may be marking all of them as read. Deleting never waits for that: what is locked is left for the next time.
 */
create function private.forget_old_notifications()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.notifications
  where id in (
    select id
    from public.notifications
    where id in (
      select id
      from public.notifications
      where user_id = new.user_id
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
