/*
 * The media library as a screen needs it: every photo of the caller's, light, and what hangs on one.
 *
 * [Note: the whole library at once]
 * Months, places, stacks of near-duplicates and a search as one types are made of all photos, so all of them are brought,
 * as Ente does: a fifth of a kilobyte each, a thousand to a page, each page beginning behind the last photo of the one before.
 */
drop index public.media_items_user_id_idx;
create index media_items_user_id_idx on public.media_items (user_id, created_at desc, id desc);

create function public.list_library(
  after_created timestamptz default null,
  after_id uuid default null,
  take integer default 1000
)
returns table (
  id uuid,
  storage_path text,
  thumbnail_path text,
  original_filename text,
  bytes bigint,
  width integer,
  height integer,
  taken_at text,
  utc_offset_minutes integer,
  created_at timestamptz,
  camera text,
  town jsonb,
  hash text,
  sharpness numeric,
  brightness numeric
)
language sql
stable
set search_path = ''
as $$
  select
    item.id, item.storage_path, item.thumbnail_path, item.original_filename, item.bytes, item.width, item.height,
    item.taken_at, item.utc_offset_minutes, item.created_at,
    -- What a client wrote there, bounded: whoever reads it checks it.
    case when jsonb_typeof(item.analysis -> 'camera') = 'string' then left(item.analysis ->> 'camera', 120) end,
    case when jsonb_typeof(item.analysis -> 'town') = 'object' then item.analysis -> 'town' end,
    case when jsonb_typeof(item.analysis -> 'hash') = 'string' then left(item.analysis ->> 'hash', 16) end,
    case when jsonb_typeof(item.analysis -> 'sharpness') = 'number' then (item.analysis ->> 'sharpness')::numeric end,
    case when jsonb_typeof(item.analysis -> 'brightness') = 'number' then (item.analysis ->> 'brightness')::numeric end
  from public.media_items as item
  where item.user_id = (select auth.uid())
    -- Written without `or`, so that it is where the index is entered.
    and (item.created_at, item.id) < (
      coalesce(after_created, 'infinity'),
      coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    )
  order by item.created_at desc, item.id desc
  limit least(greatest(coalesce(take, 1000), 1), 1000)
$$;
comment on function public.list_library is
  'A page of the caller''s own library, newest first, behind the photo that is named. Not whose faces are where: a list does
not need it.';

grant execute on function public.list_library(timestamptz, uuid, integer) to authenticated;

/* Definer, because a photo may be in a project that its owner may not read any more. Of that one no title is told. */
create function private.media_uses(items uuid[])
returns table (project_id uuid, title text, photos integer)
language sql
stable
security definer
set search_path = ''
as $$
  select
    case when used.is_readable then used.project_id end,
    case when used.is_readable then project.title end,
    used.photos
  from (
    select
      photo.project_id,
      photo.project_id in (select private.readable_projects()) as is_readable,
      count(distinct photo.media_item_id)::integer as photos
    from public.photos as photo
    join public.media_items as media on media.id = photo.media_item_id
    where media.id = any (items) and media.user_id = (select auth.uid())
    group by photo.project_id
  ) as used
  join public.video_projects as project on project.id = used.project_id
  order by used.is_readable desc, used.photos desc, project.title, used.project_id
$$;

grant execute on function private.media_uses(uuid[]) to authenticated;

create function public.media_uses(items uuid[])
returns table (project_id uuid, title text, photos integer)
language sql
stable
set search_path = ''
as $$
  select * from private.media_uses(items)
$$;
comment on function public.media_uses is
  'In which projects photos of the caller''s library are, and how many of them in each. Id and title are null where the caller
may not read the project any more.';

grant execute on function public.media_uses(uuid[]) to authenticated;
