/*
 * What the payment provider tells of, and what follows from it for subscriptions and invoices.
 *
 * [Note: billing events]
 * supabase/functions/billing-webhook has checked who speaks before it calls record_billing_event(). The provider delivers
 * late, twice, at once and in any order, so an event is never "done" to the rows people see. It only brings what is known
 * of one subscription or one invoice of the provider's up to date, where the newest by the provider's own clock wins (of
 * the same second the one that comes later in the thing's life: `stage`), and what people see is drawn from that anew.
 *
 * An account and a customer of the provider's find each other by the reference that the page gives to the checkout. Until
 * that event has come, and for customers of nobody, what is known waits here. Anybody can put a foreign account's id into a
 * checkout: all it gets is a plan as a present. So an account may have several customers, none takes another's subscription
 * away, and the best one counts; and who a customer pays for is never changed.
 */
create table private.billing_events (
  id text primary key check (char_length(id) between 1 and 255),
  kind text not null check (char_length(kind) between 1 and 100),
  happened_at timestamptz not null,
  received_at timestamptz not null default now()
);
comment on table private.billing_events is
  'Every event id of the last 90 days once, so that a repeated delivery changes nothing. The provider gives up after three.';
create index billing_events_received_at_idx on private.billing_events (received_at);
alter table private.billing_events enable row level security;

create table private.billing_customers (
  id text primary key check (char_length(id) between 1 and 255),
  user_id uuid references public.users (id) on delete cascade,
  created_at timestamptz not null default now()
);
comment on table private.billing_customers is 'Whose account a customer of the provider''s pays for; null while nobody knows.';
create index billing_customers_user_id_idx on private.billing_customers (user_id);
alter table private.billing_customers enable row level security;

create table private.billing_subscriptions (
  id text primary key,
  customer_id text not null references private.billing_customers (id) on delete cascade,
  plan_id text not null references public.plans (id),
  -- Null: begun, but never paid.
  status text check (status in ('active', 'past_due', 'canceled')),
  period_end timestamptz,
  happened_at timestamptz not null,
  stage integer not null
);
comment on table private.billing_subscriptions is 'The provider''s subscriptions, as its newest event has them.';
create index billing_subscriptions_customer_id_idx on private.billing_subscriptions (customer_id);
create index billing_subscriptions_plan_id_idx on private.billing_subscriptions (plan_id);
alter table private.billing_subscriptions enable row level security;

create table private.billing_invoices (
  id text primary key,
  customer_id text not null references private.billing_customers (id) on delete cascade,
  number text not null,
  amount_cents integer not null,
  currency text not null,
  status text not null,
  hosted_url text,
  period_start date not null,
  period_end date not null,
  issued_at timestamptz not null,
  happened_at timestamptz not null,
  stage integer not null
);
comment on table private.billing_invoices is
  'The provider''s invoices, as its newest event has them. public.invoices has the rules of their values.';
create index billing_invoices_customer_id_idx on private.billing_invoices (customer_id);
alter table private.billing_invoices enable row level security;

