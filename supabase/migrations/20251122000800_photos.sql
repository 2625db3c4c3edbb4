/*
 * What of a photo a person wants looked at: a part of it, or a point of no size. In 0..1 of the upright photo from its top
 * left corner. Exactly this, so that whoever reads a photo never meets anything else.
 */
create function private.is_focus(focus jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(focus) = 'object'
    and focus - array['x', 'y', 'width', 'height'] = '{}'
    and case
      when jsonb_typeof(focus -> 'x') = 'number'
        and jsonb_typeof(focus -> 'y') = 'number'
        and jsonb_typeof(focus -> 'width') = 'number'
        and jsonb_typeof(focus -> 'height') = 'number'
        then
          (focus ->> 'x')::numeric between 0 and 1
          and (focus ->> 'y')::numeric between 0 and 1
          and (focus ->> 'width')::numeric between 0 and 1
          and (focus ->> 'height')::numeric between 0 and 1
    end,
    false
  )
$$;

grant execute on function private.is_focus(jsonb) to authenticated;

/* A title card beside a photo: words on a ground of their own, for some seconds, before the photo or after it. */
create function private.is_card(card jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(card) = 'object'
    and card - array['text', 'subtitle', 'seconds', 'side'] = '{}'
    and jsonb_typeof(card -> 'text') = 'string'
    and btrim(card ->> 'text') <> ''
    and char_length(card ->> 'text') <= 120
    and jsonb_typeof(card -> 'subtitle') = 'string'
    and char_length(card ->> 'subtitle') <= 200
    and card -> 'side' in ('"before"', '"after"')
    and case
      when jsonb_typeof(card -> 'seconds') = 'number' then (card ->> 'seconds')::numeric between 1 and 20
    end,
    false
  )
$$;

grant execute on function private.is_card(jsonb) to authenticated;

create table public.photos (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.video_projects (id) on delete cascade,
  media_item_id uuid not null references public.media_items (id) on delete cascade,
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  position text collate "C" not null check (position ~ '^[0-9A-Za-z]{1,200}$'),
  caption text not null default '' check (char_length(caption) <= 200),
  choice text not null default 'auto' check (choice in ('auto', 'keep', 'skip')),
  focus jsonb check (focus is null or private.is_focus(focus)),
  hold_seconds numeric(5, 2) check (hold_seconds between 0.5 and 120),
  entrance text check (
    entrance in ('cut', 'dissolve', 'slide', 'push', 'zoom', 'wipe', 'black', 'film_edge', 'leak')
  ),
  card jsonb check (card is null or private.is_card(card)),
  rev integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table public.photos is
  'A media item placed in a project. Ordered by (position, id); position is a fractional index.
`rev` counts the changes: who hears of two in the wrong order keeps the higher.';
comment on column public.photos.choice is
  'Whether the film shows it: `auto` leaves that to the director, who leaves out near-duplicates; a person may insist.';

comment on column public.photos.focus is 'What the film shows of it, where a person said so; else the director finds faces.';
comment on column public.photos.hold_seconds is 'How long a person wants it on screen; null leaves that to the director.';
comment on column public.photos.entrance is 'The transition a person wants before it; null leaves that to the style.';
comment on column public.photos.card is 'A title card that stands beside it and goes where it goes.';

create index photos_project_id_idx on public.photos (project_id, position, id);
create index photos_media_item_id_idx on public.photos (media_item_id);
create index photos_user_id_idx on public.photos (user_id);

alter table public.photos enable row level security;
revoke all on table public.photos from public, anon, authenticated;
grant select, delete on table public.photos to authenticated;
grant insert (id, project_id, media_item_id, position, caption, choice, focus, hold_seconds, entrance, card)
  on table public.photos to authenticated;
grant update (position, caption, choice, focus, hold_seconds, entrance, card)
  on table public.photos to authenticated;

create policy "Owners and members read the photos of a project" on public.photos
  for select to authenticated
  using (project_id in (select private.readable_projects()));

create policy "Owners and editors place photos of their own" on public.photos
  for insert to authenticated
  with check (
    user_id = (select auth.uid())
    and project_id in (select private.readable_projects())
    and project_id in (select private.editable_projects())
    and private.owns_media_item(media_item_id)
  );

create policy "Owners and editors arrange and caption photos" on public.photos
  for update to authenticated
  using (
    project_id in (select private.readable_projects()) and project_id in (select private.editable_projects())
  )
  with check (
    project_id in (select private.readable_projects()) and project_id in (select private.editable_projects())
  );

create policy "Owners and editors take photos out" on public.photos
  for delete to authenticated
  using (
    project_id in (select private.readable_projects()) and project_id in (select private.editable_projects())
  );

create trigger enter_statement
  before insert or update or delete on public.photos
  for each statement execute function private.enter_statement();

create trigger lock_my_projects
  before insert or update or delete on public.photos
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_my_projects();

/* What leaves the library leaves projects too, perhaps some that its owner no longer sees. */
create function private.lock_projects_of_my_photos()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform from public.video_projects
  where id in (select project_id from public.photos where user_id = (select auth.uid()))
  order by id
  for no key update;
  return null;
end
$$;

create trigger lock_projects_of_my_photos
  before delete on public.media_items
  for each statement
  when (current_user = 'authenticated')
  execute function private.lock_projects_of_my_photos();

/* Caption, position, choice and the rest are each their own last writer's, so nothing is refused here, only counted. */
create function private.count_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.rev := old.rev + 1;
  return new;
end
$$;

create trigger count_change
  before update on public.photos
  for each row execute function private.count_change();

/* At most as many photos in a project as its owner's plan allows. */
create function private.limit_photos()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  owner uuid;
begin
  -- As row-level security says it, which speaks later and judges by what was when the statement began: somebody may have
  -- been removed while it waited.
  if auth.uid() is not null and not private.can_edit(new.project_id) then
    raise insufficient_privilege using message = 'not_allowed';
  end if;
  if exists (select from public.photos where id = new.id) then
    return new;
  end if;
  select user_id into owner from public.video_projects where id = new.project_id for no key update;
  if (select count(*) from public.photos where project_id = new.project_id) >= (private.plan_of(owner)).max_photos then
    raise sqlstate 'PT402' using message = 'photo_limit';
  end if;
  return new;
end
$$;

create trigger limit_photos
  before insert on public.photos
  for each row execute function private.limit_photos();

/* What other people placed in projects the caller can read. */
create function private.shared_media_items()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select media_item_id
  from public.photos
  where user_id <> (select auth.uid()) and project_id in (select private.readable_projects())
$$;

grant execute on function private.shared_media_items() to authenticated;

create policy "People read their library and what is placed in their projects" on public.media_items
  for select to authenticated
  using (user_id = (select auth.uid()) or id in (select private.shared_media_items()));
