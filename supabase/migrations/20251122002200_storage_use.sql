/* What the caller's storage is used for. Their uploads in between are in users.total_storage_bytes alone. */
create function public.storage_use()
returns table (kind text, bytes bigint, files integer)
language sql
stable
set search_path = ''
as $$
  select 'photos', coalesce(sum(media_items.bytes), 0)::bigint, count(*)::integer
  from public.media_items
  where user_id = (select auth.uid())
  union all
  select 'films', coalesce(sum(generated_videos.bytes), 0)::bigint, count(*)::integer
  from public.generated_videos
  where user_id = (select auth.uid()) and storage_path is not null
  union all
  select 'music', coalesce(sum(audio_tracks.bytes), 0)::bigint, count(*)::integer
  from public.audio_tracks
  where user_id = (select auth.uid())
$$;
comment on function public.storage_use is 'Bytes and number of the caller''s photos, films and tracks of music.';

grant execute on function public.storage_use() to authenticated;
