create table public.media_items (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  storage_path text not null unique,
  thumbnail_path text unique,
  original_filename text not null check (char_length(original_filename) between 1 and 255),
  mime_type text not null check (mime_type in ('image/jpeg', 'image/png', 'image/webp', 'image/avif')),
  -- Measured by a trigger; the default only lets a client leave it out.
  bytes bigint not null default 0 check (bytes > 0),
  width integer not null check (width between 1 and 30000),
  height integer not null check (height between 1 and 30000),
  taken_at text check (taken_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$'),
  utc_offset_minutes integer check (utc_offset_minutes between -1440 and 1440),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  analysis jsonb not null default '{}'
    check (jsonb_typeof(analysis) = 'object' and octet_length(analysis::text) <= 65536),
  created_at timestamptz not null default now(),
  unique (user_id, content_hash),
  check (thumbnail_path <> storage_path),
  check (width::bigint * height <= 200000000)
);
comment on table public.media_items is
  'The library: a photo file and its thumbnail in bucket `media`. `bytes` is both together.';
comment on column public.media_items.taken_at is
  'The camera''s wall clock, without a zone; utc_offset_minutes is the zone where the file names one.';

create index media_items_user_id_idx on public.media_items (user_id, created_at desc);

alter table public.media_items enable row level security;
revoke all on table public.media_items from public, anon, authenticated;
grant select, delete on table public.media_items to authenticated;
grant insert (
  id, storage_path, thumbnail_path, original_filename, mime_type, width, height, taken_at, utc_offset_minutes,
  content_hash, analysis
) on table public.media_items to authenticated;
-- What was seen may be seen later, or better, than the file was stored; everything else about a file stays.
grant update (analysis) on table public.media_items to authenticated;

create policy "People add to their own library" on public.media_items
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy "People look again at what is in their own library" on public.media_items
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy "People remove from their own library" on public.media_items
  for delete to authenticated
  using (user_id = (select auth.uid()));

create trigger enter_statement
  before insert or update or delete on public.media_items
  for each statement execute function private.enter_statement();

/* Size and type come from storage, not from the client. */
create function private.measure_media_item()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  photo record;
  thumbnail record;
begin
  -- A repeated insert (`on conflict do nothing`) finds its announcement used up.
  if exists (select from public.media_items where id = new.id and user_id = new.user_id) then
    new.bytes := 1;
    return new;
  end if;
  select * into photo from private.measure_file(new.user_id, 'media', new.storage_path);
  new.bytes := photo.bytes;
  new.mime_type := photo.mime_type;
  if new.thumbnail_path is not null then
    select * into thumbnail from private.measure_file(new.user_id, 'media', new.thumbnail_path);
    -- The column's check speaks of the photo only.
    if thumbnail.mime_type not like 'image/%' then
      raise sqlstate 'PT415' using message = 'unsupported_type';
    end if;
    new.bytes := new.bytes + thumbnail.bytes;
  end if;
  return new;
end
$$;

create trigger measure_media_item
  before insert on public.media_items
  for each row execute function private.measure_media_item();

create function private.account_media_item()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.own_files(new.user_id, 'media', new.bytes, new.storage_path, new.thumbnail_path);
  else
    perform private.disown_files(old.user_id, 'media', old.bytes, old.storage_path, old.thumbnail_path);
  end if;
  return null;
end
$$;

create trigger account_media_item
  after insert or delete on public.media_items
  for each row execute function private.account_media_item();

create function private.owns_media_item(item uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (select from public.media_items where id = item and user_id = (select auth.uid()))
$$;

grant execute on function private.owns_media_item(uuid) to authenticated;
