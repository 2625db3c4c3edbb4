import { InvalidToken } from '../claims'
import { asDatabaseError, httpStatus, printable } from '../databaseError'

/** A refusal in storage-api's shape. `statusCode` is what storage-js shows; HTTP itself says 400, as hosted does. */
export class StorageError extends Error {
  override name = 'StorageError'
  readonly statusCode: number
  readonly error: string

  constructor(statusCode: number, error: string, message: string) {
    super(message)
    this.statusCode = statusCode
    this.error = error
  }
}

export const objectNotFound = () => new StorageError(404, 'not_found', 'Object not found')
export const bucketNotFound = () => new StorageError(404, 'Bucket not found', 'Bucket not found')
export const invalidRequest = (message: string) => new StorageError(400, 'InvalidRequest', message)
export const tooLarge = () =>
  new StorageError(413, 'Payload too large', 'The object exceeded the maximum allowed size')

/** Anything thrown on the way, as the answer to the client. Only our own faults are printed. */
export function storageErrorResponse(thrown: unknown): Response {
  const { statusCode, error: name, message } = refusalOf(thrown)
  return Response.json(
    { statusCode: String(statusCode), error: name, message },
    { status: statusCode >= 500 ? statusCode : 400 },
  )
}

/** The same for the TUS protocol, whose clients read the HTTP status. */
export function plainErrorResponse(thrown: unknown): Response {
  const { statusCode, message } = refusalOf(thrown)
  return new Response(message, { status: statusCode })
}

function refusalOf(thrown: unknown): StorageError {
  const known = classify(thrown)
  if (!known) console.error('[embedded supabase] storage:', printable(thrown))
  return known ?? new StorageError(500, 'Internal', 'Internal Server Error')
}

function classify(thrown: unknown): StorageError | null {
  if (thrown instanceof StorageError) return thrown
  if (thrown instanceof InvalidToken) return new StorageError(403, 'Unauthorized', thrown.message)
  if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')) {
    return new StorageError(507, 'InsufficientStorage', 'The disk of the embedded Supabase is full')
  }
  const refusal = asDatabaseError(thrown)
  if (!refusal) return null
  const { code, message } = refusal
  if (code === '42501')
    return new StorageError(403, 'Unauthorized', 'new row violates row-level security policy')
  if (code === '23505') return new StorageError(409, 'Duplicate', 'The resource already exists')
  if (code === '23503') return bucketNotFound()
  const status = httpStatus(code, 'authenticated')
  return status >= 500 ? null : new StorageError(status, code, message)
}
