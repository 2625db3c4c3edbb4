/*
 * [Note: faces]
 * A person's picture is a file of their own folder in bucket `media` that `users.avatar_path` names. Those who work on a
 * project with them read it (private.can_see_shared), so it must be what a picture of a person is: there, small, and
 * nothing else of theirs. A photo of the library that somebody names here would be shown to others, and be gone from the
 * profile when the photo is deleted.
 *
 * Its bytes stay in private.uploads, as those of every file that no counting row owns: see [Note: bytes]. The client
 * removes the file it has replaced; where that fails, leftover_files() lists it.
 */
create function private.check_avatar()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  picture record;
begin
  select * into picture from private.stored_object('media', new.avatar_path);
  if picture.bytes is null
    or exists (
      select
      from public.media_items
      where storage_path = new.avatar_path or thumbnail_path = new.avatar_path
    )
  then
    raise sqlstate 'PT409' using message = 'no_such_upload';
  end if;
  if picture.mime_type not like 'image/%' then
    raise sqlstate 'PT415' using message = 'unsupported_type';
  end if;
  if picture.bytes > 1048576 then
    raise sqlstate 'PT413' using message = 'bad_size';
  end if;
  return null;
end
$$;

-- After: the policy has spoken, so nobody learns anything about a foreign file.
create trigger check_avatar
  after update of avatar_path on public.users
  for each row
  when (current_user = 'authenticated' and new.avatar_path is not null and new.avatar_path is distinct from old.avatar_path)
  execute function private.check_avatar();
