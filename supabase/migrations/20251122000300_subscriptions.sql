create table public.subscriptions (
  user_id uuid primary key references public.users (id) on delete cascade,
  plan_id text not null references public.plans (id),
  status text not null check (status in ('active', 'past_due', 'canceled')),
  period_end timestamptz
);
comment on table public.subscriptions is
  'Who pays for which plan. Written by the billing side (service role), never by clients.';

create index subscriptions_plan_id_idx on public.subscriptions (plan_id);

alter table public.subscriptions enable row level security;
revoke all on table public.subscriptions from public, anon, authenticated;
grant select on table public.subscriptions to authenticated;

create policy "People read their own subscription" on public.subscriptions
  for select to authenticated
  using (user_id = (select auth.uid()));

create table public.usage_counters (
  user_id uuid not null references public.users (id) on delete cascade,
  period date not null,
  videos integer not null default 0 check (videos >= 0),
  primary key (user_id, period)
);
comment on table public.usage_counters is
  'Films asked for per calendar month (UTC). A film that failed or was cancelled is given back.';

alter table public.usage_counters enable row level security;
revoke all on table public.usage_counters from public, anon, authenticated;
grant select on table public.usage_counters to authenticated;

create policy "People read their own usage" on public.usage_counters
  for select to authenticated
  using (user_id = (select auth.uid()));

/* The plan that counts now: a lapsed or unpaid subscription is the free plan. */
create function private.plan_of(person uuid)
returns public.plans
language sql
stable
security definer
set search_path = ''
as $$
  select plans.*
  from public.plans
  where plans.id = coalesce(
    (
      select subscriptions.plan_id
      from public.subscriptions
      where subscriptions.user_id = person
        and subscriptions.status = 'active'
        and coalesce(subscriptions.period_end, 'infinity') > now()
    ),
    'free'
  )
$$;

/* `users.subscription_plan` is what the person is shown; limits are taken from private.plan_of(). */
create function private.show_plan()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  person uuid := case tg_op when 'DELETE' then old.user_id else new.user_id end;
begin
  update public.users
  set subscription_plan = (private.plan_of(person)).id
  where id = person;
  return null;
end
$$;

create trigger show_plan
  after insert or update or delete on public.subscriptions
  for each row execute function private.show_plan();
