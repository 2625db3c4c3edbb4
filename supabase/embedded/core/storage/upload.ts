import type { Claims } from '../claims'
import { actAsParams, actAsSql, type Session } from '../database'
import { findBucket, validName, type Bucket, type ObjectMetadata, type StorageContext } from './context'
import { TooLarge, type StoredBytes } from './objectStore'
import { StorageError, invalidRequest, tooLarge } from './storageError'
import { isForm, readUploadBody, type UploadBody } from './uploadBody'

/** Above any bucket's limit: what a project without limits takes. */
const defaultLimitBytes = 5 * 1024 ** 3

/** What a multipart body has around its file. */
const formBytes = 1024 ** 2

/** The most bytes that a file in this bucket may have. */
export const limitOf = ({ file_size_limit }: Bucket): number => file_size_limit ?? defaultLimitBytes

export interface UploadTarget {
  bucket: string
  name: string
  /** Row-level security decides for this person, who also becomes the owner. */
  owner: Claims
  upsert: boolean
}

/**
 * Takes a file: asks the database first (a row with what the sender declares, rolled back), then stores the bytes, then
 * writes the row with what really came, again under the owner's policies.
 */
export async function upload(
  context: StorageContext,
  request: Request,
  target: UploadTarget,
): Promise<Response> {
  validName(target.name)
  const bucket = await findBucket(context, target.bucket)
  const limit = limitOf(bucket)
  // Not for anybody: a form takes memory for as long as it comes.
  if (isForm(request)) await probe(context, target)
  if (Number(request.headers.get('content-length')) > limit + formBytes) throw tooLarge()
  const body = await readUploadBody(request)
  checkType(bucket, body.mimeType)
  if (body.declaredSize !== null && body.declaredSize > limit) throw tooLarge()
  checkMetadata(body.userMetadata)
  await probe(context, target, declared(body))

  const version = crypto.randomUUID()
  const stored = await store(context, version, body, limit, request.signal)
  try {
    const { id, replaced } = await writeRow(
      context,
      target,
      version,
      metadataOf(body, stored),
      body.userMetadata,
    )
    if (replaced !== null) await context.objects.remove([replaced])
    return Response.json({ Key: `${target.bucket}/${target.name}`, Id: id })
  } catch (error) {
    await context.objects.remove([version])
    throw error
  }
}

/**
 * Asks row-level security whether the owner may put an object there, and leaves no trace.
 * @throws the database's refusal
 */
export async function probe(
  context: StorageContext,
  target: UploadTarget,
  metadata: Partial<ObjectMetadata> = {},
) {
  await context.database.as(target.owner, (session) => insert(session, target, 'probe', metadata, null), {
    keep: false,
  })
}

async function store(
  context: StorageContext,
  version: string,
  body: UploadBody,
  limit: number,
  signal: AbortSignal,
): Promise<StoredBytes> {
  try {
    return await context.objects.write(version, body.stream, limit)
  } catch (error) {
    if (error instanceof TooLarge) throw tooLarge()
    if (signal.aborted) throw invalidRequest('The upload broke off')
    throw error
  }
}

/** The row of bytes that are stored, under the owner's policies. `replaced` is the version that it takes the place of. */
export async function writeRow(
  context: StorageContext,
  target: UploadTarget,
  version: string,
  metadata: ObjectMetadata,
  userMetadata: string | null,
): Promise<{ id: string; replaced: string | null }> {
  const find = 'select id, version from storage.objects where bucket_id = $1 and name = $2'
  return context.database.transaction(async (session) => {
    const [before] = await session.query<{ id: string; version: string }>(find, [target.bucket, target.name])
    await session.query(actAsSql, actAsParams(target.owner))
    const id = await insert(session, target, version, metadata, userMetadata)
    return { id: before?.id ?? id, replaced: before?.version ?? null }
  })
}

async function insert(
  session: Session,
  { bucket, name, owner, upsert }: UploadTarget,
  version: string,
  metadata: Partial<ObjectMetadata>,
  userMetadata: string | null,
): Promise<string> {
  const id = crypto.randomUUID()
  const onConflict = `on conflict (bucket_id, name) do update set metadata = excluded.metadata,
    user_metadata = excluded.user_metadata, version = excluded.version, owner = excluded.owner,
    owner_id = excluded.owner_id, updated_at = now()`
  await session.query(
    `insert into storage.objects (id, bucket_id, name, owner, owner_id, version, metadata, user_metadata)
     values ($1, $2, $3, $4::uuid, $4::text, $5, $6, $7) ${upsert ? onConflict : ''}`,
    [id, bucket, name, owner.sub ?? null, version, JSON.stringify(metadata), userMetadata],
  )
  return id
}

/** Policies may weigh a size against a quota; with no size announced they are asked as if nothing were known. */
function declared({ mimeType, declaredSize }: UploadBody): Partial<ObjectMetadata> {
  return declaredSize === null ? {} : { mimetype: mimeType, contentLength: declaredSize, size: declaredSize }
}

/** What the `metadata` column holds of stored bytes. */
export function metadataOf(
  body: Pick<UploadBody, 'mimeType' | 'cacheControl'>,
  { size, eTag }: StoredBytes,
): ObjectMetadata {
  return {
    eTag,
    size,
    mimetype: body.mimeType,
    cacheControl: body.cacheControl,
    lastModified: new Date().toISOString(),
    contentLength: size,
    httpStatusCode: 200,
  }
}

/** @throws StorageError when the bucket does not take this type */
export function checkType({ allowed_mime_types: allowed }: Bucket, mimeType: string): void {
  const fits = (pattern: string) =>
    pattern.endsWith('/*') ? mimeType.startsWith(pattern.slice(0, -1)) : pattern === mimeType
  if (allowed && !allowed.some(fits)) {
    throw new StorageError(415, 'invalid_mime_type', `mime type ${mimeType} is not supported`)
  }
}

/** @throws StorageError for what is no JSON */
export function checkMetadata(json: string | null): void {
  if (json === null) return
  try {
    JSON.parse(json)
  } catch {
    throw invalidRequest('metadata is not JSON')
  }
}
