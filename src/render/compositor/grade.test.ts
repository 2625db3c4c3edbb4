import { beforeEach, describe, expect, it } from 'vitest'
import { PLAIN_LOOK, type Look } from '@/domain/storyboard'
import type { Compositor } from './Compositor'
import { compositorFromDisk } from './compositorFromDisk'
import { gradePicture, gradeTables } from './grade'
import { allocatePlanes } from './planes'
import { hash, paintFlat, paintPicture, samples } from './testPictures'

let compositor: Compositor
beforeEach(async () => {
  compositor = await compositorFromDisk()
})

const faded: Look = {
  ...PLAIN_LOOK,
  curve: [
    [0, 0.1],
    [0.5, 0.55],
    [1, 0.9],
  ],
  saturation: 0.6,
  shadows: [0.1, -0.05],
  lights: [-0.08, 0.04],
}

/** One flat colour through a grade. */
function graded(look: Look, colour: readonly [number, number, number]): number[] {
  const picture = paintFlat(compositor, allocatePlanes(compositor.memory, 5, 3), colour)
  const tables = gradeTables(look)
  if (tables) gradePicture(compositor, picture, tables)
  const found = [picture.y, picture.u, picture.v].map((plane) => [...new Set(samples(compositor, plane))])
  compositor.free(picture)
  expect(found.map((values) => values.length)).toEqual([1, 1, 1])
  return found.flat()
}

describe('the colours of a style', () => {
  it('follow its curve, its saturation and the tints of dark and light parts', () => {
    for (const [y, u, v] of [
      [16, 128, 128],
      [60, 100, 170],
      [126, 200, 40],
      [200, 128, 140],
      [235, 90, 128],
    ] as const) {
      const from = (y - 16) / 219
      const bright = from < 0.5 ? 0.1 + from * 0.9 : 0.55 + (from - 0.5) * 0.7
      const tint = (shadow: number, light: number) => 112 * (shadow * (1 - bright) ** 2 + light * bright ** 2)
      const wanted = [
        16 + 219 * bright,
        128 + (u - 128) * 0.6 + tint(0.1, -0.08),
        128 + (v - 128) * 0.6 + tint(-0.05, 0.04),
      ]
      graded(faded, [y, u, v]).forEach((value, index) => {
        expect(Math.abs(value - (wanted[index] ?? NaN)), `${y} ${u} ${v}`).toBeLessThanOrEqual(1)
      })
    }
  })

  it('are left alone by the plain look, without any work', () => {
    expect(gradeTables(PLAIN_LOOK)).toBeNull()
    const grey = { ...PLAIN_LOOK, saturation: 0 }
    expect(graded(grey, [90, 60, 200])).toEqual([90, 128, 128])
  })

  it('never leave the range of video', () => {
    const loud: Look = { ...PLAIN_LOOK, saturation: 2, shadows: [1, -1], lights: [1, -1] }
    expect(graded(loud, [16, 230, 30])).toEqual([16, 240, 16])
    expect(graded(loud, [235, 230, 30])).toEqual([235, 240, 16])
  })

  it('touch nothing beside the picture, and every pixel of odd ones', () => {
    const fence = compositor.memory.allocate(512)
    const picture = paintPicture(compositor, 333, 221)
    const after = compositor.memory.allocate(512)
    for (const block of [fence, after]) compositor.memory.view(block).fill(0xa5)
    const before = samples(compositor, picture.y)
    const tables = gradeTables(faded)
    if (!tables) throw new Error('no tables')
    gradePicture(compositor, picture, tables)
    const wanted = before.map((value) => tables.luma[value] ?? 0)
    expect(Buffer.compare(samples(compositor, picture.y), wanted)).toBe(0)
    for (const block of [fence, after])
      expect(compositor.memory.view(block).every((byte) => byte === 0xa5)).toBe(true)
    expect(hash(compositor, picture)).toBe('6c72c128c9b4113c')
  })
})
