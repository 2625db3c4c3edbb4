import { createHash, randomUUID } from 'node:crypto'
import type { Actor, Row, TestDatabase } from './engines'

/** Everybody there is for a project: its owner, its members, somebody else, nobody. */
export interface People {
  owner: Actor
  editor: Actor
  viewer: Actor
  stranger: Actor
  project: string
}

export async function invitePeople(database: TestDatabase): Promise<People> {
  const owner = await database.signUp('Owner')
  const editor = await database.signUp('Editor')
  const viewer = await database.signUp('Viewer')
  const stranger = await database.signUp('Stranger')
  const project = await createProject(owner)
  for (const [member, role] of [
    [editor, 'editor'],
    [viewer, 'viewer'],
  ] as const) {
    await owner.query('insert into project_members (project_id, user_id, role) values ($1, $2, $3)', [
      project,
      member.id,
      role,
    ])
  }
  return { owner, editor, viewer, stranger, project }
}

/** Asks an address in; answers the invitation. */
export function invite(owner: Actor, project: string, email: string, role = 'viewer'): Promise<Row> {
  return owner.row('select * from invite_member($1, $2, $3)', [project, email, role])
}

export const accept = (invitee: Actor, invitation: unknown) =>
  invitee.row('select accept_invitation($1) as project', [invitation])

/** What somebody was told, oldest first. */
export async function toldTo(person: Actor): Promise<Row[]> {
  return person.query('select kind, payload from notifications order by created_at, id')
}

export async function createProject(actor: Actor, title = 'Summer at the lake'): Promise<string> {
  return String((await actor.row('insert into video_projects (title) values ($1) returning id', [title])).id)
}

export async function reserveUpload(
  actor: Actor,
  { bytes = 1000, mime = 'image/jpeg', bucket = 'media', key = randomUUID() as string } = {},
): Promise<string> {
  return String(
    (await actor.row('select reserve_upload($1, $2, $3, $4) as path', [bucket, bytes, mime, key])).path,
  )
}

/** What the storage server does once the bytes are there. */
export function storeObject(actor: Actor, bucket: string, path: string, bytes: number, mime: string) {
  return actor.query('insert into storage.objects (bucket_id, name, metadata) values ($1, $2, $3)', [
    bucket,
    path,
    JSON.stringify({ size: bytes, contentLength: bytes, mimetype: mime }),
  ])
}

/**
 * What a hosted storage server does when an upload that it permitted before is done: it writes the row in its own name,
 * whatever has become of the permission, and over a file of the same name.
 */
export function hostedFinish(
  { admin }: Pick<TestDatabase, 'admin'>,
  path: string,
  bytes: number,
  { bucket = 'media', mime = 'image/jpeg' } = {},
): Promise<Row[]> {
  return admin(
    `insert into storage.objects (bucket_id, name, metadata) values ($1, $2, $3)
     on conflict (bucket_id, name) do update set metadata = excluded.metadata`,
    [bucket, path, JSON.stringify({ size: bytes, contentLength: bytes, mimetype: mime })],
  )
}

export async function uploadFile(actor: Actor, bytes = 1000, mime = 'image/jpeg'): Promise<string> {
  const path = await reserveUpload(actor, { bytes, mime })
  await storeObject(actor, 'media', path, bytes, mime)
  return path
}

export const INSERT_MEDIA_ITEM = `insert into media_items
  (id, storage_path, thumbnail_path, original_filename, mime_type, width, height, taken_at, utc_offset_minutes, content_hash)
  values ($1, $2, $3, 'lake.jpg', 'image/jpeg', 4000, 3000, '2025-07-01T12:30:00', 120, $4)`

export const contentHash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A photo of 1,000 bytes in the library, uploaded and registered. */
export async function addToLibrary(actor: Actor, bytes = 1000): Promise<{ id: string; path: string }> {
  const id = randomUUID()
  const path = await uploadFile(actor, bytes)
  await actor.query(INSERT_MEDIA_ITEM, [id, path, null, contentHash(id)])
  return { id, path }
}

