import { randomUUID } from 'node:crypto'
import type { Session } from './raceSessions'
import { contentHash, INSERT_MEDIA_ITEM } from './studio'

const STORE = `insert into storage.objects (bucket_id, name, metadata)
  values ($1, $2, jsonb_build_object('size', $3::bigint, 'contentLength', $3, 'mimetype', $4::text))`

/** What the storage server does once the bytes are there. */
export const store = (session: Session, bucket: string, path: string, bytes: number, mime: string) =>
  session.query(STORE, [bucket, path, bytes, mime])

async function uploadFile(session: Session, bytes: number): Promise<string> {
  const { path } = await session.row(`select reserve_upload('media', $1, 'image/jpeg') as path`, [bytes])
  await store(session, 'media', String(path), bytes, 'image/jpeg')
  return String(path)
}

/** Announces, stores and registers a photo, perhaps with a thumbnail; answers its id. */
export async function uploadPhoto(session: Session, bytes = 1000, thumbnailBytes = 0): Promise<string> {
  const id = randomUUID()
  const path = await uploadFile(session, bytes)
  const thumbnail = thumbnailBytes > 0 ? await uploadFile(session, thumbnailBytes) : null
  await session.query(INSERT_MEDIA_ITEM, [id, path, thumbnail, contentHash(id)])
  return id
}

/** A project of the session's person with one photo: ready to be queued. */
export async function filmable(session: Session): Promise<string> {
  const { id } = await session.row(`insert into video_projects (title) values ('Race') returning id`)
  await session.query(`insert into photos (project_id, media_item_id, position) values ($1, $2, 'a0')`, [
    id,
    await uploadPhoto(session),
  ])
  return String(id)
}
