import { describe, expect, it } from 'vitest'
import { httpStatus } from '../../../supabase/embedded/core/databaseError'
import { decodeFrame, encodeFrame } from '../../../supabase/embedded/core/realtime/frame'
import { matchesFilter, parseFilter } from '../../../supabase/embedded/core/realtime/postgresFilter'
import { parseRange } from '../../../supabase/embedded/core/storage/byteRange'
import { isoTimestamp } from '../../../supabase/embedded/core/wireTypes'

describe('timestamps', () => {
  it.each([
    ['2026-01-31 12:00:00+00', '2026-01-31T12:00:00+00:00'],
    ['2026-01-31 12:00:00.123456-08:30', '2026-01-31T12:00:00.123456-08:30'],
    ['2026-01-31 12:00:00.5', '2026-01-31T12:00:00.5'],
    ['infinity', 'infinity'],
    ['0044-03-15 12:00:00+00 BC', '0044-03-15 12:00:00+00 BC'],
  ])('%s becomes %s', (text, iso) => expect(isoTimestamp(text)).toBe(iso))
})

describe('the status of a database error', () => {
  it.each([
    ['PT409', 409],
    ['PT499', 499],
    ['P0001', 400],
    ['23514', 400],
    ['23505', 409],
    ['42501', 403],
    ['40P01', 500],
    ['53300', 503],
    ['22P02', 400],
  ])('%s is %i', (code, status) => expect(httpStatus(code, 'authenticated')).toBe(status))

  it('of a lacking right is 401 for visitors', () => expect(httpStatus('42501', 'anon')).toBe(401))
})

describe('a Range header', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=90-200', { start: 90, end: 99 }],
    ['bytes=-200', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=0-1,5-6', null],
    ['pages=1-2', null],
    [null, null],
  ])('%s of 100 bytes', (header, range) => expect(parseRange(header, 100)).toEqual(range))
})

describe('a subscription filter', () => {
  const row = { id: 'a', n: 10, done: false, title: 'x,y', gone: null }
  it.each([
    ['id=eq.a', true],
    ['id=neq.a', false],
    ['n=gt.9', true],
    ['n=lte.9', false],
    ['done=eq.false', true],
    ['id=in.(b,a)', true],
    ['title=in.("x,y",z)', true],
    ['id=not.eq.a', false],
    ['gone=is.null', true],
    ['gone=eq.null', false],
    ['id=eq.a,n=eq.10', true],
    ['id=eq.a,n=eq.11', false],
    ['absent=eq.1', false],
  ])('%s', (text, matches) => expect(matchesFilter(parseFilter(text) ?? [], row)).toBe(matches))

  it('that is not understood is refused', () => {
    expect(parseFilter('title=fts.cat')).toBeNull()
    expect(parseFilter('nonsense')).toBeNull()
  })
})

describe('frames', () => {
  it('that are no frames are ignored', () => {
    expect(decodeFrame('{}')).toBeNull()
    expect(decodeFrame('not json')).toBeNull()
    expect(decodeFrame(Uint8Array.of(9, 9))).toBeNull()
  })

  it('are text, and bytes only for broadcasts of bytes', () => {
    const frame = {
      joinRef: null,
      ref: '1',
      topic: 't',
      event: 'broadcast',
      payload: { event: 'e', payload: { n: 1 } },
    }
    expect(encodeFrame(frame)).toBe('[null,"1","t","broadcast",{"event":"e","payload":{"n":1}}]')
    const bytes = encodeFrame({ ...frame, payload: { event: 'e', payload: Uint8Array.of(7, 8) } })
    expect(bytes).toEqual(Uint8Array.of(4, 1, 1, 0, 0, 116, 101, 7, 8))
  })
})