export async function placePhoto(
  actor: Actor,
  project: string,
  item: string,
  position = 'a0',
): Promise<string> {
  const sql = 'insert into photos (project_id, media_item_id, position) values ($1, $2, $3) returning id'
  return String((await actor.row(sql, [project, item, position])).id)
}

/** A project of the actor's own, with one photo: ready to be queued. */
export async function filmableProject(actor: Actor): Promise<string> {
  const project = await createProject(actor)
  await placePhoto(actor, project, (await addToLibrary(actor)).id)
  return project
}

export function enqueue(actor: Actor, project: string, settings: Row = {}, key = randomUUID() as string) {
  return actor.row('select * from enqueue_generation($1, $2, $3)', [project, key, JSON.stringify(settings)])
}

export interface Claim {
  id: string
  token: string
  attempt: number
  uploadPath: string
  leaseMs: number
}

export async function claim(actor: Actor, ttl = 45, onlyJob: string | null = null): Promise<Claim | null> {
  const [row] = await actor.query(
    'select (job).id, (job).attempt, token, upload_path, lease_ms from claim_generation($1, $2, $3)',
    ['test', ttl, onlyJob],
  )
  if (!row) return null
  return {
    id: String(row.id),
    token: String(row.token),
    attempt: Number(row.attempt),
    uploadPath: String(row.upload_path),
    leaseMs: Number(row.lease_ms),
  }
}

/** Queues and claims a film of a new project. */
export async function startFilm(actor: Actor): Promise<Claim & { project: string }> {
  const project = await filmableProject(actor)
  const job = await enqueue(actor, project)
  const claimed = await claim(actor, 45, String(job.id))
  if (!claimed) throw new Error('the job could not be claimed')
  return { ...claimed, project }
}

export const heartbeat = (
  actor: Actor,
  job: Claim,
  pct: number,
  stage = 'rendering',
  eta: number | null = 30,
) =>
  actor.row('select heartbeat_generation($1, $2, $3, $4, $5) as answer', [job.id, job.token, pct, stage, eta])

export async function reserveOutput(
  actor: Actor,
  job: Claim,
  bytes = 5000,
  mime = 'video/mp4',
): Promise<string> {
  const sql = 'select reserve_output($1, $2, $3, $4) as path'
  return String((await actor.row(sql, [job.id, job.token, bytes, mime])).path)
}

export const complete = (actor: Actor, job: Claim, path: string, thumbnail: string | null = null) =>
  actor.row('select * from complete_generation($1, $2, $3, $4, 1920, 1080, 60)', [
    job.id,
    job.token,
    path,
    thumbnail,
  ])

export const fail = (actor: Actor, job: Claim, retryable: boolean) =>
  actor.row('select * from fail_generation($1, $2, $3, $4, $5)', [
    job.id,
    job.token,
    'encoder_failed',
    'The encoder stopped.',
    retryable,
  ])

export const release = (actor: Actor, job: Claim) =>
  actor.query('select release_generation($1, $2)', [job.id, job.token])

/** Uploads 4,000 bytes of film and completes the job. */
export async function finishFilm(actor: Actor, job: Claim): Promise<Row> {
  const path = await reserveOutput(actor, job)
  await storeObject(actor, 'videos', path, 4000, 'video/mp4')
  return complete(actor, job, path)
}

/** As if the worker had been silent for longer than its lease. */
export const expireLease = (database: TestDatabase, job: string) =>
  database.admin(`update generated_videos set lease_until = now() - interval '1 second' where id = $1`, [job])

export async function storageUsed(database: TestDatabase, person: Actor): Promise<number> {
  const [row] = await database.admin('select total_storage_bytes from users where id = $1', [person.id])
  return Number(row?.total_storage_bytes)
}

export async function filmsThisMonth(database: TestDatabase, person: Actor): Promise<number> {
  const [row] = await database.admin(
    'select coalesce(sum(videos), 0) as n from usage_counters where user_id = $1',
    [person.id],
  )
  return Number(row?.n)
}
