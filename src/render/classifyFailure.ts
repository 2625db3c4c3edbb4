import { RenderError, type RenderErrorCode } from '@/lib/errors'

/** `bytesNeeded`: see `RenderError`. */
type Classified = { code: RenderErrorCode; message: string; bytesNeeded: number | null }

/** What a worker tells the page of an error: its class would not survive the way. */
export function classifyFailure(cause: unknown): Classified {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof RenderError) return { code: cause.code, message, bytesNeeded: cause.bytesNeeded }
  return { code: codeOf(cause), message, bytesNeeded: null }
}

function codeOf(cause: unknown): RenderErrorCode {
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'StorageFull' || name === 'QuotaExceededError') return 'storage_full'
  if (name === 'SoundFailure') return 'encoder_failed'
  return 'worker_crashed'
}

/** Whether another encoder of the pictures may do better: the sound's, which fails with the same code, is not theirs. */
export function isPictureEncoderFailure(cause: unknown): boolean {
  return cause instanceof RenderError && cause.code === 'encoder_failed'
}
