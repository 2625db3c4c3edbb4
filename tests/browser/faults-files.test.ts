import ExifReader from 'exifreader'
import { expect, test } from 'vitest'
import { ingestPhoto } from '@/media/ingestPhoto'
import { prepareUpload } from '@/media/prepareUpload'
import { CONVERTED_FILES, REFUSED_FILES, type PaintJpeg } from '../fixtures/badFiles'
import { heic } from '../fixtures/heic'
import { cornerCanvas, encodePicture } from '../fixtures/pictures'

const LONGEST_MS = 1_000
const file = (bytes: BlobPart, name: string) => new File([bytes], name, { type: 'image/jpeg' })

const jpeg: PaintJpeg = (width) => encodePicture(cornerCanvas(width, 400), 'image/jpeg')

/** The workers are there, as they are for whoever has added a photo. */
const warm = jpeg(60).then((bytes) =>
  Promise.all([ingestPhoto(file(bytes, 'w.jpg')), ingestPhoto(file(heic(), 'w.heic'))]),
)

test.for(REFUSED_FILES)(
  'F25: $name is refused by name as $code within a second',
  async ({ name, shown, code, bytes }) => {
    const picked = file(await bytes(jpeg), name)
    await warm
    const start = performance.now()
    await expect(ingestPhoto(picked)).rejects.toMatchObject({
      name: 'DraftError',
      code,
      message: expect.stringMatching(new RegExp(`^${shown ?? name}: `)),
    })
    expect(performance.now() - start).toBeLessThan(LONGEST_MS)
  },
)

test.for(CONVERTED_FILES)(
  'F25: $name becomes a plain JPEG within a second, and nothing else of it goes on',
  async ({ name, shown, bytes }) => {
    const picked = file(await bytes(jpeg), name)
    await warm
    const start = performance.now()
    const { facts, thumbnail } = await ingestPhoto(picked)
    expect(performance.now() - start).toBeLessThan(LONGEST_MS)
    expect(facts.filename).toMatch(shown)
    expect(facts.filename.length).toBeLessThanOrEqual(255)
    const { photo, thumbnail: sentThumbnail } = await prepareUpload(picked, facts, { keepLocation: false })
    for (const sent of [thumbnail, photo, sentThumbnail]) {
      const content = await sent.arrayBuffer()
      expect([...new Uint8Array(content, 0, 3)]).toEqual([0xff, 0xd8, 0xff])
      expect(new TextDecoder('latin1').decode(content)).not.toMatch(/<(img|script)|Exif|stolen/)
      const tags = ExifReader.load(content, { expanded: true })
      expect(tags.exif ?? tags.gps ?? tags.xmp).toBeUndefined()
    }
  },
)

test('F25: ten thousand frames are one picture, and orientation 9 is none', async () => {
  const [ninth, moving] = ['ninth.jpg', 'moving.png'].map((name) =>
    CONVERTED_FILES.find((one) => one.name === name),
  )
  if (!ninth || !moving) throw new Error('the files are gone')
  expect((await ingestPhoto(file(await ninth.bytes(jpeg), 'ninth.jpg'))).facts).toMatchObject({
    orientation: 1,
    width: 620,
    height: 400,
  })
  expect((await ingestPhoto(file(await moving.bytes(jpeg), 'moving.png'))).facts).toMatchObject({
    width: 320,
    height: 240,
    mimeType: 'image/png',
  })
})

test('F25: no script out of a file or its name has run in all this', () => {
  expect('stolen' in globalThis).toBe(false)
})
