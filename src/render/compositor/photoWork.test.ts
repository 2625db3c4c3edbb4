import { beforeEach, describe, expect, it } from 'vitest'
import type { Compositor } from './Compositor'
import { JPEG_COLOUR } from './colour'
import { compositorFromDisk } from './compositorFromDisk'
import { orient, scaleDown, toFilmColour, writeRgba } from './photoWork'
import { allocatePlanes } from './planes'
import { plainAreaScale, psnr } from './reference'
import { hash, paintFlat, paintPicture, plain, samples, seededRandom } from './testPictures'

let compositor: Compositor
beforeEach(async () => {
  compositor = await compositorFromDisk()
})

describe('scaling a photo down', () => {
  it.each([
    [200, 150, 100, 75],
    [301, 203, 97, 64],
    [640, 64, 639, 63],
    [97, 401, 33, 12],
    [40, 30, 1, 1],
  ])('takes the mean of what each pixel covers: %i×%i to %i×%i', (width, height, toWidth, toHeight) => {
    const photo = paintPicture(compositor, width, height)
    const small = scaleDown(compositor, photo, toWidth, toHeight)
    const wanted = plainAreaScale(plain(compositor, photo.y), toWidth, toHeight)
    expect(psnr(samples(compositor, small.y), wanted)).toBeGreaterThan(46)
  })

  it('leaves a photo of the wanted size as it is', () => {
    const photo = paintPicture(compositor, 123, 45)
    expect(hash(compositor, scaleDown(compositor, photo, 123, 45))).toBe(hash(compositor, photo))
  })

  it('keeps a flat colour exactly, whatever the ratio', () => {
    const random = seededRandom(7)
    for (let turn = 0; turn < 40; turn++) {
      const width = 1 + Math.floor(random() * 300)
      const height = 1 + Math.floor(random() * 300)
      const photo = paintFlat(compositor, allocatePlanes(compositor.memory, width, height), [201, 90, 160])
      const small = scaleDown(
        compositor,
        photo,
        1 + Math.floor(random() * width),
        1 + Math.floor(random() * height),
      )
      expect(new Set(samples(compositor, small.y)), `${width}×${height}`).toEqual(new Set([201]))
      expect(new Set(samples(compositor, small.v))).toEqual(new Set([160]))
      compositor.free(photo)
      compositor.free(small)
    }
  })

  it('reads 4:4:4 and 4:2:2 sources into 4:2:0', () => {
    const full = allocatePlanes(compositor.memory, 64, 48, { width: 64, height: 48 })
    paintFlat(compositor, full, [100, 50, 200])
    const half = allocatePlanes(compositor.memory, 63, 47, { width: 32, height: 47 })
    paintFlat(compositor, half, [100, 50, 200])
    for (const source of [full, half]) {
      const small = scaleDown(compositor, source, 31, 21)
      expect(new Set(samples(compositor, small.u))).toEqual(new Set([50]))
      expect(small.u).toMatchObject({ width: 16, height: 11 })
    }
  })

  it('refuses to enlarge', () => {
    const photo = paintPicture(compositor, 10, 10)
    expect(() => scaleDown(compositor, photo, 11, 10)).toThrow(RangeError)
  })
})

describe('turning a photo upright', () => {
  // F in a 3×2 picture, numbered in reading order when upright.
  const stored: Record<number, { width: number; height: number; values: number[] }> = {
    2: { width: 3, height: 2, values: [3, 2, 1, 6, 5, 4] },
    3: { width: 3, height: 2, values: [6, 5, 4, 3, 2, 1] },
    4: { width: 3, height: 2, values: [4, 5, 6, 1, 2, 3] },
    5: { width: 2, height: 3, values: [1, 4, 2, 5, 3, 6] },
    6: { width: 2, height: 3, values: [3, 6, 2, 5, 1, 4] },
    7: { width: 2, height: 3, values: [6, 3, 5, 2, 4, 1] },
    8: { width: 2, height: 3, values: [4, 1, 5, 2, 6, 3] },
  }
  it.each(Object.entries(stored))(
    'understands EXIF orientation %s',
    (orientation, { width, height, values }) => {
      const photo = allocatePlanes(compositor.memory, width, height)
      const view = compositor.memory.range(photo.y.offset, photo.y.stride * height)
      values.forEach((value, index) => {
        view[Math.floor(index / width) * photo.y.stride + (index % width)] = value
      })
      const upright = orient(compositor, photo, Number(orientation))
      expect(upright).toMatchObject({ width: 3, height: 2 })
      expect([...samples(compositor, upright.y)]).toEqual([1, 2, 3, 4, 5, 6])
    },
  )

  it('refuses an orientation that does not exist', () => {
    expect(() => orient(compositor, paintPicture(compositor, 4, 4), 9)).toThrow(RangeError)
  })
})

describe('colour', () => {
  it('takes RGB to limited BT.709, transparent parts over white', () => {
    const picture = allocatePlanes(compositor.memory, 3, 1)
    const pixels = new Uint8Array([255, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30, 0])
    writeRgba(compositor, picture, 0, 1, pixels, { order: 'rgba', opaque: false })
    expect([...samples(compositor, picture.y)]).toEqual([63, 16, 235])
    // The first two share their chroma: half red, half black.
    expect([...samples(compositor, picture.v)]).toEqual([184, 128])
  })

  it('reads BGRA the same as RGBA', () => {
    const picture = allocatePlanes(compositor.memory, 2, 2)
    const rgba = Array.from({ length: 4 }, () => [200, 100, 50, 255]).flat()
    const bgra = Array.from({ length: 4 }, () => [50, 100, 200, 255]).flat()
    writeRgba(compositor, picture, 0, 2, new Uint8Array(rgba), { order: 'rgba', opaque: true })
    const first = hash(compositor, picture)
    writeRgba(compositor, picture, 0, 2, new Uint8Array(bgra), { order: 'bgra', opaque: false })
    expect(hash(compositor, picture)).toBe(first)
  })

  it('takes a JPEG to the same colours as its RGB would give', () => {
    const random = seededRandom(3)
    for (let turn = 0; turn < 200; turn++) {
      const [r, g, b] = [random() * 255, random() * 255, random() * 255] as const
      const y = 0.299 * r + 0.587 * g + 0.114 * b
      const jpeg = [y, 128 + (b - y) / 1.772, 128 + (r - y) / 1.402].map(Math.round)
      const film709 = 0.2126 * r + 0.7152 * g + 0.0722 * b
      const wanted = [
        16 + (film709 * 219) / 255,
        128 + (((b - film709) / 1.8556) * 224) / 255,
        128 + (((r - film709) / 1.5748) * 224) / 255,
      ]
      const planes = allocatePlanes(compositor.memory, 2, 2)
      paintFlat(compositor, planes, [jpeg[0] ?? 0, jpeg[1] ?? 0, jpeg[2] ?? 0])
      toFilmColour(compositor, planes, JPEG_COLOUR)
      const got = [planes.y, planes.u, planes.v].map((plane) => samples(compositor, plane)[0] ?? NaN)
      got.forEach((value, index) => expect(Math.abs(value - (wanted[index] ?? NaN))).toBeLessThan(1.6))
      compositor.free(planes)
    }
  })

  it('leaves what already is BT.709 limited alone', () => {
    const picture = paintPicture(compositor, 8, 8)
    const before = hash(compositor, picture)
    toFilmColour(compositor, picture, { matrix: 'bt709', fullRange: false })
    expect(hash(compositor, picture)).toBe(before)
  })
})
