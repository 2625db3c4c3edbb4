import { describe, expect, it } from 'vitest'
import { PHOTO_MAX_BYTES } from '@/domain/photo'
import { ingestPhoto } from '@/media/ingestPhoto'
import { jpegHeader, pngHeader } from '../fixtures/photoHeaders'
import {
  AVIF,
  AVIF_TURNED,
  cornerCanvas,
  encodePicture,
  oriented,
  readCorners,
  UPRIGHT_CORNERS,
  withSegments,
} from '../fixtures/pictures'
import { exifSegment, join, jpegSegment, latin, TAG } from '../fixtures/tiff'

const file = (bytes: BlobPart, name: string): File => new File([bytes], name)
const jpeg = (width = 600, height = 400): Promise<Uint8Array<ArrayBuffer>> =>
  encodePicture(cornerCanvas(width, height), 'image/jpeg')

describe('a photo that is added', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp'])(
    'is set upright from all eight orientations of %s',
    async (type) => {
      const stored = await encodePicture(cornerCanvas(600, 400), type)
      for (let orientation = 1; orientation <= 8; orientation++) {
        const { facts, thumbnail } = await ingestPhoto(
          file(oriented(stored, type, orientation), `${orientation}.jpg`),
        )
        const upright = orientation < 5 ? { width: 600, height: 400 } : { width: 400, height: 600 }
        expect(facts).toMatchObject({ ...upright, orientation, mimeType: type })
        expect(await readCorners(thumbnail), `orientation ${orientation}`).toBe(UPRIGHT_CORNERS[orientation])
        const small = await createImageBitmap(thumbnail)
        expect([small.width, small.height]).toEqual(orientation < 5 ? [480, 320] : [320, 480])
      }
    },
  )

  it('may be an AVIF, stored upright or on its side', async () => {
    const upright = await ingestPhoto(file(AVIF, 'a.avif'))
    expect(upright.facts).toMatchObject({ width: 64, height: 32, mimeType: 'image/avif', orientation: 1 })
    expect(await readCorners(upright.thumbnail)).toBe('RGBY')
    const turned = await ingestPhoto(file(AVIF_TURNED, 'b.avif'))
    expect(turned.facts).toMatchObject({ width: 32, height: 64 })
    expect(await readCorners(turned.thumbnail)).toBe('GYRB')
  })

  it('keeps its own size and is never enlarged', async () => {
    const { facts, thumbnail } = await ingestPhoto(file(await jpeg(60, 40), 'small.jpg'))
    expect(facts).toMatchObject({ width: 60, height: 40 })
    const small = await createImageBitmap(thumbnail)
    expect([small.width, small.height]).toEqual([60, 40])
  })

  it('is known by the hash of its bytes', async () => {
    const bytes = await jpeg()
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const { facts } = await ingestPhoto(file(bytes, 'a.jpg'))
    expect(facts.contentHash).toBe(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
    expect(facts.bytes).toBe(bytes.length)
  })

  it('tells when, where and with what it was taken', async () => {
    const exif = exifSegment({
      root: { [TAG.make]: 'Canon', [TAG.model]: 'Canon EOS R5' },
      exif: { [TAG.dateTimeOriginal]: '2023:02:02 02:00:00', [TAG.offsetTimeOriginal]: '+01:00' },
      gps: {
        [TAG.latitudeRef]: 'N',
        [TAG.latitude]: {
          fractions: [
            [48, 1],
            [30, 1],
            [0, 1],
          ],
        },
        [TAG.longitudeRef]: 'W',
        [TAG.longitude]: {
          fractions: [
            [16, 1],
            [15, 1],
            [0, 1],
          ],
        },
      },
    })
    const { facts } = await ingestPhoto(file(withSegments(await jpeg(), [exif]), 'a.jpg'))
    expect(facts).toMatchObject({
      takenAt: '2023-02-02T02:00:00',
      utcOffsetMinutes: 60,
      place: { latitude: 48.5, longitude: -16.25 },
      camera: 'Canon EOS R5',
    })
  })

  it('is taken for what it is, not for what it is called', async () => {
    const png = await encodePicture(cornerCanvas(60, 40), 'image/png')
    const { facts } = await ingestPhoto(new File([png], '../../evil\u202Egpj.jpg', { type: 'image/jpeg' }))
    expect(facts).toMatchObject({ mimeType: 'image/png', filename: 'evilgpj.jpg' })
  })
})

