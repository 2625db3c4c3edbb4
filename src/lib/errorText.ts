import i18next from 'i18next'
import { DataError, DraftError, RenderError } from './errors'
import { t } from './i18n'
import type { errors } from './i18n/en/errors'
import type { refusals } from './i18n/en/refusals'

type ErrorKey = keyof typeof errors | keyof typeof refusals
/** Also by what is loaded: a stranger's page has no words for the refusals of signed-in pages, and never meets them. */
const isKnown = (code: string): code is ErrorKey => /^\w+$/.test(code) && i18next.exists(`errors.${code}`)

/**
 * The sentence a person reads for an error: what happened and what to do.
 * Unknown codes fall back by HTTP status, so that every error has a sentence.
 */
export function errorText(error: unknown): string {
  return t(`errors.${errorKey(error)}`)
}

/** The same for a code that is stored, such as `generated_videos.error_code`. */
export function errorCodeText(code: string | null): string {
  return t(`errors.${code !== null && isKnown(code) ? code : 'unknown'}`)
}

function errorKey(error: unknown): ErrorKey {
  if (error instanceof DataError || error instanceof RenderError || error instanceof DraftError) {
    if (isKnown(error.code)) return error.code
  }
  if (!(error instanceof DataError)) return 'unknown'
  if (error.status === 0) return 'network'
  if (error.status === 401) return 'session_expired'
  if (error.status === 403) return 'not_allowed'
  if (error.status === 404) return 'not_found'
  if (error.status === 429) return 'over_request_rate_limit'
  if (error.status >= 500) return 'server'
  return 'unknown'
}
