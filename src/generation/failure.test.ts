import { expect, test } from 'vitest'
import { DataError, RenderError } from '@/lib/errors'
import { failureOf } from './failure'

test.each([
  [new RenderError('encoder_failed', 'x'), 'encoder_failed', true],
  [new RenderError('worker_crashed', 'x'), 'worker_crashed', true],
  [new RenderError('unsupported_codec', 'x'), 'unsupported_codec', false],
  [new RenderError('storage_full', 'x'), 'storage_full', false],
  [new RenderError('photo_unreadable', 'x'), 'photo_unreadable', false],
  [new DataError('upload', 'network', 0), 'network', true],
  [new DataError('upload', 'http_502', 502), 'server', true],
  [new DataError('upload', 'PGRST303', 401), 'session_expired', true],
  [new DataError('reserve', 'storage_quota', 402), 'storage_quota', false],
  [new TypeError('a bug'), 'unknown', false],
])('%s is reported as %s, retryable: %s', (error, code, retryable) => {
  expect(failureOf(error)).toMatchObject({
    code,
    retryable,
    message: expect.stringContaining(error.message) as string,
  })
})
