import { parseRange } from './byteRange'
import type { ObjectRow, StorageContext } from './context'
import { objectNotFound } from './storageError'

/**
 * Sends an object: whole, one Range of it (206, 416), only its headers (HEAD) or nothing new (304).
 * `?download` and `?download=name` make browsers save it.
 */
export async function sendObject(
  context: StorageContext,
  request: Request,
  row: ObjectRow,
): Promise<Response> {
  const { metadata } = row
  if (!metadata) throw objectNotFound()
  const headers = headersOf(row, new URL(request.url))
  if (request.headers.get('if-none-match') === metadata.eTag)
    return new Response(null, { status: 304, headers })

  const range = parseRange(rangeHeader(request, metadata.eTag), metadata.size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${metadata.size}`)
    return new Response(null, { status: 416, headers })
  }
  const length = range ? range.end - range.start + 1 : metadata.size
  headers.set('content-length', String(length))
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${metadata.size}`)
  const status = range ? 206 : 200
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  const body = await context.objects.read(row.version, range)
  if (!body) throw objectNotFound()
  return new Response(body, { status, headers })
}

/** A range of another version is of no use: then the whole object is sent. */
function rangeHeader(request: Request, eTag: string): string | null {
  const condition = request.headers.get('if-range')
  return condition === null || condition === eTag ? request.headers.get('range') : null
}

function headersOf({ name, metadata, updated_at }: ObjectRow, url: URL): Headers {
  const headers = new Headers({
    'content-type': metadata?.mimetype ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    etag: metadata?.eTag ?? '',
    'cache-control': metadata?.cacheControl ?? 'no-cache',
    'last-modified': new Date(metadata?.lastModified ?? updated_at).toUTCString(),
    // Uploads live on the page's own origin here: never let one run as a document of it.
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const saveAs = url.searchParams.get('download')
  if (saveAs !== null) {
    const fileName = encodeURIComponent(decodedAgain(saveAs) || (name.split('/').at(-1) ?? name))
    headers.set('content-disposition', `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`)
  }
  return headers
}

/** storage-js 2.109 encodes the name of `createSignedUrl(…, { download })` twice. */
function decodedAgain(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
