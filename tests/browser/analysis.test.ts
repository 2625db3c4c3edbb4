import { describe, expect, it } from 'vitest'
import type { Analysis } from '@/domain/analysis'
import type { PhotoFacts } from '@/domain/photo'
import { analysePhoto } from '@/media/analysePhoto'
import { ingestPhoto } from '@/media/ingestPhoto'
import { facePicture, type FacePlace } from '../fixtures/faces'
import { heic } from '../fixtures/heic'
import { cornerCanvas, encodePicture, oriented, withSegments } from '../fixtures/pictures'
import { exifSegment, latin, TAG, type TiffTags } from '../fixtures/tiff'

/** A photo as a person gives it: read first, then looked at. */
async function look(bytes: Uint8Array<ArrayBuffer>): Promise<{ facts: PhotoFacts; seen: Analysis }> {
  const file = new File([bytes], 'photo.jpg')
  const { facts } = await ingestPhoto(file)
  const seen = await analysePhoto(file, facts)
  if (!seen) throw new Error('nothing was seen')
  return { facts, seen }
}

const isIn = (box: Analysis['faces'][number], { x, y }: FacePlace): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height

/** Hills under a sky, and a red balloon. */
function landscape(balloonX: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(360, 240)
  const paint = canvas.getContext('2d')
  if (!paint) throw new Error('no canvas')
  // Lighter towards the sun on the right, and the hills the other way.
  for (const [top, height, left, right] of [
    [0, 168, '#7fa9d8', '#c4dcf2'],
    [168, 72, '#a9b99c', '#7d9072'],
  ] as const) {
    const light = paint.createLinearGradient(0, 0, 360, 0)
    light.addColorStop(0, left)
    light.addColorStop(1, right)
    paint.fillStyle = light
    paint.fillRect(0, top, 360, height)
  }
  paint.fillStyle = '#e0332a'
  paint.beginPath()
  paint.arc(balloonX, 88, 24, 0, 7)
  paint.fill()
  paint.fillStyle = '#222'
  paint.fillRect(balloonX - 5, 116, 10, 8)
  return canvas
}

const jpeg = (canvas: OffscreenCanvas) => encodePicture(canvas, 'image/jpeg')

describe('faces', () => {
  it('are found, one box around each, and then there is no other focus', async () => {
    for (const name of ['oneFace', 'fiveFaces'] as const) {
      const { canvas, faces } = await facePicture(name, 800)
      const { seen } = await look(await jpeg(canvas))
      expect(seen.faces).toHaveLength(faces.length)
      for (const face of faces) expect(seen.faces.filter((box) => isIn(box, face))).toHaveLength(1)
      expect(seen.focus).toBeNull()
      const sizes = seen.faces.map(({ width, height }) => width * height)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }
  })

  it('are found when they are small', async () => {
    const { canvas, faces } = await facePicture('oneFace', 1600, 4)
    const { seen } = await look(await jpeg(canvas))
    expect(seen.faces).toHaveLength(1)
    expect(seen.faces.every((box) => faces[0] && isIn(box, faces[0]) && box.width < 0.06)).toBe(true)
  })

  it('are where they are in the upright photo, however it is stored', async () => {
    const { canvas } = await facePicture('oneFace', 360)
    const turned = new OffscreenCanvas(canvas.height, canvas.width)
    const paint = turned.getContext('2d')
    // Stored lying on its left side: orientation 6 turns it back to the right.
    paint?.setTransform(0, -1, 1, 0, 0, canvas.width)
    paint?.drawImage(canvas, 0, 0)
    const { facts, seen } = await look(oriented(await jpeg(turned), 'image/jpeg', 6))
    expect(facts).toMatchObject({ width: 360, orientation: 6 })
    expect(seen.faces.map((box) => isIn(box, { x: 0.58, y: 0.2 }))).toEqual([true])
  })

  it('are not seen where there are none', async () => {
    const { seen } = await look(await jpeg(landscape(120)))
    expect(seen.faces).toEqual([])
  })
})

describe('a photo without faces', () => {
  it('has its focus where something is', async () => {
    for (const x of [70, 290]) {
      const { focus } = (await look(await jpeg(landscape(x)))).seen
      expect(focus?.x).toBeLessThan((x - 24) / 360)
      expect((focus?.x ?? 0) + (focus?.width ?? 0)).toBeGreaterThan((x + 24) / 360)
    }
  })
})

