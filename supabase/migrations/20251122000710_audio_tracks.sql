create table public.audio_tracks (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  storage_path text not null unique,
  original_filename text not null check (char_length(original_filename) between 1 and 255),
  -- Type and size are measured by a trigger; the defaults only let a client leave them out.
  mime_type text not null default ''
    check (mime_type in ('audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/wav', 'audio/ogg', 'audio/flac')),
  bytes bigint not null default 0 check (bytes > 0),
  duration_seconds numeric not null check (duration_seconds > 0 and duration_seconds <= 14400),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  analysis jsonb not null default '{}'
    check (jsonb_typeof(analysis) = 'object' and octet_length(analysis::text) <= 65536),
  created_at timestamptz not null default now(),
  unique (user_id, content_hash)
);
comment on table public.audio_tracks is
  'Music of a person''s own, in bucket `media`. A project plays the one that its `music` names.';
comment on column public.audio_tracks.analysis is 'Where its beats lie, found by the client that added it.';

create index audio_tracks_user_id_idx on public.audio_tracks (user_id, created_at desc);

alter table public.audio_tracks enable row level security;
revoke all on table public.audio_tracks from public, anon, authenticated;
grant select, delete on table public.audio_tracks to authenticated;
grant insert (id, storage_path, original_filename, duration_seconds, content_hash, analysis)
  on table public.audio_tracks to authenticated;

/* The tracks that projects play which the caller can read. */
create function private.named_tracks()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select (music ->> 'trackId')::uuid
  from public.video_projects
  where music ->> 'kind' = 'track' and id in (select private.readable_projects())
$$;

grant execute on function private.named_tracks() to authenticated;

create policy "People read their tracks and those of their projects" on public.audio_tracks
  for select to authenticated
  using (user_id = (select auth.uid()) or id in (select private.named_tracks()));

create policy "People add their own tracks" on public.audio_tracks
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy "People remove their own tracks" on public.audio_tracks
  for delete to authenticated
  using (user_id = (select auth.uid()));

create trigger enter_statement
  before insert or update or delete on public.audio_tracks
  for each statement execute function private.enter_statement();

create function private.measure_audio_track()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  file record;
begin
  -- A repeated insert (`on conflict do nothing`) finds its announcement used up.
  if exists (select from public.audio_tracks where id = new.id and user_id = new.user_id) then
    new.bytes := 1;
    new.mime_type := 'audio/mpeg';
    return new;
  end if;
  select * into file from private.measure_file(new.user_id, 'media', new.storage_path);
  new.bytes := file.bytes;
  new.mime_type := file.mime_type;
  return new;
end
$$;

create trigger measure_audio_track
  before insert on public.audio_tracks
  for each row execute function private.measure_audio_track();

create function private.account_audio_track()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.own_files(new.user_id, 'media', new.bytes, new.storage_path);
  else
    perform private.disown_files(old.user_id, 'media', old.bytes, old.storage_path);
  end if;
  return null;
end
$$;

create trigger account_audio_track
  after insert or delete on public.audio_tracks
  for each row execute function private.account_audio_track();

/*
 * [Note: whose track a project may play]
 * Naming a track shows it to everybody of the project, so it must be one of somebody who works on it: the caller, the
 * owner or a member who came when invited (an editor may thus take back switching another's track off). Somebody added
 * without being asked shows no track for it, and who may not change the project is not told who is in it. It is not a
 * foreign key: a track can be deleted whoever plays it, and a film of a project whose track is gone gets a score instead.
 */
create function private.check_music_track()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (
    select
    from public.audio_tracks as track
    where track.id = (new.music ->> 'trackId')::uuid
      and (
        track.user_id in ((select auth.uid()), new.user_id)
        or (
          private.can_edit(new.id)
          and exists (
            select
            from public.project_members as member
            where member.project_id = new.id
              and member.user_id = track.user_id
              and member.invitation_id is not null
          )
        )
      )
  ) then
    raise sqlstate 'PT409' using message = 'no_such_track';
  end if;
  return new;
end
$$;

create trigger check_music_track
  before insert on public.video_projects
  for each row
  when (new.music ->> 'kind' = 'track' and private.is_music(new.music))
  execute function private.check_music_track();

create trigger check_changed_music_track
  before update of music on public.video_projects
  for each row
  when (new.music ->> 'kind' = 'track' and private.is_music(new.music) and new.music is distinct from old.music)
  execute function private.check_music_track();
