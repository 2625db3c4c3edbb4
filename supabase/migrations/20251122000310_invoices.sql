create table public.invoices (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  number text not null unique check (char_length(number) between 1 and 64),
  amount_cents integer not null check (amount_cents >= 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  status text not null check (status in ('open', 'paid', 'void', 'uncollectible')),
  hosted_url text check (hosted_url ~ '^https://'),
  period_start date not null,
  period_end date not null,
  issued_at timestamptz not null default now(),
  check (period_end >= period_start)
);
comment on table public.invoices is
  'What was billed. amount_cents counts the currency''s smallest unit. Written by the billing side (service role), never
by clients.';

create index invoices_user_id_idx on public.invoices (user_id, issued_at desc);

alter table public.invoices enable row level security;
revoke all on table public.invoices from public, anon, authenticated;
grant select on table public.invoices to authenticated;

create policy "People read their own invoices" on public.invoices
  for select to authenticated
  using (user_id = (select auth.uid()));
