import type { Failure } from '@/data/videos'
import { canHeal } from '@/lib/dataError'
import { DataError, RenderError } from '@/lib/errors'

/**
 * What to tell the database about an attempt that failed. The code is what the person will read a sentence for; the
 * message is for the report. Retryable is what another attempt, later or on another device, can get past.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof RenderError) {
    return { code: error.code, message: error.message, retryable: isPassing(error) }
  }
  if (error instanceof DataError) {
    // Without a session here, the next one to claim the film has one.
    if (error.status === 401) return { code: 'session_expired', message: error.message, retryable: true }
    const code = error.status >= 500 ? 'server' : error.code
    return { code, message: error.message, retryable: canHeal(error) }
  }
  return { code: 'unknown', message: String(error), retryable: false }
}

function isPassing({ code }: RenderError): boolean {
  switch (code) {
    case 'encoder_failed':
    case 'worker_crashed':
      return true
    // Asking again on this device changes nothing: the person must free room, choose other photos or another browser.
    case 'storage_full':
    case 'unsupported_codec':
    case 'photo_unreadable':
    case 'track_unreadable':
      return false
    default:
      return code satisfies never
  }
}
