import { RenderError, type RenderErrorCode } from '@/lib/errors'

/** What a worker tells the page of an error: its class would not survive the way. */
export function classifyFailure(cause: unknown): { code: RenderErrorCode; message: string } {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof RenderError) return { code: cause.code, message }
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'StorageFull' || name === 'QuotaExceededError') return { code: 'storage_full', message }
  if (name === 'SoundFailure') return { code: 'encoder_failed', message }
  return { code: 'worker_crashed', message }
}

/** Whether another encoder of the pictures may do better: the sound's, which fails with the same code, is not theirs. */
export function isPictureEncoderFailure(cause: unknown): boolean {
  return cause instanceof RenderError && cause.code === 'encoder_failed'
}
