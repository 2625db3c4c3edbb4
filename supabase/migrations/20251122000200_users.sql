create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null,
  display_name text not null default '' check (char_length(display_name) <= 80),
  avatar_path text check (avatar_path ~ '^[0-9a-f-]{36}/[0-9a-f-]{36}\.(jpg|png|webp|avif)$'),
  language text not null default 'en' check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  keep_location boolean not null default false,
  subscription_plan text not null default 'free' references public.plans (id),
  total_storage_bytes bigint not null default 0 check (total_storage_bytes >= 0),
  closing_since timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.users is
  'The profile of an account. E-mail, plan and storage are written by the database alone.';
comment on column public.users.closing_since is
  'When the person asked for everything to be deleted; null: they did not. Until it is done, every device goes on with it.';
comment on column public.users.keep_location is
  'Whether photos are stored with the place and time that their file names. Heeded by whoever re-encodes them: the client.';

create index users_subscription_plan_idx on public.users (subscription_plan);
create index users_email_idx on public.users (lower(email));

alter table public.users enable row level security;
revoke all on table public.users from public, anon, authenticated;
grant select on table public.users to authenticated;
grant update (display_name, avatar_path, language, keep_location) on table public.users to authenticated;

create policy "People read their own profile" on public.users
  for select to authenticated
  using (id = (select auth.uid()));

create policy "People change their own profile" on public.users
  for update to authenticated
  using (id = (select auth.uid()))
  with check (
    id = (select auth.uid())
    and (avatar_path is null or split_part(avatar_path, '/', 1) = (select auth.uid())::text)
  );

/* Sign-up metadata comes from the client: only the name and the language are taken from it, as far as they are such. */
create function private.create_profile()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.users (id, email, display_name, language)
  values (
    new.id,
    coalesce(new.email, ''),
    left(btrim(coalesce(new.raw_user_meta_data ->> 'display_name', '')), 80),
    coalesce(substring(new.raw_user_meta_data ->> 'language' from '^[a-z]{2}(?:-[A-Z]{2})?$'), 'en')
  );
  return null;
end
$$;

create trigger create_profile
  after insert on auth.users
  for each row execute function private.create_profile();

create function private.copy_email()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.users set email = coalesce(new.email, '') where id = new.id;
  return null;
end
$$;

create trigger copy_email
  after update of email on auth.users
  for each row
  when (old.email is distinct from new.email)
  execute function private.copy_email();

/* Nothing begins in an account that is going: see [Note: closing an account]. For callers inside private.enter(). */
create function private.refuse_closing(person uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from public.users where id = person and closing_since is not null) then
    raise sqlstate 'PT409' using message = 'account_closing';
  end if;
end
$$;
