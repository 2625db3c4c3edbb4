import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DataError, DRAFT_ERROR_CODES, DraftError, RENDER_ERROR_CODES, RenderError } from './errors'
import { errorCodeText, errorText } from './errorText'

const data = (code: string, status: number) => errorText(new DataError('do it', code, status))
const UNKNOWN = errorText(new Error('boom'))

test('a known code has its own sentence', () => {
  expect(data('invalid_credentials', 400)).toMatch(/Wrong email or password/)
  expect(data('storage_quota', 413)).toMatch(/storage is full/)
})
test('every code of the engine and of the draft has a sentence', () => {
  for (const code of RENDER_ERROR_CODES) expect(errorText(new RenderError(code, code))).not.toBe(UNKNOWN)
  for (const code of DRAFT_ERROR_CODES) expect(errorText(new DraftError(code, code))).not.toBe(UNKNOWN)
})
test('every refusal of the database has a sentence', () => {
  const folder = 'supabase/migrations'
  const sql = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  const codes = sql.join().matchAll(/message = '(\w+)'/g)
  const mute = [...codes].flatMap(([, code = '']) => (errorCodeText(code) === UNKNOWN ? [code] : []))
  expect(mute).toEqual([])
})

describe('a code nobody knows', () => {
  test.each([
    [0, /No connection/],
    [401, /signed out/],
    [403, /not allowed/],
    [404, /deleted/],
    [429, /Too many attempts/],
    [503, /server had a problem/],
  ])('is told by its status %i', (status, sentence) => expect(data('whatever', status)).toMatch(sentence))
  test('and without one is at least admitted', () => {
    expect(data('whatever', 418)).toBe(UNKNOWN)
    expect(errorCodeText('constructor')).toBe(UNKNOWN)
    expect(errorCodeText(null)).toBe(UNKNOWN)
  })
})
