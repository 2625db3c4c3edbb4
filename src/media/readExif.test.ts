import { expect, it } from 'vitest'
import { jpegHeader } from '../../tests/fixtures/photoHeaders'
import { exifSegment, jpegSegment, latin, TAG, type TiffTags, xmpSegment } from '../../tests/fixtures/tiff'
import { readExif } from './readExif'

const NOTHING = { orientation: 1, takenAt: null, utcOffsetMinutes: null, place: null, camera: null }
const withExif = (tags: TiffTags) => readExif(jpegHeader(20, 10, [exifSegment(tags)]))
const original = { [TAG.dateTimeOriginal]: '2023:02:02 02:00:00' }
const digitised = { [TAG.dateTimeDigitized]: '2023:04:04 04:00:00' }
const satellites = {
  [TAG.satelliteDate]: '2023:02:02',
  [TAG.satelliteTime]: {
    fractions: [
      [1, 1],
      [0, 1],
      [350, 100],
    ] as [number, number][],
  },
}
const at = (north: string, latitude: [number, number][], east: string, longitude: [number, number][]) => ({
  [TAG.latitudeRef]: north,
  [TAG.latitude]: { fractions: latitude },
  [TAG.longitudeRef]: east,
  [TAG.longitude]: { fractions: longitude },
})

it('says nothing about a photo without metadata', () => {
  expect(readExif(jpegHeader(20, 10))).toEqual(NOTHING)
})

it('says nothing about metadata that is torn', () => {
  const segment = exifSegment({ exif: original, root: { [TAG.make]: 'Canon' } })
  for (let length = 10; length < segment.length; length += 3) {
    expect(() => readExif(jpegHeader(20, 10, [jpegSegment(0xe1, segment.slice(4, length))]))).not.toThrow()
  }
  expect(readExif(latin('not a photo at all'))).toEqual(NOTHING)
})

it('reads the eight orientations and takes anything else for upright', () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    expect(withExif({ root: { [TAG.orientation]: [orientation] } }).orientation).toBe(orientation)
  }
  for (const wrong of [[0], [9], [65_535], [6, 6]]) {
    expect(withExif({ root: { [TAG.orientation]: wrong } }).orientation).toBe(1)
  }
})

it('believes the shutter before the scanner before the satellites', () => {
  expect(withExif({ exif: { ...original, ...digitised }, gps: satellites }).takenAt).toBe(
    '2023-02-02T02:00:00',
  )
  expect(withExif({ exif: digitised, gps: satellites }).takenAt).toBe('2023-04-04T04:00:00')
  expect(withExif({ gps: satellites })).toMatchObject({ takenAt: '2023-02-02T01:00:03', utcOffsetMinutes: 0 })
})

it('does not take the time of editing for the time of taking', () => {
  expect(withExif({ root: { [TAG.modifyDate]: '2023:09:27 14:32:53' } }).takenAt).toBeNull()
})

it('passes over a clock that was never set', () => {
  const unset = { [TAG.dateTimeOriginal]: '0000:00:00 00:00:00' }
  expect(withExif({ exif: { ...unset, ...digitised } }).takenAt).toBe('2023-04-04T04:00:00')
})

it('reads the zone, the shutter’s own first', () => {
  const both = { ...original, [TAG.offsetTimeOriginal]: '+05:45', [TAG.offsetTime]: '+01:00' }
  expect(withExif({ exif: both }).utcOffsetMinutes).toBe(345)
  expect(withExif({ exif: { ...original, [TAG.offsetTime]: '-03:30' } }).utcOffsetMinutes).toBe(-210)
})

it('works out the zone from the satellites where the camera wrote none', () => {
  expect(withExif({ exif: original, gps: satellites }).utcOffsetMinutes).toBe(60)
})

it('reads time and zone from XMP', () => {
  const photo = jpegHeader(20, 10, [
    xmpSegment('xmp:CreateDate="2010-04-13T09:37:22+02:00" xmp:ModifyDate="2012-08-27T15:36:36Z"'),
  ])
  expect(readExif(photo)).toMatchObject({ takenAt: '2010-04-13T09:37:22', utcOffsetMinutes: 120 })
})

it('takes the zone from XMP when it tells the same moment as EXIF', () => {
  const photo = (xmp: string) => jpegHeader(20, 10, [exifSegment({ exif: original }), xmpSegment(xmp)])
  expect(readExif(photo('photoshop:DateCreated="2023-02-02T02:00:00+09:00"')).utcOffsetMinutes).toBe(540)
  expect(readExif(photo('photoshop:DateCreated="2023-02-03T02:00:00+09:00"')).utcOffsetMinutes).toBeNull()
})

it('reads places in all four quarters of the world', () => {
  const vienna = at(
    'N',
    [
      [48, 1],
      [12, 1],
      [30, 1],
    ],
    'E',
    [
      [16, 1],
      [22, 1],
      [12, 1],
    ],
  )
  expect(withExif({ gps: vienna }).place?.latitude).toBeCloseTo(48.2083, 4)
  const ushuaia = at(
    'S',
    [
      [54, 1],
      [48, 1],
      [0, 1],
    ],
    'W',
    [
      [68, 1],
      [18, 1],
      [0, 1],
    ],
  )
  expect(withExif({ gps: ushuaia }).place).toEqual({ latitude: -54.8, longitude: -68.3 })
})

it('knows no place where the file names none that exists', () => {
  expect(
    withExif({
      gps: at(
        'N',
        [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
        'E',
        [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
      ),
    }).place,
  ).toBeNull()
  expect(
    withExif({
      gps: at(
        'N',
        [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
        'E',
        [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ),
    }).place,
  ).toBeNull()
  expect(
    withExif({
      gps: at(
        'N',
        [
          [95, 1],
          [0, 1],
          [0, 1],
        ],
        'E',
        [
          [16, 1],
          [0, 1],
          [0, 1],
        ],
      ),
    }).place,
  ).toBeNull()
  expect(
    withExif({
      gps: {
        [TAG.latitudeRef]: 'N',
        [TAG.latitude]: {
          fractions: [
            [48, 1],
            [0, 1],
            [0, 1],
          ],
        },
      },
    }).place,
  ).toBeNull()
})

it('names the camera, and never more of it than fits', () => {
  expect(withExif({ root: { [TAG.make]: 'FUJIFILM  ', [TAG.model]: 'FinePix\x07 S3Pro' } }).camera).toBe(
    'FUJIFILM FinePix S3Pro',
  )
  expect(
    withExif({ root: { [TAG.model]: '<img src=x onerror=alert(1)>'.repeat(2000) } }).camera,
  ).toHaveLength(120)
})
