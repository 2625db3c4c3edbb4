import { readClaims, type Claims } from '../claims'
import type { Database } from '../database'
import type { Keys } from '../keys'
import { bearer } from '../requestGuard'
import type { ObjectStore } from './objectStore'
import { StorageError, bucketNotFound } from './storageError'

/** What every storage route works with. */
export interface StorageContext {
  database: Database
  objects: ObjectStore
  keys: Keys
  /** True for the token of an account that was deleted. */
  isGone: (claims: Claims) => Promise<boolean>
}

/** A row of storage.objects. Timestamps are ISO 8601. */
export interface ObjectRow {
  id: string
  bucket_id: string
  name: string
  version: string
  owner: string | null
  owner_id: string | null
  metadata: ObjectMetadata | null
  user_metadata: Record<string, unknown> | null
  created_at: string
  updated_at: string
  last_accessed_at: string
}

/** The `metadata` column as hosted writes it. Sizes in bytes. */
export interface ObjectMetadata {
  eTag: string
  size: number
  mimetype: string
  cacheControl: string
  lastModified: string
  contentLength: number
  httpStatusCode: number
}

export interface Bucket {
  id: string
  public: boolean
  /** Bytes. */
  file_size_limit: number | null
  allowed_mime_types: string[] | null
}

/**
 * Who asks: the bearer token, else the API key.
 * @throws InvalidToken, StorageError
 */
export async function callerOf(request: Request, { keys, isGone }: StorageContext): Promise<Claims> {
  const claims = await readClaims(bearer(request) ?? request.headers.get('apikey') ?? undefined, keys)
  await refuseGone(claims, isGone)
  return claims
}

/** @throws StorageError for a deleted account */
export async function refuseGone(claims: Claims, isGone: StorageContext['isGone']): Promise<void> {
  if (await isGone(claims))
    throw new StorageError(403, 'Unauthorized', 'The account of this token does not exist any more')
}

/** @throws StorageError when there is no such bucket */
export async function findBucket({ database }: StorageContext, id: string): Promise<Bucket> {
  const [bucket] = await database.query<Bucket>(
    'select id, public, file_size_limit, allowed_mime_types from storage.buckets where id = $1',
    [id],
  )
  if (!bucket) throw bucketNotFound()
  return bucket
}

/** The object's row if row-level security shows it to the caller. */
export function findObject(
  { database }: StorageContext,
  caller: Claims,
  bucket: string,
  name: string,
): Promise<ObjectRow | undefined> {
  return database.as(caller, async (session) => {
    const [row] = await session.query<ObjectRow>(
      'select * from storage.objects where bucket_id = $1 and name = $2',
      [bucket, name],
    )
    return row
  })
}

/**
 * The characters hosted allows in object names, but for `?`; no empty, `.` or `..` parts.
 * @throws StorageError
 */
export function validName(name: string): string {
  const parts = name.split('/')
  const allowed = /^[\w/!\-.*'() &$@=;:+,]+$/.test(name) && name.length <= 1024
  if (!allowed || parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new StorageError(400, 'InvalidKey', `Invalid key: ${name}`)
  }
  return name
}
