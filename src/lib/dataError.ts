import type { AuthError } from '@supabase/supabase-js'
import { DataError } from './errors'

/** The `code` of a request that got no answer: offline, refused, cut. */
export const NETWORK = 'network'
/** The `code` of a request that stopped moving. */
export const TIMEOUT = 'timeout'

/**
 * A failed table or function request as a DataError.
 * A refusal raised by our database (`raise sqlstate 'PT409' using message = 'lease_lost'`) is known by its message;
 * everything else by its Postgres or PostgREST code, or `http_<status>` where there is none.
 */
export function postgrestError(
  action: string,
  error: { code: string; message: string },
  status: number,
  retryAfterMs: number | null = null,
): DataError {
  if (status === 0) return new DataError(action, NETWORK, 0, error)
  const code = /^PT\d{3}$/.test(error.code) ? error.message : error.code || `http_${status}`
  return new DataError(action, code, status, error, retryAfterMs)
}

const STORAGE_WORDS: Record<number, string> = {
  400: 'bad_request',
  403: 'not_allowed',
  404: 'not_found',
  409: 'duplicate',
  410: 'gone',
  413: 'too_large',
  415: 'unsupported_type',
}

/**
 * A failed storage request as a DataError. Storage answers many refusals with HTTP 400 and the real status in the
 * body (`statusCode`), so that one counts.
 */
export function storageError(action: string, error: unknown): DataError {
  const { status, statusCode } = Object(error) as { status?: unknown; statusCode?: unknown }
  const real = Number(statusCode) || Number(status) || 0
  if (real === 0) return new DataError(action, NETWORK, 0, error)
  return new DataError(action, STORAGE_WORDS[real] ?? `http_${real}`, real, error)
}

/**
 * A failed account request as a DataError; `code` is the account service's (`invalid_credentials`,
 * `user_already_exists`, …), and `cause` the AuthError.
 *
 * [Note: no client in workers] Only types are imported here: the heartbeat worker uses this file, and importing
 * `isAuthError` would pull all of supabase-js into it.
 */
export function authError(action: string, error: unknown): DataError {
  const { status = 0, code } = Object(error) as Partial<Pick<AuthError, 'status' | 'code'>>
  if (status === 0 && code === undefined) return new DataError(action, NETWORK, 0, error)
  return new DataError(action, code ?? `http_${status}`, status, error)
}

/**
 * Can the same request succeed a little later, unchanged? No answer, a stalled transfer, a busy or broken server,
 * and a lost serialisation race can; a refusal of ours never, whatever its status (`too_many_active` is a 429).
 */
export function canHeal(error: unknown): boolean {
  if (!(error instanceof DataError)) return false
  const { code, status } = error
  if (code === NETWORK || code === TIMEOUT || code === '40001' || code === '40P01') return true
  if (status === 408 || status === 425 || status >= 500) return true
  return status === 429 && /^(http_|over_)/.test(code)
}