/* The one subscription that a person is shown: the best of those that count, else what most needs doing, else the last. */
create function private.show_subscription(person uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.subscriptions as shown (user_id, plan_id, status, period_end)
  select person, known.plan_id, known.status, known.period_end
  from private.billing_subscriptions as known
  join private.billing_customers as customer on customer.id = known.customer_id
  join public.plans on plans.id = known.plan_id
  cross join lateral (
    select known.status = 'active' and coalesce(known.period_end, 'infinity') > now() as counts
  ) as standing
  where customer.user_id = person and known.status is not null
  order by
    standing.counts desc,
    case when standing.counts then plans.monthly_videos end desc nulls last,
    known.status = 'past_due' desc,
    known.happened_at desc,
    known.id
  limit 1
  on conflict (user_id) do update
  set plan_id = excluded.plan_id, status = excluded.status, period_end = excluded.period_end
  where (shown.plan_id, shown.status, shown.period_end)
    is distinct from (excluded.plan_id, excluded.status, excluded.period_end)
$$;

create function private.show_invoices(person uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.invoices as shown (
    user_id, number, amount_cents, currency, status, hosted_url, period_start, period_end, issued_at
  )
  select
    person,
    known.number,
    known.amount_cents,
    known.currency,
    known.status,
    known.hosted_url,
    known.period_start,
    known.period_end,
    known.issued_at
  from private.billing_invoices as known
  join private.billing_customers as customer on customer.id = known.customer_id
  where customer.user_id = person
  on conflict (number) do update
  set
    amount_cents = excluded.amount_cents,
    currency = excluded.currency,
    status = excluded.status,
    hosted_url = excluded.hosted_url,
    period_start = excluded.period_start,
    period_end = excluded.period_end,
    issued_at = excluded.issued_at
  -- Numbers are the provider's and there is one provider; should they ever meet, nobody's invoice becomes another's.
  where shown.user_id = excluded.user_id
    and (shown.amount_cents, shown.currency, shown.status, shown.hosted_url, shown.period_start, shown.period_end)
      is distinct from (
        excluded.amount_cents,
        excluded.currency,
        excluded.status,
        excluded.hosted_url,
        excluded.period_start,
        excluded.period_end
      )
$$;

/*
 * `event` is what supabase/functions/billing-webhook has read: id, kind, happened_at, customer, and of person, subscription
 * and invoice what the event tells.
 *
 * Events of one customer wait for each other, before anything else. Then, as everywhere, the person's lock comes before any
 * row: an account that is being deleted holds it and takes the customer along. See: [Note: one lock per person, always first].
 */
create function private.record_billing_event(event jsonb)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  customer text := event ->> 'customer';
  at timestamptz := (event ->> 'happened_at')::timestamptz;
  told private.billing_subscriptions;
  billed private.billing_invoices;
  person uuid;
  outcome text := 'recorded';
begin
  perform pg_advisory_xact_lock(hashtextextended(customer, 7203));
  person := coalesce(
    (select user_id from private.billing_customers where id = customer), (event ->> 'person')::uuid
  );
  if person is not null then
    perform pg_advisory_xact_lock(hashtextextended(person::text, 7201));
    -- The account may be gone, or never have been.
    person := (select id from public.users where id = person);
  end if;

  delete from private.billing_events where received_at < now() - interval '90 days';
  insert into private.billing_events (id, kind, happened_at)
  values (event ->> 'id', event ->> 'kind', at)
  on conflict (id) do nothing;
  if not found then
    return 'repeated';
  end if;
  insert into private.billing_customers as known (id, user_id)
  values (customer, person)
  on conflict (id) do update set user_id = excluded.user_id
  where known.user_id is null;

  if jsonb_typeof(event -> 'subscription') = 'object' then
    told := jsonb_populate_record(null::private.billing_subscriptions, event -> 'subscription');
    insert into private.billing_subscriptions as known
    values (told.id, customer, told.plan_id, told.status, told.period_end, at, told.stage)
    on conflict (id) do update
    set
      plan_id = excluded.plan_id,
      status = excluded.status,
      period_end = excluded.period_end,
      happened_at = excluded.happened_at,
      stage = excluded.stage
    where known.customer_id = excluded.customer_id
      and (excluded.happened_at, excluded.stage) >= (known.happened_at, known.stage);
    if not found then
      outcome := 'outdated';
    end if;
  end if;
  if jsonb_typeof(event -> 'invoice') = 'object' then
    billed := jsonb_populate_record(null::private.billing_invoices, event -> 'invoice');
    insert into private.billing_invoices as known
    values (
      billed.id,
      customer,
      billed.number,
      billed.amount_cents,
      billed.currency,
      billed.status,
      billed.hosted_url,
      billed.period_start,
      billed.period_end,
      billed.issued_at,
      at,
      billed.stage
    )
    on conflict (id) do update
    set
      number = excluded.number,
      amount_cents = excluded.amount_cents,
      currency = excluded.currency,
      status = excluded.status,
      hosted_url = excluded.hosted_url,
      period_start = excluded.period_start,
      period_end = excluded.period_end,
      issued_at = excluded.issued_at,
      happened_at = excluded.happened_at,
      stage = excluded.stage
    where known.customer_id = excluded.customer_id
      and (excluded.happened_at, excluded.stage) >= (known.happened_at, known.stage);
    if not found then
      outcome := 'outdated';
    end if;
  end if;

  if person is null then
    return 'waiting';
  end if;
  perform private.show_subscription(person);
  perform private.show_invoices(person);
  return outcome;
end
$$;

grant usage on schema private to service_role;
grant execute on function private.record_billing_event(jsonb) to service_role;

create function public.record_billing_event(event jsonb)
returns text
language sql
set search_path = ''
as $$
  select private.record_billing_event(event)
$$;
comment on function public.record_billing_event is
  'For supabase/functions/billing-webhook alone. Answers recorded; repeated and outdated, which change nothing; waiting, when
no account is known for the customer yet.';

grant execute on function public.record_billing_event(jsonb) to service_role;
