create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null check (kind in ('video_completed', 'video_failed')),
  payload jsonb not null default '{}',
  read_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.notifications is
  'What happened while nobody looked. payload: {"job", "project", "title", "error_code"}.';

create index notifications_user_id_idx on public.notifications (user_id, created_at desc);

alter table public.notifications enable row level security;
revoke all on table public.notifications from public, anon, authenticated;
grant select, delete on table public.notifications to authenticated;
grant update (read_at) on table public.notifications to authenticated;

create policy "People read their notifications" on public.notifications
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy "People mark their notifications as read" on public.notifications
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy "People dismiss their notifications" on public.notifications
  for delete to authenticated
  using (user_id = (select auth.uid()));
