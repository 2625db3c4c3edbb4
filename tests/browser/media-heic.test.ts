import { expect, it } from 'vitest'
import { ingestPhoto } from '@/media/ingestPhoto'
import { prepareUpload } from '@/media/prepareUpload'
import { heic, HEIC_FLAT, HEIC_GREY, heicHeader, type HeicOptions } from '../fixtures/heic'
import { cornerCanvas, encodePicture, readCorners } from '../fixtures/pictures'
import { TAG, tiffBlock } from '../fixtures/tiff'

const photo = (options: HeicOptions = {}, name = 'IMG_1.HEIC'): File => new File([heic(options)], name)

/** The colour in the middle of a picture's quarter. */
async function colourAt(picture: Blob, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(picture)
  const paint = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
    willReadFrequently: true,
  })
  if (!paint) throw new Error('no canvas')
  paint.drawImage(bitmap, 0, 0)
  return [...paint.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data.subarray(0, 3)]
}
/** How far the worst of three channels is off. */
const distance = (colour: number[], expected: readonly number[]): number =>
  Math.max(...colour.map((value, i) => Math.abs(value - (expected[i] ?? 0))))

it.each<[string, HeicOptions, number, number, string]>([
  ['upright', {}, 64, 32, 'RGBY'],
  ['turned to the left', { quarterTurns: 1 }, 32, 64, 'GYRB'],
  ['upside down', { quarterTurns: 2 }, 64, 32, 'YBGR'],
  ['turned to the right', { quarterTurns: 3 }, 32, 64, 'BRYG'],
  ['mirrored', { mirrored: true }, 64, 32, 'GRYB'],
  ['turned and mirrored', { quarterTurns: 1, mirrored: true }, 32, 64, 'YGBR'],
])('a HEIC that is stored %s comes out upright', async (_, options, width, height, corners) => {
  const { facts, thumbnail } = await ingestPhoto(photo(options))
  expect(facts).toMatchObject({ width, height, mimeType: 'image/heic', orientation: 1 })
  expect(await readCorners(thumbnail)).toBe(corners)
})

it('a HEIC tells when and where, and its EXIF orientation does not turn it a second time', async () => {
  const exif = tiffBlock({
    root: { [TAG.make]: 'Apple', [TAG.model]: 'iPhone 15', [TAG.orientation]: [6] },
    exif: { [TAG.dateTimeOriginal]: '2025:06:14 10:20:30', [TAG.offsetTimeOriginal]: '+02:00' },
  })
  const file = photo({ exif, quarterTurns: 3 })
  const { facts } = await ingestPhoto(file)
  expect(facts).toMatchObject({
    width: 32,
    height: 64,
    orientation: 1,
    takenAt: '2025-06-14T10:20:30',
    utcOffsetMinutes: 120,
    camera: 'Apple iPhone 15',
  })
  const sent = await prepareUpload(file, facts, { keepLocation: false })
  expect(await readCorners(sent.photo)).toBe('BRYG')
})

it('a HEIC leaves the device as a JPEG', async () => {
  const file = photo()
  const { facts } = await ingestPhoto(file)
  const sent = await prepareUpload(file, facts, { keepLocation: false })
  expect(sent).toMatchObject({ width: 64, height: 32, photo: { type: 'image/jpeg' } })
  const head = new Uint8Array(await sent.photo.slice(0, 3).arrayBuffer())
  expect([...head]).toEqual([0xff, 0xd8, 0xff])
  expect(await readCorners(sent.photo)).toBe('RGBY')
})

it('the wide colours of a HEIC become the same colours of sRGB', async () => {
  const paint = new OffscreenCanvas(1, 1).getContext('2d')
  if (!paint) throw new Error('no canvas')
  paint.fillStyle = `color(display-p3 ${102 / 255} ${153 / 255} ${128 / 255})`
  paint.fillRect(0, 0, 1, 1)
  const inSRGB = [...paint.getImageData(0, 0, 1, 1).data.subarray(0, 3)]
  expect(inSRGB[0]).toBeLessThan(90)

  const wide = await ingestPhoto(photo({ picture: HEIC_FLAT, primaries: 12 }))
  expect(distance(await colourAt(wide.thumbnail, 0.5, 0.5), inSRGB)).toBeLessThanOrEqual(3)
  const plain = await ingestPhoto(photo({ picture: HEIC_FLAT, primaries: 1 }))
  expect(distance(await colourAt(plain.thumbnail, 0.5, 0.5), [102, 153, 128])).toBeLessThanOrEqual(3)
})

it('a HEIC without colour is grey', async () => {
  const { thumbnail } = await ingestPhoto(photo({ picture: HEIC_GREY }))
  expect(distance(await colourAt(thumbnail, 0.25, 0.25), [60, 60, 60])).toBeLessThanOrEqual(3)
  expect(distance(await colourAt(thumbnail, 0.75, 0.25), [120, 120, 120])).toBeLessThanOrEqual(3)
  expect(distance(await colourAt(thumbnail, 0.25, 0.75), [180, 180, 180])).toBeLessThanOrEqual(3)
  expect(distance(await colourAt(thumbnail, 0.75, 0.75), [240, 240, 240])).toBeLessThanOrEqual(3)
})

it('a broken HEIC is refused by name, and those beside it are read', async () => {
  const jpeg = await encodePicture(cornerCanvas(60, 40), 'image/jpeg')
  const [broken, whole, other] = await Promise.allSettled([
    ingestPhoto(new File([heicHeader({})], 'broken.heic')),
    ingestPhoto(photo()),
    ingestPhoto(new File([jpeg], 'other.jpg')),
  ])
  expect(broken).toMatchObject({
    status: 'rejected',
    reason: { name: 'DraftError', code: 'unreadable', message: expect.stringContaining('broken.heic') },
  })
  expect([whole?.status, other?.status]).toEqual(['fulfilled', 'fulfilled'])
})
