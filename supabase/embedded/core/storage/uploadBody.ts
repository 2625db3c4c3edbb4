import { invalidRequest } from './storageError'

/** One upload as it came: multipart from storage-js with a Blob, raw otherwise. */
export interface UploadBody {
  stream: ReadableStream<Uint8Array>
  /** Without parameters: `image/jpeg`. */
  mimeType: string
  cacheControl: string
  /** Bytes as announced; null when the sender did not say. */
  declaredSize: number | null
  userMetadata: string | null
}

/** A multipart body is read whole, into memory, before anything is known of the file in it. */
export function isForm(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('multipart/')
}

/** @throws StorageError when a multipart body holds no file */
export async function readUploadBody(request: Request): Promise<UploadBody> {
  return isForm(request)
    ? readForm(request)
    : readRaw(request, request.headers.get('content-type') ?? 'application/octet-stream')
}

async function readForm(request: Request): Promise<UploadBody> {
  const form = await request.formData().catch(() => {
    throw invalidRequest('The multipart body could not be read')
  })
  const file = [...form.values()].find((value) => value instanceof Blob)
  if (!file) throw invalidRequest('The multipart body holds no file')
  const maxAge = form.get('cacheControl')
  const metadata = form.get('metadata')
  return {
    stream: file.stream(),
    mimeType: bare(file.type || 'application/octet-stream'),
    cacheControl: typeof maxAge === 'string' ? `max-age=${maxAge}` : 'no-cache',
    declaredSize: file.size,
    userMetadata: typeof metadata === 'string' ? metadata : null,
  }
}

function readRaw(request: Request, contentType: string): UploadBody {
  const length = request.headers.get('content-length')
  const metadata = request.headers.get('x-metadata')
  return {
    stream: request.body ?? new Blob([]).stream(),
    mimeType: bare(contentType),
    cacheControl: request.headers.get('cache-control') ?? 'no-cache',
    declaredSize: length === null ? null : Number(length),
    userMetadata: metadata === null ? null : decodeBase64(metadata),
  }
}

/** A media type without its parameters. */
export function bare(contentType: string): string {
  return contentType.replace(/;.*$/, '').trim().toLowerCase()
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)))
  } catch {
    throw invalidRequest('x-metadata is not base64')
  }
}
