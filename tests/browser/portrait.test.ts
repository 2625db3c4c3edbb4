import ExifReader from 'exifreader'
import { expect, it } from 'vitest'
import { cropPortrait, openPortrait } from '@/media/portrait'
import { cornerCanvas, encodePicture, oriented, readCorners, withSegments } from '../fixtures/pictures'
import { exifSegment, TAG } from '../fixtures/tiff'

const { signal } = new AbortController()
const pictureOf = (width: number, height: number) => encodePicture(cornerCanvas(width, height), 'image/jpeg')

it('a face is a square of at most 512 pixels, upright, with nothing in it but the picture', async () => {
  const exif = exifSegment({
    root: { [TAG.make]: 'Canon' },
    gps: {
      [TAG.latitudeRef]: 'S',
      [TAG.latitude]: {
        fractions: [
          [33, 1],
          [51, 1],
          [24, 1],
        ],
      },
    },
  })
  const file = new File([withSegments(await pictureOf(1600, 1200), [exif])], 'me.jpg')
  const portrait = await openPortrait(file, signal)
  expect(portrait).toMatchObject({ width: 1600, height: 1200 })
  const face = await cropPortrait(portrait, await portrait.firstFraming)
  const bitmap = await createImageBitmap(face)
  expect([face.type, bitmap.width, bitmap.height]).toEqual(['image/jpeg', 512, 512])
  const bytes = await face.arrayBuffer()
  expect(bytes.byteLength).toBeLessThan(200_000)
  const everyByte = new TextDecoder('latin1').decode(bytes)
  for (const trace of ['Exif', 'GPS', 'Canon', 'ICC_PROFILE']) expect(everyByte).not.toContain(trace)
  const tags = ExifReader.load(bytes, { expanded: true })
  expect(tags.exif ?? tags.gps ?? tags.xmp ?? tags.icc).toBeUndefined()
})

it('is cut where the framing says, to the very edge, and of a photo that lies on its side', async () => {
  const portrait = await openPortrait(new File([await pictureOf(900, 600)], 'a.jpg'), signal)
  const left = await cropPortrait(portrait, { x: 0, y: 0, zoom: 2 })
  const right = await cropPortrait(portrait, { x: 1, y: 1, zoom: 2 })
  expect([await readCorners(left), await readCorners(right)]).toEqual(['RRRR', 'YYYY'])
  const turned = new File([oriented(await pictureOf(900, 600), 'image/jpeg', 6)], 'b.jpg')
  expect(await openPortrait(turned, signal)).toMatchObject({ width: 600, height: 900 })
})

it.each([1, 1.37, 2.9, 4])(
  'nothing of the black beyond a picture is in it at its last pixel, zoom %f',
  async (zoom) => {
    const portrait = await openPortrait(new File([await pictureOf(901, 607)], 'a.jpg'), signal)
    const bitmap = await createImageBitmap(await cropPortrait(portrait, { x: 1, y: 1, zoom }))
    const paint = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    paint?.drawImage(bitmap, 0, 0)
    const last = paint?.getImageData(bitmap.width - 1, bitmap.height - 1, 1, 1).data
    // Yellow.
    expect(last?.[0]).toBeGreaterThan(180)
    expect(last?.[1]).toBeGreaterThan(160)
  },
)

it('a small picture is not blown up', async () => {
  const portrait = await openPortrait(new File([await pictureOf(200, 120)], 'a.png'), signal)
  const bitmap = await createImageBitmap(await cropPortrait(portrait, { x: 0.5, y: 0.5, zoom: 1 }))
  expect([bitmap.width, bitmap.height]).toEqual([120, 120])
})

it('what is no photo is refused by name', async () => {
  await expect(openPortrait(new File(['torn'], 'talk.txt'), signal)).rejects.toMatchObject({
    name: 'DraftError',
    code: 'not_a_photo',
  })
})
