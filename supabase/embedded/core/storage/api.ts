import { z } from 'zod'
import { copyObject, describeObject, moveObject, removeObjects } from './arrange'
import { callerOf, findObject, type StorageContext } from './context'
import { sendObject } from './download'
import { listObjects } from './listing'
import { ResumableUploads } from './resumable'
import { grantDownload, grantUpload, sendPublic, sendSigned, uploadSigned } from './signedRoutes'
import {
  StorageError,
  bucketNotFound,
  invalidRequest,
  objectNotFound,
  storageErrorResponse,
} from './storageError'
import { upload } from './upload'

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'authorization, apikey, content-type, cache-control, x-client-info, x-upsert, x-metadata, range, if-none-match, tus-resumable, upload-length, upload-metadata, upload-offset',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-expose-headers':
    'content-range, accept-ranges, content-length, content-disposition, etag, location, tus-resumable, upload-length, upload-offset',
  'access-control-max-age': '86400',
}

/**
 * The part of Supabase Storage that storage-js speaks: upload, signed upload, download, Range, list, sign, info, exists,
 * move, copy, remove; and uploads in pieces. Permissions are row-level security on storage.objects; buckets come from migrations.
 */
export function createStorageApi(context: StorageContext) {
  const resumable = new ResumableUploads(context)
  return async (request: Request): Promise<Response> => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors })
    const response = await route(context, resumable, request).catch((error: unknown) =>
      storageErrorResponse(
        error instanceof z.ZodError || error instanceof SyntaxError ? invalidRequest(error.message) : error,
      ),
    )
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value)
    return response
  }
}

async function route(
  context: StorageContext,
  resumable: ResumableUploads,
  request: Request,
): Promise<Response> {
  const parts = pathOf(request)
  const [area, verb] = parts
  const { method } = request
  if (area === 'upload' && verb === 'resumable') return resumable.answer(request, parts[2])
  if (area === 'bucket') return buckets(context, request, parts[1])
  if (area !== 'object') throw unknownRoute(request)
  if (verb === 'upload' && parts[2] === 'sign') {
    const [bucket, name] = objectAt(parts, 3)
    if (method === 'POST') return grantUpload(context, request, bucket, name)
    if (method === 'PUT') return uploadSigned(context, request, bucket, name)
  }
  if (verb === 'sign') {
    const [bucket, name] = objectAt(parts, 2)
    if (method === 'POST') return grantDownload(context, request, bucket, name)
    if (method === 'GET' || method === 'HEAD') return sendSigned(context, request, bucket, name)
  }
  if (verb === 'public') return sendPublic(context, request, ...objectAt(parts, 2))
  return signedInRoute(context, request, parts)
}

async function signedInRoute(context: StorageContext, request: Request, parts: string[]): Promise<Response> {
  const caller = await callerOf(request, context)
  const { method } = request
  const [, verb] = parts
  if (method === 'POST' && verb === 'list')
    return listObjects(context, caller, objectAt(parts, 2)[0], await request.json())
  if (method === 'POST' && parts.length === 2 && verb === 'move')
    return moveObject(context, caller, await request.json())
  if (method === 'POST' && parts.length === 2 && verb === 'copy')
    return copyObject(context, caller, await request.json())
  if (verb === 'info' || verb === 'authenticated') {
    const [bucket, name] = objectAt(parts, parts[2] === 'authenticated' ? 3 : 2)
    const row = await findObject(context, caller, bucket, name)
    if (!row) throw objectNotFound()
    return verb === 'info' ? describeObject(row) : sendObject(context, request, row)
  }
  const [bucket, name] = objectAt(parts, 1)
  switch (method) {
    case 'GET':
    case 'HEAD': {
      const row = await findObject(context, caller, bucket, name)
      if (!row) throw objectNotFound()
      return sendObject(context, request, row)
    }
    case 'POST':
      return upload(context, request, {
        bucket,
        name,
        owner: caller,
        upsert: request.headers.get('x-upsert') === 'true',
      })
    case 'PUT':
      return upload(context, request, { bucket, name, owner: caller, upsert: true })
    case 'DELETE':
      return removeObjects(context, caller, bucket, name === '' ? await prefixes(request) : [name])
    default:
      throw unknownRoute(request)
  }
}

async function buckets(context: StorageContext, request: Request, id: string | undefined): Promise<Response> {
  const caller = await callerOf(request, context)
  if (request.method !== 'GET') throw new StorageError(405, 'Not allowed', 'Buckets are made by migrations')
  const rows = await context.database.as(caller, (session) =>
    session.query('select * from storage.buckets where $1::text is null or id = $1', [id ?? null]),
  )
  if (id === undefined) return Response.json(rows)
  if (!rows[0]) throw bucketNotFound()
  return Response.json(rows[0])
}

async function prefixes(request: Request): Promise<string[]> {
  return z.object({ prefixes: z.array(z.string()) }).parse(await request.json()).prefixes
}

function pathOf(request: Request): string[] {
  const path = new URL(request.url).pathname.replace(/^\/storage\/v1\//, '')
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    throw invalidRequest('The path is not valid URL encoding')
  }
}

/** Bucket and object name from the path, the bucket at `index`. */
function objectAt(parts: string[], index: number): [bucket: string, name: string] {
  return [parts[index] ?? '', parts.slice(index + 1).join('/')]
}

function unknownRoute(request: Request): StorageError {
  return new StorageError(
    404,
    'not_found',
    `Route ${request.method}:${new URL(request.url).pathname} not found`,
  )
}
