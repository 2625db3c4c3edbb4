import { describe, expect, test } from 'vitest'
import { authError, canHeal, postgrestError, storageError } from './dataError'
import { DataError, RenderError } from './errors'

describe('naming what failed', () => {
  test('a refusal of the database is known by its own word', () => {
    const error = postgrestError('queue the film', { code: 'PT402', message: 'monthly_quota' }, 402)
    expect(error).toMatchObject({ name: 'DataError', code: 'monthly_quota', status: 402 })
    expect(error.message).toBe('Could not queue the film (monthly_quota)')
  })
  test.each([
    ['a row-level security refusal', { code: '42501', message: 'new row violates' }, 403, '42501'],
    ['a gateway without a code', { code: '', message: 'Bad Gateway' }, 502, 'http_502'],
    ['no answer', { code: '', message: 'TypeError: fetch failed' }, 0, 'network'],
  ])('%s', (_name, cause, status, code) => {
    expect(postgrestError('load', cause, status)).toMatchObject({ code, status })
  })
  test.each([
    ['the status in the body counts, not HTTP 400', { status: 400, statusCode: '409' }, 'duplicate', 409],
    ['a word instead of a status', { status: 404, statusCode: 'NoSuchKey' }, 'not_found', 404],
    ['a server error', { status: 503, statusCode: undefined }, 'http_503', 503],
    ['no answer', new TypeError('Failed to fetch'), 'network', 0],
  ])('of storage: %s', (_name, cause, code, status) => {
    expect(storageError('upload', cause)).toMatchObject({ code, status })
  })
  test('of the account service', () => {
    expect(authError('sign in', { status: 400, code: 'invalid_credentials' })).toMatchObject({
      code: 'invalid_credentials',
      status: 400,
    })
    expect(authError('sign in', new TypeError('Failed to fetch'))).toMatchObject({
      code: 'network',
      status: 0,
    })
    expect(authError('sign in', { status: 500, code: undefined })).toMatchObject({ code: 'http_500' })
  })
})

describe('what can heal by itself', () => {
  test.each([
    ['network', 0],
    ['timeout', 0],
    ['40001', 500],
    ['40P01', 409],
    ['http_408', 408],
    ['http_425', 425],
    ['http_429', 429],
    ['over_request_rate_limit', 429],
    ['http_503', 503],
  ])('%s (%i) can', (code, status) => expect(canHeal(new DataError('try', code, status))).toBe(true))
  test.each([
    ['42501', 403],
    ['lease_lost', 409],
    ['too_many_active', 429],
    ['storage_quota', 402],
    ['bad_row', 200],
    ['http_401', 401],
  ])('%s (%i) cannot', (code, status) => expect(canHeal(new DataError('try', code, status))).toBe(false))
  test('nor can what is not a request', () => {
    expect(canHeal(new RenderError('encoder_failed', 'x'))).toBe(false)
    expect(canHeal(new Error('a bug'))).toBe(false)
  })
})
