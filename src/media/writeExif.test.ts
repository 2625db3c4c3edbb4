import { expect, it } from 'vitest'
import { jpegHeader } from '../../tests/fixtures/photoHeaders'
import { readExif } from './readExif'
import { type ExifToWrite, writeExif } from './writeExif'

const written = (facts: ExifToWrite) => readExif(jpegHeader(20, 10, [writeExif(facts) ?? new Uint8Array()]))

it('is read back as it was written', () => {
  const facts = {
    takenAt: '2025-06-14T05:06:12',
    utcOffsetMinutes: 120,
    place: { latitude: 46.2921, longitude: 13.8834 },
  }
  const back = written(facts)
  expect(back).toMatchObject({ takenAt: facts.takenAt, utcOffsetMinutes: 120, orientation: 1, camera: null })
  expect(back.place?.latitude).toBeCloseTo(46.2921, 7)
  expect(back.place?.longitude).toBeCloseTo(13.8834, 7)
})

it('keeps south, west and offsets of half hours', () => {
  const back = written({
    takenAt: '2025-06-14T05:06:12',
    utcOffsetMinutes: -210,
    place: { latitude: -33.8568, longitude: -151.2153 },
  })
  expect(back.utcOffsetMinutes).toBe(-210)
  expect(back.place?.latitude).toBeCloseTo(-33.8568, 7)
  expect(back.place?.longitude).toBeCloseTo(-151.2153, 7)
})

it('carries seconds of an angle over to minutes and degrees', () => {
  expect(
    written({
      takenAt: null,
      utcOffsetMinutes: null,
      place: { latitude: 45.999999999, longitude: 179.999999999 },
    }).place,
  ).toEqual({
    latitude: 46,
    longitude: 180,
  })
})

it('writes a place without a time and a time without a place', () => {
  const place = { latitude: 10, longitude: 20 }
  expect(written({ takenAt: null, utcOffsetMinutes: 60, place })).toMatchObject({
    takenAt: null,
    utcOffsetMinutes: null,
    place,
  })
  expect(written({ takenAt: '2025-06-14T05:06:12', utcOffsetMinutes: null, place: null })).toMatchObject({
    takenAt: '2025-06-14T05:06:12',
    utcOffsetMinutes: null,
    place: null,
  })
})

it('writes nothing when there is nothing to write', () => {
  expect(writeExif({ takenAt: null, utcOffsetMinutes: 60, place: null })).toBeNull()
})
