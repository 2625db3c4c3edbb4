import { expect, it } from 'vitest'
import { jpegHeader } from '../../tests/fixtures/photoHeaders'
import { exifSegment, join, jpegSegment, latin, TAG, xmpSegment } from '../../tests/fixtures/tiff'
import { bareJpeg } from './encodeJpeg'

const jfif = jpegSegment(0xe0, latin('JFIF\0\x01\x01'))
const bare = jpegHeader(20, 10, [jfif])

it('takes every kind of metadata out of a JPEG', () => {
  const loaded = jpegHeader(20, 10, [
    jfif,
    exifSegment({ root: { [TAG.make]: 'Canon' } }),
    xmpSegment('xmp:CreateDate="2020-01-01T00:00:00"'),
    jpegSegment(0xe2, latin('ICC_PROFILE\0')),
    jpegSegment(0xed, latin('Photoshop 3.0\0')),
    jpegSegment(0xfe, latin('a comment')),
  ])
  expect(join(bareJpeg(loaded, null))).toEqual(bare)
})

it('leaves a JPEG without metadata as it is', () => {
  expect(join(bareJpeg(bare, null))).toEqual(bare)
})

it('puts the wanted EXIF first', () => {
  const exif = exifSegment({ root: { [TAG.make]: 'Ours' } })
  const loaded = jpegHeader(20, 10, [jfif, exifSegment({ root: { [TAG.make]: 'Theirs' } })])
  expect(join(bareJpeg(loaded, exif))).toEqual(jpegHeader(20, 10, [exif, jfif]))
})
