import ExifReader from 'exifreader'
import { expect, it } from 'vitest'
import { ingestPhoto } from '@/media/ingestPhoto'
import { prepareUpload } from '@/media/prepareUpload'
import {
  AVIF,
  AVIF_WIDE,
  cornerCanvas,
  encodePicture,
  GREY_JPEG,
  oriented,
  readCorners,
  UPRIGHT_CORNERS,
  withSegments,
} from '../fixtures/pictures'
import { exifSegment, jpegSegment, latin, TAG, xmpSegment } from '../fixtures/tiff'

/** A photo that tells everything there is to tell. */
async function talkativePhoto(): Promise<File> {
  const picture = await encodePicture(cornerCanvas(600, 400), 'image/jpeg')
  const exif = exifSegment({
    root: { [TAG.make]: 'Canon', [TAG.model]: 'EOS', [TAG.orientation]: [6] },
    exif: { [TAG.dateTimeOriginal]: '2023:02:02 02:00:00', [TAG.offsetTimeOriginal]: '+01:00' },
    gps: {
      [TAG.latitudeRef]: 'S',
      [TAG.latitude]: {
        fractions: [
          [33, 1],
          [51, 1],
          [24, 1],
        ],
      },
      [TAG.longitudeRef]: 'E',
      [TAG.longitude]: {
        fractions: [
          [151, 1],
          [12, 1],
          [55, 1],
        ],
      },
    },
  })
  const chatter = [exif, xmpSegment('exif:GPSLatitude="33,51.4S"'), jpegSegment(0xfe, latin('taken at home'))]
  return new File([withSegments(picture, chatter)], 'talk.jpg')
}

async function prepared(file: File, keepLocation = false) {
  const { facts } = await ingestPhoto(file)
  return prepareUpload(file, facts, { keepLocation })
}

it('sends nothing but the picture', async () => {
  const { photo, thumbnail } = await prepared(await talkativePhoto())
  for (const sent of [photo, thumbnail]) {
    expect(sent.type).toBe('image/jpeg')
    const bytes = await sent.arrayBuffer()
    const everyByte = new TextDecoder('latin1').decode(bytes)
    for (const trace of ['Exif', 'http', 'xmp', 'GPS', 'Canon', '2023', 'home', 'ICC_PROFILE', 'Photoshop']) {
      expect(everyByte).not.toContain(trace)
    }
    const tags = ExifReader.load(bytes, { expanded: true })
    expect(tags.exif ?? tags.gps ?? tags.xmp ?? tags.iptc ?? tags.icc).toBeUndefined()
  }
})

it('sends place and time with the photo when asked to, and nothing else', async () => {
  const { photo, thumbnail } = await prepared(await talkativePhoto(), true)
  const { exif = {}, gps } = ExifReader.load(await photo.arrayBuffer(), { expanded: true })
  expect(gps?.Latitude).toBeCloseTo(-33.8567, 3)
  expect(gps?.Longitude).toBeCloseTo(151.2153, 3)
  expect(exif.DateTimeOriginal?.description).toBe('2023:02:02 02:00:00')
  expect(exif.OffsetTimeOriginal?.description).toBe('+01:00')
  expect(exif.Make).toBeUndefined()
  expect(exif.Orientation).toBeUndefined()
  expect(ExifReader.load(await thumbnail.arrayBuffer(), { expanded: true }).gps).toBeUndefined()
})

it('sends every photo upright', async () => {
  const stored = await encodePicture(cornerCanvas(600, 400), 'image/jpeg')
  for (let orientation = 1; orientation <= 8; orientation++) {
    const sent = await prepared(new File([oriented(stored, 'image/jpeg', orientation)], 'a.jpg'))
    expect([sent.width, sent.height]).toEqual(orientation < 5 ? [600, 400] : [400, 600])
    expect(await readCorners(sent.photo)).toBe(UPRIGHT_CORNERS[orientation])
    expect(await readCorners(sent.thumbnail)).toBe(UPRIGHT_CORNERS[orientation])
  }
})

