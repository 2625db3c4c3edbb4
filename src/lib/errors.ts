/**
 * Errors are classified once, at the edge where they happen. The screen switches on `code` and shows a translated
 * sentence; `cause` keeps what really happened for the report.
 */
abstract class CodedError<Code extends string> extends Error {
  readonly code: Code
  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * A request to Supabase failed. `code` is the database's stable word (`lease_lost`, `storage_quota`, …), a Postgres or
 * PostgREST code, an auth code, or `network` when no answer came. `status` is the HTTP status, 0 without an answer.
 * `retryAfterMs` is how long the server asked us to wait, where it did.
 */
export class DataError extends CodedError<string> {
  override readonly name = 'DataError'
  readonly status: number
  readonly retryAfterMs: number | null
  constructor(
    action: string,
    code: string,
    status: number,
    cause?: unknown,
    retryAfterMs: number | null = null,
  ) {
    super(code, `Could not ${action} (${code})`, { cause })
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

export const RENDER_ERROR_CODES = [
  'unsupported_codec',
  'encoder_failed',
  'photo_unreadable',
  'track_unreadable',
  'storage_full',
  'worker_crashed',
] as const
export type RenderErrorCode = (typeof RENDER_ERROR_CODES)[number]

/**
 * Making the film failed. With `storage_full`, `bytesNeeded` is how much room it needs on this device, where that is
 * known.
 */
export class RenderError extends CodedError<RenderErrorCode> {
  override readonly name = 'RenderError'
  readonly bytesNeeded: number | null
  constructor(
    code: RenderErrorCode,
    message: string,
    { bytesNeeded = null, ...options }: ErrorOptions & { bytesNeeded?: number | null } = {},
  ) {
    super(code, message, options)
    this.bytesNeeded = bytesNeeded
  }
}

export const DRAFT_ERROR_CODES = [
  'not_a_photo',
  'not_a_track',
  'empty_file',
  'too_large',
  'too_long',
  'too_many_pixels',
  'unreadable',
  'not_read',
  'duplicate',
  'share_too_large',
  'too_many_photos',
  'file_gone',
  'storage_full',
  'storage_unavailable',
  'storage_blocked',
  'newer_version',
  'earlier_draft',
  'copy_lost',
] as const
export type DraftErrorCode = (typeof DRAFT_ERROR_CODES)[number]

/** A file was refused, or something of a person could not be kept on this device: their draft, or a copy of their data. */
export class DraftError extends CodedError<DraftErrorCode> {
  override readonly name = 'DraftError'
}
