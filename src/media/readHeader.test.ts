import { describe, expect, it } from 'vitest'
import { heicHeader } from '../../tests/fixtures/heic'
import { avifHeader, fileType, jpegHeader, pngHeader, webpHeader } from '../../tests/fixtures/photoHeaders'
import { exifSegment, jpegSegment, latin, TAG } from '../../tests/fixtures/tiff'
import { readHeader } from './readHeader'

describe('the size of a photo', () => {
  it('is read from a JPEG frame of any kind', () => {
    for (const frame of [0xc0, 0xc1, 0xc2, 0xc9]) {
      expect(readHeader(jpegHeader(4032, 3024, [], frame))).toEqual({
        mimeType: 'image/jpeg',
        width: 4032,
        height: 3024,
        pixels: 4032 * 3024,
      })
    }
  })

  it('is not taken from the tables that share the frame markers’ range', () => {
    const decoys = [0xc4, 0xc8, 0xcc].map((marker) => jpegSegment(marker, new Uint8Array(15).fill(7)))
    expect(readHeader(jpegHeader(20, 10, decoys))).toMatchObject({ width: 20, height: 10 })
  })

  it('is not taken from a smaller picture inside the metadata', () => {
    const embedded = jpegSegment(0xe1, jpegHeader(160, 120))
    expect(readHeader(jpegHeader(20, 10, [embedded]))).toMatchObject({ width: 20, height: 10 })
  })

  it('is that of the stored picture, whatever EXIF says about its orientation', () => {
    const sideways = exifSegment({ root: { [TAG.orientation]: [6] } })
    expect(readHeader(jpegHeader(20, 10, [sideways]))).toMatchObject({ width: 20, height: 10 })
  })

  it('is read across padding and fill bytes between JPEG segments', () => {
    expect(readHeader(jpegHeader(20, 10, [new Uint8Array([0xff, 0xff, 0, 3])]))).toMatchObject({
      width: 20,
      height: 10,
    })
  })

  it('is read from a PNG', () => {
    expect(readHeader(pngHeader(1200, 800))).toMatchObject({
      mimeType: 'image/png',
      width: 1200,
      height: 800,
    })
  })

  it('is read from lossy, lossless and extended WebP', () => {
    for (const kind of ['VP8 ', 'VP8L', 'VP8X'] as const) {
      expect(readHeader(webpHeader(kind, 1234, 777))).toEqual({
        mimeType: 'image/webp',
        width: 1234,
        height: 777,
        pixels: 1234 * 777,
      })
    }
  })

  it('is that of an AVIF’s primary picture, not of its thumbnail', () => {
    expect(readHeader(avifHeader(1600, 900))).toMatchObject({
      mimeType: 'image/avif',
      width: 1600,
      height: 900,
    })
  })

  it('is turned with an AVIF that is stored on its side', () => {
    expect(readHeader(avifHeader(1600, 900, 1))).toMatchObject({ width: 900, height: 1600 })
    expect(readHeader(avifHeader(1600, 900, 2))).toMatchObject({ width: 1600, height: 900 })
    expect(readHeader(avifHeader(1600, 900, 3))).toMatchObject({ width: 900, height: 1600 })
  })
})

describe('the size of a HEIC', () => {
  it('is that of the picture after its own turn', () => {
    const size = { width: 4032, height: 3024 }
    expect(readHeader(heicHeader({ size }))).toMatchObject({ mimeType: 'image/heic', ...size })
    expect(readHeader(heicHeader({ size, quarterTurns: 1 }))).toMatchObject({ width: 3024, height: 4032 })
    expect(readHeader(heicHeader({ size, quarterTurns: 2 }))).toMatchObject(size)
  })

  it('is that of the part its crop leaves', () => {
    const crop = [4000, 3000] as const
    const size = { width: 4032, height: 3024 }
    expect(readHeader(heicHeader({ size, crop, quarterTurns: 3 }))).toMatchObject({
      width: 3000,
      height: 4000,
    })
    expect(readHeader(heicHeader({ size, crop: [5000, 3000] }))).toMatchObject(size)
  })
})

describe('a file that is refused by its header', () => {
  it('is empty', () => {
    expect(() => readHeader(new Uint8Array())).toThrow(expect.objectContaining({ code: 'empty_file' }))
  })

  it.each([
    ['a GIF', latin('GIF89a\x01\0\x01\0')],
    ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', latin('<!doctype html><script>alert(1)</script>')],
    ['text', latin('hello')],
    ['a ZIP', latin('PK\x03\x04../../a.jpg')],
    ['a film', fileType('isom', 'iso2', 'avc1', 'mp41')],
    ['a single byte', new Uint8Array([0xff])],
  ])('is %s', (_, bytes) => {
    expect(() => readHeader(bytes)).toThrow(expect.objectContaining({ code: 'not_a_photo' }))
  })

  it.each([['heic'], ['heix'], ['hevc'], ['mif1']])('is a HEIC of brand %s without a picture', (brand) => {
    expect(() => readHeader(fileType(brand, 'mif1', 'heic'))).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    )
  })

  it('is a HEIC that claims more pixels than this product unpacks', () => {
    expect(() => readHeader(heicHeader({ size: { width: 25_000, height: 20_000 } }))).toThrow(
      expect.objectContaining({ code: 'too_many_pixels' }),
    )
  })

  it('has more pixels than this product unpacks', () => {
    expect(() => readHeader(pngHeader(25_000, 20_000))).toThrow(
      expect.objectContaining({ code: 'too_many_pixels' }),
    )
  })

  it.each([
    ['a HEIC of 200 megapixels', heicHeader({ size: { width: 20_000, height: 10_000 } })],
    [
      'a HEIC of which a crop leaves little',
      heicHeader({ size: { width: 20_000, height: 10_000 }, crop: [64, 32] }),
    ],
    ['a progressive JPEG that must be held whole', jpegHeader(14_000, 14_000, [], 0xc2)],
    ['a PNG that must be held whole', pngHeader(14_000, 14_000)],
    ['a WebP that must be held whole', webpHeader('VP8L', 14_000, 14_000)],
  ])('is %s', (_, bytes) => {
    expect(() => readHeader(bytes)).toThrow(expect.objectContaining({ code: 'too_many_pixels' }))
  })

  it('is not an ordinary JPEG of 196 megapixels, nor a phone’s largest HEIC', () => {
    expect(readHeader(jpegHeader(14_000, 14_000))).toMatchObject({ pixels: 196_000_000 })
    expect(readHeader(heicHeader({ size: { width: 16_382, height: 3_628 } }))).toMatchObject({
      width: 16_382,
    })
  })

  it('is a strip longer than any photo', () => {
    expect(() => readHeader(jpegHeader(65_535, 10))).toThrow(
      expect.objectContaining({ code: 'too_many_pixels' }),
    )
  })

  it('names no size', () => {
    expect(() => readHeader(jpegHeader(0, 10))).toThrow(expect.objectContaining({ code: 'unreadable' }))
    expect(() => readHeader(jpegHeader(20, 10).slice(0, 8))).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    )
  })

  it.each([
    ['PNG', pngHeader(20, 10)],
    ['WebP', webpHeader('VP8X', 20, 10)],
    ['AVIF', avifHeader(20, 10)],
  ])('is a %s cut off anywhere in its header', (_, whole) => {
    for (let length = 16; length < Math.min(whole.length, 24); length++) {
      expect(() => readHeader(whole.slice(0, length))).toThrow(
        expect.objectContaining({ name: 'DraftError' }),
      )
    }
  })
})
