create table public.plans (
  id text primary key check (id in ('free', 'pro', 'enterprise')),
  monthly_videos integer not null check (monthly_videos >= 0),
  max_storage_bytes bigint not null check (max_storage_bytes >= 0),
  max_photos integer not null check (max_photos > 0),
  max_duration_seconds integer not null check (max_duration_seconds between 5 and 1800),
  max_active_jobs integer not null check (max_active_jobs > 0)
);
comment on table public.plans is 'What each plan allows. max_photos and max_duration_seconds are per project.';

insert into public.plans (id, monthly_videos, max_storage_bytes, max_photos, max_duration_seconds, max_active_jobs)
values
  ('free', 30, 2::bigint << 30, 200, 1800, 3),
  ('pro', 300, 100::bigint << 30, 1000, 1800, 10),
  ('enterprise', 10000, 2::bigint << 40, 5000, 1800, 50);

alter table public.plans enable row level security;
revoke all on table public.plans from public, anon, authenticated;
grant select on table public.plans to anon, authenticated;

create policy "Anyone reads the plans" on public.plans
  for select to anon, authenticated
  using (true);
