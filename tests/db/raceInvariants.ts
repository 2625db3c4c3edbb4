import type { Session } from './raceSessions'

/** Remembers what rows that go would take along: films that were paid for, and what people were told of jobs. */
export const REMEMBER = `
  create table public.audit_films (user_id uuid, period date);
  create table public.audit_told (job uuid, kind text);
  create function public.remember_film() returns trigger language plpgsql security definer as $$
    begin insert into public.audit_films values (old.user_id, old.period); return null; end $$;
  create trigger remember_film after delete on public.generated_videos for each row
    when (old.status = 'completed') execute function public.remember_film();
  create function public.remember_told() returns trigger language plpgsql security definer as $$
    begin insert into public.audit_told values ((new.payload ->> 'job')::uuid, new.kind); return null; end $$;
  create trigger remember_told after insert on public.notifications for each row
    when (new.payload ? 'job') execute function public.remember_told();`

/** What must hold whenever nobody is in the middle of anything. Each query finds what breaks it. */
const invariants: Record<string, string> = {
  'at most one live job per project and cut': `
    select project_id, cut from generated_videos where status in ('queued', 'processing') group by 1, 2 having count(*) > 1`,
  'quota = films: what is counted is what lives, was made, or was made and thrown away': `
    select id, counted, made from (
      select
        id,
        (select coalesce(sum(videos), 0) from usage_counters where user_id = users.id) as counted,
        (
          select count(*) from generated_videos
          where user_id = users.id and status in ('queued', 'processing', 'completed')
        ) + (select count(*) from audit_films where user_id = users.id) as made
      from users
    ) as account where counted <> made`,
  'ledger = files: the bytes of a person are those of the files their rows own': `
    select id, total_storage_bytes, owned from (
      select
        id,
        total_storage_bytes,
        (select coalesce(sum(bytes), 0) from media_items where user_id = users.id)
          + (select coalesce(sum(bytes), 0) from audio_tracks where user_id = users.id)
          + (select coalesce(sum(bytes), 0) from generated_videos where user_id = users.id) as owned
      from users
    ) as account where total_storage_bytes <> owned`,
  'the bytes of a row are those that lie in storage, unless a file of it was lost': `
    select owner.id, owner.bytes, sum(object.bytes) as stored from (
      select id, bytes, 'media' as bucket, array_remove(array[storage_path, thumbnail_path], null) as paths from media_items
      union all
      select id, bytes, 'media', array[storage_path] from audio_tracks
      union all
      select id, bytes, 'videos', array_remove(array[storage_path, thumbnail_path], null) from generated_videos
      where status = 'completed'
    ) as owner
    cross join lateral unnest(paths) as path
    join lateral (
      select (metadata ->> 'size')::bigint as bytes from storage.objects where bucket_id = bucket and name = path
    ) as object on true
    group by owner.id, owner.bytes, paths
    having count(*) = cardinality(paths) and sum(object.bytes) <> owner.bytes`,
  'every stored file is owned by a row or held': `
    select name from storage.objects
    where split_part(name, '/', 1) in (select id::text from users)
      and name not in (select name from private.uploads)
      and name not in (select storage_path from media_items)
      and name not in (select thumbnail_path from media_items where thumbnail_path is not null)
      and name not in (select storage_path from generated_videos where storage_path is not null)
      and name not in (select thumbnail_path from generated_videos where thumbnail_path is not null)`,
  'no file is both owned and held': `
    select name from private.uploads
    where name in (select storage_path from media_items union select thumbnail_path from media_items)
      or name in (select storage_path from generated_videos union select thumbnail_path from generated_videos)`,
  'nobody has more than their plan gives': `
    select id from users where total_storage_bytes + (
      select coalesce(sum(greatest(upload.bytes, object.bytes)), 0)
      from private.uploads as upload
      cross join lateral private.stored_object(upload.bucket_id, upload.name) as object
      where upload.user_id = users.id and (upload.expires_at > now() or object.bytes is not null)
    ) > (select max_storage_bytes from plans where id = 'free')`,
  'nobody renders more at once, or places more photos, than their plan allows': `
    select user_id::text from generated_videos where status in ('queued', 'processing')
    group by 1 having count(*) > (select max_active_jobs from plans where id = 'free')
    union all
    select project_id::text from photos group by 1 having count(*) > (select max_photos from plans where id = 'free')`,
  'whoever renders may edit the project': `
    select job.id from generated_videos as job join video_projects as project on project.id = job.project_id
    where job.status in ('queued', 'processing') and job.user_id <> project.user_id and not exists (
      select from project_members as member
      where member.project_id = job.project_id and member.user_id = job.user_id and member.role = 'editor'
    )`,
  'a lease for every job being rendered, of its attempt, and none for what waits or failed': `
    select job.id from generated_videos as job left join private.leases as lease on lease.job_id = job.id
    where case when job.status in ('processing', 'completed') then lease.attempt is distinct from job.attempt
      else lease.token is not null end`,
  'a project shows its live job, else its last film, else that it is a draft': `
    select project.id from video_projects as project
    where status <> coalesce(
      (select 'processing' from generated_videos where project_id = project.id and status in ('queued', 'processing') limit 1),
      (
        select status from generated_videos where project_id = project.id and status in ('completed', 'failed')
        order by finished_at desc limit 1
      ),
      'draft'
    )`,
  'every job went its way from state to state': `
    select job_id from (
      select
        job_id, from_status, to_status,
        lag(to_status) over jobs as before,
        row_number() over (partition by job_id order by id desc) = 1 as is_last
      from private.job_events window jobs as (partition by job_id order by id)
    ) as event
    where before is distinct from from_status
      or (is_last and to_status <> (select status from generated_videos where id = job_id))
      or (coalesce(from_status, ''), to_status) not in (
        ('', 'queued'), ('queued', 'processing'), ('queued', 'cancelled'), ('processing', 'queued'),
        ('processing', 'completed'), ('processing', 'failed'), ('processing', 'cancelled')
      )`,
  'whoever asked is told of a film, or why there is none, once': `
    select id::text from generated_videos as job
    where (select count(*) from audit_told where job = id)
      <> case when status in ('completed', 'failed') then 1 else 0 end`,
}

/** The invariants that do not hold, each with what breaks it; all seen at one instant.
 * The session is one of the owner of the database, and has nothing else to do meanwhile. */
export async function brokenInvariants(admin: Session): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {}
  await admin.query('begin isolation level repeatable read')
  for (const [name, sql] of Object.entries(invariants)) {
    const rows = await admin.query(sql)
    if (rows.length > 0) broken[name] = rows
  }
  await admin.query('commit')
  return broken
}
