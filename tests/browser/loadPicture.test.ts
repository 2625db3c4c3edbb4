import { beforeEach, describe, expect, it } from 'vitest'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { samples } from '@/render/compositor/testPictures'
import { loadPicture } from '@/render/photo/loadPicture'
import { paintPhoto } from './paintedPhotos'

let compositor: Compositor
beforeEach(async () => {
  compositor = await Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
})

/** The middle of a photo as the film has it: Y, Cb, Cr. */
async function middleOf(file: Blob): Promise<number[]> {
  const { picture } = await loadPicture(compositor, file, (size) => size, { decode: 0, scale: 0 })
  const middle = [picture.y, picture.u, picture.v].map(
    (plane) => samples(compositor, plane)[(plane.height >> 1) * plane.width + (plane.width >> 1)] ?? NaN,
  )
  compositor.free(picture)
  return middle
}

/** BT.709 limited range of a colour as CSS writes it, shown on an sRGB screen. */
function filmColour(css: string): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = css
  context.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return [
    16 + (y * 219) / 255,
    128 + ((b - y) / 1.8556) * (224 / 255),
    128 + ((r - y) / 1.5748) * (224 / 255),
  ]
}

/** The largest difference of Y, Cb or Cr from what they should be. */
function miss(found: readonly number[], css: string): number {
  return Math.max(...filmColour(css).map((value, index) => Math.abs((found[index] ?? NaN) - value)))
}

async function wideGamut(css: string, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(64, 48)
  const context = canvas.getContext('2d', { colorSpace: 'display-p3' })
  if (!context) throw new Error('no canvas')
  context.fillStyle = css
  context.fillRect(0, 0, 64, 48)
  return canvas.convertToBlob({ type, quality: 1 })
}

/** What the browser itself makes of a photo's middle. */
async function cssColour(file: Blob): Promise<string> {
  const context = new OffscreenCanvas(64, 48).getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(await createImageBitmap(file), 0, 0)
  const [r, g, b] = context.getImageData(32, 24, 1, 1).data
  return `rgb(${r} ${g} ${b})`
}

const COLOURS = ['rgb(200 60 40)', 'rgb(30 160 70)', 'rgb(40 60 190)', 'rgb(127 127 127)', 'rgb(250 240 230)']
const TYPES = ['image/jpeg', 'image/png', 'image/webp']

describe('the colours of a photo in the film', () => {
  it.each(TYPES)('are those of its file: %s', async (type) => {
    for (const css of COLOURS) {
      const file = await paintPhoto(
        64,
        48,
        (context, width, height) => {
          context.fillStyle = css
          context.fillRect(0, 0, width, height)
        },
        type,
      )
      expect(miss(await middleOf(file), css)).toBeLessThan(2.5)
    }
  })

  it.each(TYPES)('are right also where the file has a wide gamut: %s', async (type) => {
    for (const css of ['color(display-p3 0.7 0.35 0.3)', 'color(display-p3 0.25 0.6 0.3)']) {
      const file = await wideGamut(css, type)
      expect(miss(await middleOf(file), css)).toBeLessThan(3)
    }
  })

  it('are as the browser shows them where the file has a profile of its own', async () => {
    const file = await wideGamut('color(display-p3 0.7 0.35 0.3)', 'image/jpeg')
    const bytes = new Uint8Array(await file.arrayBuffer())
    // The profile's curve is a power of 2.4 (in 1/65536); this one has 1.8.
    const curve = [0x00, 0x02, 0x66, 0x66]
    let patched = 0
    for (let at = 0; at < bytes.length - 4; at++) {
      if (!curve.every((byte, index) => bytes[at + index] === byte)) continue
      bytes.set([0x00, 0x01, 0xcc, 0xcd], at)
      patched += 1
    }
    expect(patched).toBeGreaterThan(0)
    const strange = new Blob([bytes], { type: 'image/jpeg' })
    const shown = await cssColour(strange)
    expect(miss(await middleOf(strange), shown)).toBeLessThan(2.5)
    expect(miss(await middleOf(file), shown)).toBeGreaterThan(5)
  })
})
