/*
 * Changes are sent to whoever may select the row. The replica identity stays the primary key, so a DELETE tells nothing
 * but an id.
 */
alter publication supabase_realtime add table
  public.generated_videos,
  public.video_projects,
  public.photos,
  public.notifications;

/*
 * `project:<id>` is the private channel of a project: whoever can read it listens and shows that they are there, whoever
 * can change it also broadcasts.
 *
 * [Note: who was let in] A hosted project asks these policies when somebody joins and whenever their token is renewed, and
 * keeps the answer in between. A removed member therefore may hear broadcasts (never rows) until then.
 */
create function private.can_join(topic text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select topic ~ '^project:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and substr(topic, 9) in (select id::text from private.readable_projects() as id)
$$;

create function private.can_broadcast(topic text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select private.can_join(topic)
    and substr(topic, 9) in (select id::text from private.editable_projects() as id)
$$;

grant execute on function private.can_join(text) to authenticated;
grant execute on function private.can_broadcast(text) to authenticated;

-- Hosted Supabase authorises private channels through policies on this table; another server may do without it.
do $$
begin
  if to_regclass('realtime.messages') is not null and to_regproc('realtime.topic') is not null then
    create policy "Members listen to the channel of a project" on realtime.messages
      for select to authenticated
      using (extension in ('broadcast', 'presence') and private.can_join((select realtime.topic())));

    create policy "Members show that they are there, owners and editors broadcast" on realtime.messages
      for insert to authenticated
      with check (
        (extension = 'presence' and private.can_join((select realtime.topic())))
        or (extension = 'broadcast' and private.can_broadcast((select realtime.topic())))
      );
  end if;
end
$$;