it.each([
  ['image/jpeg', 5000, 2500, 4096, 2048],
  ['image/jpeg', 2000, 6000, 1365, 4096],
  ['image/webp', 5000, 2500, 4096, 2048],
  ['image/png', 300, 200, 300, 200],
])('sends a %s of %i × %i as %i × %i', async (type, width, height, sentWidth, sentHeight) => {
  const { facts, ...sent } = await (async () => {
    const file = new File([await encodePicture(cornerCanvas(width, height), type)], 'a')
    return { facts: (await ingestPhoto(file)).facts, ...(await prepared(file)) }
  })()
  expect(facts).toMatchObject({ width, height })
  const bitmap = await createImageBitmap(sent.photo)
  expect([sent.width, sent.height, bitmap.width, bitmap.height]).toEqual([
    sentWidth,
    sentHeight,
    sentWidth,
    sentHeight,
  ])
  expect(await readCorners(sent.photo)).toBe('RGBY')
  const small = await createImageBitmap(sent.thumbnail)
  expect(Math.max(small.width, small.height)).toBe(Math.min(480, Math.max(width, height)))
})

it('lays transparent pictures on white', async () => {
  const clear = new OffscreenCanvas(100, 100)
  clear.getContext('2d')?.clearRect(0, 0, 100, 100)
  const { photo } = await prepared(new File([await encodePicture(clear, 'image/png')], 'clear.png'))
  const paint = new OffscreenCanvas(100, 100).getContext('2d')
  paint?.drawImage(await createImageBitmap(photo), 0, 0)
  expect(Array.from(paint?.getImageData(50, 50, 1, 1).data ?? [])).toEqual([255, 255, 255, 255])
})

it('brings wide colours into sRGB', async () => {
  const wide = new OffscreenCanvas(64, 64)
  const paint = wide.getContext('2d', { colorSpace: 'display-p3' })
  if (!paint) throw new Error('no canvas')
  paint.fillStyle = 'color(display-p3 0.4 0.6 0.5)'
  paint.fillRect(0, 0, 64, 64)
  const expected = new OffscreenCanvas(1, 1).getContext('2d')
  expected?.drawImage(wide, 0, 0)
  const { photo } = await prepared(new File([await encodePicture(wide, 'image/jpeg')], 'wide.jpg'))
  const seen = new OffscreenCanvas(64, 64).getContext('2d')
  seen?.drawImage(await createImageBitmap(photo), 0, 0)
  const [got, want] = [seen, expected].map((context) => context?.getImageData(0, 0, 1, 1).data ?? [])
  for (let i = 0; i < 3; i++) expect(Math.abs((got?.[i] ?? 0) - (want?.[i] ?? 255))).toBeLessThanOrEqual(4)
})

it('brings the wide colours of an AVIF into sRGB', async () => {
  const expected = new OffscreenCanvas(1, 1).getContext('2d')
  if (!expected) throw new Error('no canvas')
  const plain = await prepared(new File([AVIF], 'plain.avif'))
  const wide = await prepared(new File([AVIF_WIDE], 'wide.avif'))
  for (const x of [0.25, 0.75]) {
    const numbers = await pixelOf(plain.photo, x, 0.25)
    const [red = 0, green = 0, blue = 0] = numbers.map((value) => value / 255)
    expected.fillStyle = `color(display-p3 ${red} ${green} ${blue})`
    expected.fillRect(0, 0, 1, 1)
    const inSRGB = [...expected.getImageData(0, 0, 1, 1).data]
    expect(largestDifference(inSRGB, numbers)).toBeGreaterThan(12)
    expect(largestDifference(await pixelOf(wide.photo, x, 0.25), inSRGB)).toBeLessThanOrEqual(6)
  }
})

it('leaves greys grey', async () => {
  const { photo } = await prepared(new File([GREY_JPEG], 'grey.jpg'))
  for (const [x, y, grey] of [
    [0.25, 0.25, 60],
    [0.75, 0.25, 120],
    [0.25, 0.75, 180],
    [0.75, 0.75, 240],
  ] as const) {
    expect(largestDifference(await pixelOf(photo, x, y), [grey, grey, grey, 255])).toBeLessThanOrEqual(2)
  }
})

it('names the photo that can no longer be read', async () => {
  const { facts } = await ingestPhoto(await talkativePhoto())
  await expect(prepareUpload(new Blob(['torn']), facts, { keepLocation: false })).rejects.toMatchObject({
    name: 'DraftError',
    message: expect.stringContaining('talk.jpg'),
  })
})

async function pixelOf(picture: Blob, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(picture)
  const paint = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  paint?.drawImage(bitmap, 0, 0)
  return [...(paint?.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data ?? [])]
}

const largestDifference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))))
