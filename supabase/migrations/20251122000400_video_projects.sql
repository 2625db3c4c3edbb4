/*
 * What a person may wish to hear: nothing, a score of a mood (`auto`: the style chooses) that `seed` makes repeatable, or
 * a track. Exactly this, so that whoever reads a project never meets anything else.
 */
create function private.is_music(music jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    case music ->> 'kind'
      when 'none' then music - 'kind' = '{}'
      when 'score' then
        music - array['kind', 'mood', 'seed'] = '{}'
        and music ->> 'mood' in (
          'auto', 'warm', 'tender', 'bright', 'bold', 'wide', 'hushed', 'wistful', 'carefree'
        )
        and jsonb_typeof(music -> 'seed') = 'number'
        and case
          when music ->> 'seed' ~ '^[0-9]{1,10}$' then (music ->> 'seed')::bigint <= 2147483647
        end
      when 'track' then
        music - array['kind', 'trackId'] = '{}'
        and jsonb_typeof(music -> 'trackId') = 'string'
        and music ->> 'trackId' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
    end,
    false
  )
$$;

-- A check runs with the rights of whoever writes the row, which may be an administrator's tool.
grant execute on function private.is_music(jsonb) to authenticated, service_role;

create table public.video_projects (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references public.users (id) on delete cascade,
  title text not null check (char_length(title) <= 120 and btrim(title) <> ''),
  description text not null default '' check (char_length(description) <= 2000),
  style text not null default 'classic' check (style in ('classic', 'modern', 'cinematic', 'vintage')),
  duration_seconds integer not null default 60 check (duration_seconds between 5 and 1800),
  aspect_ratio text not null default '16:9' check (aspect_ratio in ('16:9', '9:16', '1:1', '4:5')),
  music jsonb not null default '{"kind": "score", "mood": "auto", "seed": 1}' check (private.is_music(music)),
  status text not null default 'draft' check (status in ('draft', 'processing', 'completed', 'failed')),
  rev integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.video_projects is
  'A film in the making: what a person wishes. `status` follows the jobs; `rev` counts what people changed.';

create index video_projects_user_id_idx on public.video_projects (user_id, created_at desc);

-- The policies for reading and changing need to know the members: see the next migration.
alter table public.video_projects enable row level security;
revoke all on table public.video_projects from public, anon, authenticated;
grant select, delete on table public.video_projects to authenticated;
grant insert (id, title, description, style, duration_seconds, aspect_ratio, music)
  on table public.video_projects to authenticated;
grant update (title, description, style, duration_seconds, aspect_ratio, music, rev)
  on table public.video_projects to authenticated;

create policy "People create their own projects" on public.video_projects
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy "Owners delete their projects" on public.video_projects
  for delete to authenticated
  using (user_id = (select auth.uid()));

create trigger enter_statement
  before insert or update or delete on public.video_projects
  for each statement execute function private.enter_statement();

/*
 * [Note: rev]
 * A client sends the `rev` it read; when somebody else changed the project since, the change is refused instead of
 * overwriting theirs. Status changes do not count: a film finishing must not refuse a new title.
 * Security invoker on purpose: `current_user` tells a client from the queue.
 */
create function private.touch_project()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if current_user = 'authenticated' then
    if new.rev is distinct from old.rev then
      raise sqlstate 'PT409' using message = 'stale_rev';
    end if;
    new.rev := old.rev + 1;
  end if;
  new.updated_at := clock_timestamp();
  return new;
end
$$;

create trigger touch_project
  before update on public.video_projects
  for each row execute function private.touch_project();
