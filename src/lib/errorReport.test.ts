import { expect, test } from 'vitest'
import { DataError } from './errors'
import { errorReport } from './errorReport'

test('a report says what happened, down to the cause', () => {
  const report = errorReport(new DataError('load the film', 'PGRST116', 406, new TypeError('row missing')))
  expect(report).toContain('DataError [PGRST116]: Could not load the film')
  expect(report).toContain('TypeError: row missing')
})
test('nothing in it says who the person is', () => {
  const report = errorReport(
    new Error(
      'ada@example.com could not read "Grandma 80th.jpg" of 0f8fad5b-d9cb-469f-a165-70867728950e ' +
        'at https://x.supabase.co/f.mp4?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc with eyJhbGciOiJIUzI1NiJ9.e30.sig',
    ),
  )
  for (const secret of ['ada@', 'Grandma', '0f8fad5b', 'token=', 'eyJ']) expect(report).not.toContain(secret)
})
test('whatever was thrown, there is a report', () => {
  expect(errorReport('a string')).toContain('a string')
  expect(errorReport(undefined)).toContain('page ')
})
