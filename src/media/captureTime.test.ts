import { expect, it } from 'vitest'
import { offsetFromSatellites, parseCaptureTime, parseUtcOffset } from './captureTime'

it('reads EXIF and XMP times as the same wall clock', () => {
  const wallClock = '2023-02-02T02:00:05'
  expect(parseCaptureTime('2023:02:02 02:00:05')).toEqual({ wallClock, utcOffsetMinutes: null })
  expect(parseCaptureTime('2023-02-02T02:00:05.123+05:30')).toEqual({ wallClock, utcOffsetMinutes: 330 })
  expect(parseCaptureTime('2023-02-02T02:00:05Z')).toEqual({ wallClock, utcOffsetMinutes: 0 })
})

it('knows leap days', () => {
  expect(parseCaptureTime('2024:02:29 12:00:00')?.wallClock).toBe('2024-02-29T12:00:00')
  expect(parseCaptureTime('2023:02:29 12:00:00')).toBeNull()
})

it.each([
  ['0000:00:00 00:00:00'],
  ['    :  :     :  :  '],
  ['2023:13:01 10:00:00'],
  ['2023:01:01 24:10:00'],
  ['yesterday'],
  [''],
])('does not believe %j', (text) => {
  expect(parseCaptureTime(text)).toBeNull()
})

it('reads offsets and refuses those where nobody lives', () => {
  expect(parseUtcOffset('+03:00')).toBe(180)
  expect(parseUtcOffset('-0330')).toBe(-210)
  expect(parseUtcOffset('Z')).toBe(0)
  expect(parseUtcOffset('-00:00')).toBe(0)
  expect(parseUtcOffset('+14:30')).toBeNull()
  expect(parseUtcOffset('+02:75')).toBeNull()
  expect(parseUtcOffset('   :  ')).toBeNull()
})

it('finds the offset between the camera’s clock and the satellites’', () => {
  expect(offsetFromSatellites('2015-04-10T20:12:23', '2015-04-10T18:12:22')).toBe(120)
  expect(offsetFromSatellites('2020-01-01T02:45:30', '2019-12-31T21:00:00')).toBe(345)
  expect(offsetFromSatellites('2020-01-01T10:00:20', '2020-01-01T10:00:00')).toBe(0)
})

it('claims no offset when the camera’s clock is wrong or the fix is old', () => {
  expect(offsetFromSatellites('2008-10-22T16:28:39', '2008-10-23T14:27:07')).toBeNull()
  expect(offsetFromSatellites('2020-01-01T10:07:00', '2020-01-01T08:00:00')).toBeNull()
})