describe('a file that is refused', () => {
  const refusal = (code: string, name: string) =>
    expect.objectContaining({ name: 'DraftError', code, message: expect.stringContaining(name) })

  it.each([
    ['empty_file', 'nothing.jpg', new Uint8Array()],
    ['not_a_photo', 'text.jpg', latin('hello')],
    ['not_a_photo', 'drawing.svg', latin('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['not_a_photo', 'page.jpg', latin('<!doctype html><script>alert(1)</script>')],
    ['not_a_photo', 'dance.gif', latin('GIF89a')],
    ['too_many_pixels', 'bomb.png', pngHeader(25_000, 20_000)],
    ['too_many_pixels', 'strip.jpg', jpegHeader(65_535, 20)],
    ['unreadable', 'header-only.jpg', jpegHeader(600, 400)],
  ])('is refused as %s by its name, %s, within a second', async (code, name, bytes) => {
    const start = performance.now()
    await expect(ingestPhoto(file(bytes, name))).rejects.toEqual(refusal(code, name))
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('is larger than the limit', async () => {
    const huge = new File([await jpeg(), new Uint8Array(PHOTO_MAX_BYTES)], 'huge.jpg')
    await expect(ingestPhoto(huge)).rejects.toEqual(refusal('too_large', 'huge.jpg'))
  })

  it('is a film, which is the better answer than that it is too large', async () => {
    const film = new File(
      [latin('\0\0\0\x18ftypisom\0\0\0\0avc1mp41'), new Uint8Array(PHOTO_MAX_BYTES)],
      'film.jpg',
    )
    await expect(ingestPhoto(film)).rejects.toEqual(refusal('not_a_photo', 'film.jpg'))
  })

  it('ends too early', async () => {
    const whole = await jpeg()
    const torn = file(whole.slice(0, whole.length / 2), 'torn.jpg')
    await expect(ingestPhoto(torn)).rejects.toEqual(refusal('unreadable', 'torn.jpg'))
  })

  it('was changed on disk after it was picked', async () => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('changed.jpg', { create: true })
    const write = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
      const stream = await handle.createWritable()
      await stream.write(bytes)
      await stream.close()
    }
    await write(await jpeg())
    const picked = await handle.getFile()
    await write(await jpeg(60, 40))
    await expect(ingestPhoto(picked)).rejects.toEqual(refusal('file_gone', 'changed.jpg'))
    await folder.removeEntry('changed.jpg')
  })

  it('does not stop the others', async () => {
    const good = await jpeg()
    const answers = await Promise.allSettled([
      ingestPhoto(file(good, '1.jpg')),
      ingestPhoto(file(latin('hello'), '2.jpg')),
      ingestPhoto(file(good.slice(0, 900), '3.jpg')),
      ingestPhoto(file(good, '4.jpg')),
    ])
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  })
})

it('takes a photo that is a web page as well for a photo, and nothing of the page goes on', async () => {
  const page = jpegSegment(0xfe, latin('--><script>alert(1)</script>'))
  const { thumbnail } = await ingestPhoto(
    file(join([withSegments(await jpeg(), [page]), latin('<script>')]), 'both.html'),
  )
  expect(await thumbnail.text()).not.toContain('<script')
})

it('stops waiting for a photo when asked to', async () => {
  const bytes = await jpeg()
  await expect(ingestPhoto(file(bytes, 'a.jpg'), AbortSignal.abort())).rejects.toThrow('aborted')
  const controller = new AbortController()
  const waiting = Array.from({ length: 6 }, () => ingestPhoto(file(bytes, 'a.jpg'), controller.signal))
  controller.abort(new Error('never mind'))
  for (const answer of await Promise.allSettled(waiting)) {
    expect(answer).toMatchObject({ status: 'rejected', reason: new Error('never mind') })
  }
  await expect(ingestPhoto(file(bytes, 'a.jpg'))).resolves.toBeDefined()
})
