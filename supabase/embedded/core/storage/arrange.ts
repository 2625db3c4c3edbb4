import { z } from 'zod'
import type { Claims } from '../claims'
import { findObject, validName, type ObjectRow, type StorageContext } from './context'
import { objectNotFound } from './storageError'
import { probe } from './upload'

const transferRequest = z.object({
  bucketId: z.string(),
  sourceKey: z.string(),
  destinationKey: z.string(),
  destinationBucket: z.string().optional(),
})

/** Answers `move()`: the bytes stay where they are, the row gets another name. */
export async function moveObject(context: StorageContext, caller: Claims, body: unknown): Promise<Response> {
  const { source, bucket, name } = await transfer(context, caller, body)
  const moved = await context.database.as(caller, (session) =>
    session.query(
      'update storage.objects set bucket_id = $1, name = $2, updated_at = now() where id = $3 returning id',
      [bucket, name, source.id],
    ),
  )
  if (moved.length === 0) throw objectNotFound()
  return Response.json({ message: 'Successfully moved' })
}

/** Answers `copy()`: the caller owns the copy. */
export async function copyObject(context: StorageContext, caller: Claims, body: unknown): Promise<Response> {
  const { source, bucket, name } = await transfer(context, caller, body)
  // Whoever may not have the copy costs no disk.
  await probe(context, { bucket, name, owner: caller, upsert: false }, source.metadata ?? {})
  const version = crypto.randomUUID()
  await context.objects.copy(source.version, version)
  const id = crypto.randomUUID()
  try {
    await context.database.as(caller, (session) =>
      session.query(
        `insert into storage.objects (id, bucket_id, name, owner, owner_id, version, metadata, user_metadata)
         values ($1, $2, $3, $4::uuid, $4::text, $5, $6, $7)`,
        [
          id,
          bucket,
          name,
          caller.sub ?? null,
          version,
          jsonOrNull(source.metadata),
          jsonOrNull(source.user_metadata),
        ],
      ),
    )
  } catch (error) {
    await context.objects.remove([version])
    throw error
  }
  return Response.json({ Key: `${bucket}/${name}`, Id: id })
}

/** Deletes what row-level security lets the caller delete, and answers with those rows. */
export async function removeObjects(
  context: StorageContext,
  caller: Claims,
  bucket: string,
  names: string[],
): Promise<Response> {
  const removed = await context.database.as(caller, (session) =>
    session.query<ObjectRow>(
      'delete from storage.objects where bucket_id = $1 and name = any($2) returning *',
      [bucket, names],
    ),
  )
  await context.objects.remove(removed.map((row) => row.version))
  return Response.json(removed)
}

/** Answers `info()`. */
export function describeObject(row: ObjectRow): Response {
  return Response.json({
    id: row.id,
    name: row.name,
    version: row.version,
    bucket_id: row.bucket_id,
    size: row.metadata?.size,
    content_type: row.metadata?.mimetype,
    cache_control: row.metadata?.cacheControl,
    etag: row.metadata?.eTag,
    metadata: row.user_metadata,
    last_modified: row.metadata?.lastModified ?? row.updated_at,
    created_at: row.created_at,
  })
}

async function transfer(context: StorageContext, caller: Claims, body: unknown) {
  const request = transferRequest.parse(body)
  const source = await findObject(context, caller, request.bucketId, request.sourceKey)
  if (!source) throw objectNotFound()
  return {
    source,
    bucket: request.destinationBucket ?? request.bucketId,
    name: validName(request.destinationKey),
  }
}

function jsonOrNull(value: object | null): string | null {
  return value && JSON.stringify(value)
}
