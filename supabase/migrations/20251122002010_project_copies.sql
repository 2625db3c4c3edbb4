/*
 * A project once more: the same wishes, and placements of the same photos. No file is copied.
 *
 * Invoker on purpose: what row-level security does not let the caller read or place stays behind. So of a project that
 * several people filled the copy has the caller's own photos: the others' were shown to the people of this one.
 */
create function public.duplicate_project(source uuid, copy uuid, copy_title text)
returns table (project public.video_projects, left_out integer)
language plpgsql
set search_path = ''
as $$
declare
  original public.video_projects;
  made public.video_projects;
begin
  select * into original from public.video_projects where id = source;
  if original.id is null then
    raise sqlstate 'PT404' using message = 'not_found';
  end if;
  -- Asked again because the answer was lost: that copy.
  select * into made from public.video_projects where id = copy and user_id = (select auth.uid());
  if made.id is null then
    insert into public.video_projects (id, title, description, style, duration_seconds, aspect_ratio, music)
    values (
      copy, copy_title, original.description, original.style, original.duration_seconds, original.aspect_ratio,
      case
        when original.music ->> 'kind' <> 'track' then original.music
        when exists (
          select
          from public.audio_tracks
          where id = (original.music ->> 'trackId')::uuid and user_id = (select auth.uid())
        ) then original.music
        -- Somebody else's track, or one that is gone: the usual.
        else '{"kind": "score", "mood": "auto", "seed": 1}'
      end
    )
    returning * into made;
    insert into public.photos (project_id, media_item_id, position, caption, choice)
    select copy, photo.media_item_id, photo.position, photo.caption, photo.choice
    from public.photos as photo
    where photo.project_id = source and private.owns_media_item(photo.media_item_id);
  end if;
  return query
  select made, greatest(
    0,
    (select count(*)::integer from public.photos where project_id = source)
    - (select count(*)::integer from public.photos where project_id = copy)
  );
end
$$;
comment on function public.duplicate_project is
  'Copies a project the caller can read under an id of theirs; asked twice it is one copy. `left_out` photos are somebody
else''s and stay behind.';

grant execute on function public.duplicate_project(uuid, uuid, text) to authenticated;
