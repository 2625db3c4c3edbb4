import { expect, it } from 'vitest'
import { WHOLE_STAGE, type Panel, type Storyboard } from '@/domain/storyboard'
import type { Compositor } from '../compositor/Compositor'
import { compositorFromDisk } from '../compositor/compositorFromDisk'
import { allocatePlanes, type Planes } from '../compositor/planes'
import { paintFlat, samples } from '../compositor/testPictures'
import { FramePainter } from './FramePainter'
import { GOLDEN_FILM } from './goldenScene'

const SIZE = { width: 640, height: 400 }

/** A soft spot on black: its centre of light says where the picture is, to a small part of a pixel. */
function spot(compositor: Compositor): Planes {
  const picture = paintFlat(
    compositor,
    allocatePlanes(compositor.memory, SIZE.width, SIZE.height),
    [16, 128, 128],
  )
  const { y } = picture
  const rows = compositor.memory.range(y.offset, y.stride * y.height)
  for (let row = 120; row < 280; row++) {
    for (let x = 240; x < 400; x++) {
      const distance = ((x - 320) ** 2 + (row - 200) ** 2) / 70 ** 2
      if (distance < 1) rows[row * y.stride + x] = Math.round(16 + 200 * (1 - distance) ** 2)
    }
  }
  return picture
}

function centreOfLight(luma: Uint8Array, width: number): [number, number] {
  let [sum, across, down] = [0, 0, 0]
  luma.forEach((value, index) => {
    const light = value - 16
    sum += light
    across += light * (index % width)
    down += light * Math.floor(index / width)
  })
  return [across / sum, down / sum]
}

/** Standard deviation of the second differences: even motion has none. */
function unrest(places: readonly number[]): number {
  const bends = places
    .slice(2)
    .map((place, index) => place - 2 * (places[index + 1] ?? NaN) + (places[index] ?? NaN))
  return Math.sqrt(bends.reduce((sum, bend) => sum + bend * bend, 0) / bends.length)
}

it.each([
  ['a slow pan', { zoom: 1.1, centerX: 0.48, centerY: 0.49 }, { zoom: 1.1, centerX: 0.52, centerY: 0.51 }],
  ['a slow push', { zoom: 1.05, centerX: 0.47, centerY: 0.5 }, { zoom: 1.12, centerX: 0.47, centerY: 0.5 }],
])('%s moves evenly, to a fiftieth of a pixel from frame to frame', async (_name, from, to) => {
  const compositor = await compositorFromDisk()
  const panel: Panel = { photoId: crypto.randomUUID(), area: WHOLE_STAGE, fit: 'cover', from, to }
  const film: Storyboard = {
    ...GOLDEN_FILM,
    width: 320,
    height: 180,
    stage: { x: 0, y: 0, width: 320, height: 180 },
    fadeInFrames: 0,
    fadeOutFrames: 0,
    overlays: [],
    shots: GOLDEN_FILM.shots
      .slice(0, 1)
      .map((shot) => ({ ...shot, endFrame: 90, motionEndFrame: 90, panels: [panel] })),
  }
  const painter = new FramePainter(compositor, film, () => {
    throw new Error('no texts')
  })
  const picture = spot(compositor)
  const places = Array.from({ length: 60 }, (_, index) => {
    painter.paint(15 + index, () => ({ picture, size: SIZE, fill: null }))
    return centreOfLight(samples(compositor, painter.frame.y), 320)
  })
  const [first, last] = [places[0], places.at(-1)]
  expect(
    Math.hypot((last?.[0] ?? 0) - (first?.[0] ?? 0), (last?.[1] ?? 0) - (first?.[1] ?? 0)),
  ).toBeGreaterThan(1)
  for (const axis of [0, 1] as const) expect(unrest(places.map((place) => place[axis]))).toBeLessThan(0.02)
})