describe('a photo as a whole', () => {
  it('is measured: sharpness, brightness, what is clipped, and a hash', async () => {
    const dark = new OffscreenCanvas(400, 300)
    dark.getContext('2d')?.fillRect(0, 0, 400, 300)
    expect((await look(await jpeg(dark))).seen).toMatchObject({ sharpness: 0, brightness: 0, clipped: 1 })

    const [sharp, blurred] = [landscape(120), new OffscreenCanvas(360, 240)]
    const paint = blurred.getContext('2d')
    if (!paint) throw new Error('no canvas')
    paint.filter = 'blur(4px)'
    paint.drawImage(sharp, 0, 0)
    const [crisp, soft] = [(await look(await jpeg(sharp))).seen, (await look(await jpeg(blurred))).seen]
    expect(soft.sharpness).toBeLessThan(crisp.sharpness - 0.2)
    expect(crisp.brightness).toBeCloseTo(soft.brightness, 1)
    expect(differingBits(crisp.hash, soft.hash)).toBeLessThanOrEqual(9)
    const mirrored = new OffscreenCanvas(360, 240)
    mirrored.getContext('2d')?.setTransform(-1, 0, 0, 1, 360, 0)
    mirrored.getContext('2d')?.drawImage(sharp, 0, 0)
    expect(differingBits(crisp.hash, (await look(await jpeg(mirrored))).seen.hash)).toBeGreaterThan(9)
  })

  it('tells its town, its zone and its camera, but never its place', async () => {
    const tags: TiffTags = {
      root: { [TAG.make]: 'NIKON', [TAG.model]: 'COOLPIX' },
      exif: { [TAG.dateTimeOriginal]: '2025:06:14 10:00:00' },
      gps: {
        [TAG.latitudeRef]: 'N',
        [TAG.latitude]: {
          fractions: [
            [46, 1],
            [20, 1],
            [3333, 100],
          ],
        },
        [TAG.longitudeRef]: 'E',
        [TAG.longitude]: {
          fractions: [
            [13, 1],
            [32, 1],
            [4444, 100],
          ],
        },
      },
    }
    const { facts, seen } = await look(withSegments(await jpeg(landscape(120)), [exifSegment(tags)]))
    expect(seen).toMatchObject({
      camera: 'NIKON COOLPIX',
      utcOffsetMinutes: 120,
      town: { name: 'Bovec', country: 'SI' },
    })
    expect(facts.place?.latitude).toBeCloseTo(46.3426, 3)
    expect(JSON.stringify(seen)).not.toContain('46.34')
  })

  it('may be a HEIC', async () => {
    const { seen } = await look(heic({ quarterTurns: 1 }))
    expect(seen).toMatchObject({ version: 1, faces: [] })
    expect(seen.brightness).toBeGreaterThan(0.3)
  })
})

describe('looking', () => {
  it('at what cannot be read sees nothing, and goes on', async () => {
    const good = new File([await jpeg(cornerCanvas(300, 200))], 'good.jpg')
    const { facts } = await ingestPhoto(good)
    const seen = await Promise.all([
      analysePhoto(new File([latin('no photo')], 'bad.jpg'), facts),
      analysePhoto(good, facts),
    ])
    expect(seen).toEqual([null, expect.objectContaining({ version: 1 })])
  })

  it('does not hold up the reading of the next photos', async () => {
    const { canvas } = await facePicture('oneFace', 800)
    const large = new File([await jpeg(canvas)], 'large.jpg')
    const { facts } = await ingestPhoto(large)
    const order: string[] = []
    const looks = [1, 2, 3].map(() => analysePhoto(large, facts).then(() => order.push('seen')))
    const next = new File([await jpeg(cornerCanvas(60, 40))], 'next.jpg')
    await ingestPhoto(next).then(() => order.push('read'))
    await Promise.all(looks)
    expect(order.indexOf('read')).toBeLessThan(2)
  })

  it('stops when it is told to', async () => {
    const file = new File([await jpeg(cornerCanvas(60, 40))], 'a.jpg')
    const { facts } = await ingestPhoto(file)
    const stop = new AbortController()
    const waiting = analysePhoto(file, facts, stop.signal)
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })
})

function differingBits(a: string, b: string): number {
  return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length
}
