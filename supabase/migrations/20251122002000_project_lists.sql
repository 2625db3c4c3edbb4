/*
 * The dashboard's pages.
 *
 * [Note: pages of an index]
 * Row-level security speaks of own and shared projects with one `or`, for which there is no index: a page of a table that
 * everybody's projects are in would read all of it. Here the two are asked for by themselves, each by an index that has
 * their order, and merged: a page reads as many entries as lie before its end, and no row of anybody else's.
 * Pages are counted, not chained: a scrollbar is dragged to any of them. Ten thousand entries are passed in milliseconds.
 */
drop index public.video_projects_user_id_idx;
create index video_projects_created_idx on public.video_projects (user_id, created_at desc, id desc);
create index video_projects_updated_idx on public.video_projects (user_id, updated_at desc, id desc);
create index video_projects_title_idx on public.video_projects (user_id, lower(title), id);

create function private.list_projects(
  sort text,
  search text,
  only_status text,
  skip integer,
  take integer
)
returns table (total integer, project public.video_projects, cover_path text)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  place text;
  direction text;
  conditions text := '';
begin
  case sort
    when 'newest' then place := 'item.created_at'; direction := 'desc';
    when 'oldest' then place := 'item.created_at'; direction := 'asc';
    when 'changed' then place := 'item.updated_at'; direction := 'desc';
    when 'title' then place := 'lower(item.title)'; direction := 'asc';
    else raise sqlstate 'PT400' using message = 'bad_request';
  end case;
  -- Not asked for, not planned for: $2 and $3 are read only where they say something.
  if search <> '' then
    conditions := conditions || ' and strpos(lower(item.title), lower($2)) > 0';
  end if;
  if only_status is not null then
    conditions := conditions || ' and item.status = $3';
  end if;
  -- Each by itself in order and as far as the page's end: then it is read from its index, and only that far.
  return query execute format(
    'with page as (
       select * from (
         (
           select item.id, %1$s as place
           from public.video_projects as item
           where item.user_id = $1%3$s
           order by place %2$s, id %2$s
           limit $4 + $5
         )
         union all
         (
           select item.id, %1$s as place
           from public.project_members as member
           join public.video_projects as item on item.id = member.project_id
           where member.user_id = $1%3$s
           order by place %2$s, id %2$s
           limit $4 + $5
         )
       ) as readable
       order by place %2$s, id %2$s
       offset $4
       limit $5
     ), counted as (
       select (
         (select count(*) from public.video_projects as item where item.user_id = $1%3$s)
         + (
           select count(*)
           from public.project_members as member
           join public.video_projects as item on item.id = member.project_id
           where member.user_id = $1%3$s
         )
       )::integer as total
     )
     select counted.total, item, (
       select media.thumbnail_path
       from public.photos as photo
       join public.media_items as media on media.id = photo.media_item_id
       where photo.project_id = item.id
       order by photo.position, photo.id
       limit 1
     )
     from counted
     left join page on true
     left join public.video_projects as item on item.id = page.id
     order by page.place %2$s, page.id %2$s',
    place, direction, conditions
  )
  using
    auth.uid(), search, only_status, greatest(coalesce(skip, 0), 0), least(greatest(coalesce(take, 60), 1), 200);
end
$$;

grant execute on function private.list_projects(text, text, text, integer, integer) to authenticated;

create function public.list_projects(
  sort text default 'newest',
  search text default '',
  only_status text default null,
  skip integer default 0,
  take integer default 60
)
returns table (total integer, project public.video_projects, cover_path text)
language sql
stable
set search_path = ''
as $$
  select * from private.list_projects(sort, search, only_status, skip, take)
$$;
comment on function public.list_projects is
  'A page of the projects the caller can read: their own and those shared with them, sorted by `newest`, `oldest`, `changed`
or `title`. `search` is any part of the title. `cover_path` is the thumbnail of the first photo, in bucket `media`. `total`
counts all pages; behind the end it comes alone.';

grant execute on function public.list_projects(text, text, text, integer, integer) to authenticated;
