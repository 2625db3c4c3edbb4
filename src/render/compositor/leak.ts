import { OPAQUE, type Compositor } from './Compositor'
import { noiseAt } from './noise'
import { allocatePlanes, type Planes } from './planes'

// [Note: light leaks] A leak is a small painted picture of light, drawn large over the stage: luma moves towards white
// and colour towards grey by its Y, then its U and V are added to the colour. It costs a frame what a photo costs, only while there is one.

const WIDTH = 96
const HEIGHT = 54
const LOBES = 3

/** Light by intensity: luma gained (0..1), Cb and Cr added (of 256). Deep red, orange, pale yellow. */
const GLOW = [
  [0, 0, 0, 0],
  [0.3, 0.1, -14, 19],
  [0.65, 0.42, -36, 34],
  [1, 0.86, -38, 22],
] as const

interface Lobe {
  readonly along: number
  readonly size: number
  readonly reach: number
  readonly light: number
}

/** Paints the leak of a seed. */
export function createLeak(compositor: Compositor, seed: number): Planes {
  const chance = (index: number) => (noiseAt(index, seed) + 1) / 2
  const fromRight = chance(0) < 0.5
  const fromTop = chance(1) < 0.3
  const lobes = Array.from({ length: LOBES }, (_, index): Lobe => {
    const at = 4 * index + 2
    return {
      along: chance(at),
      size: 0.35 + 0.5 * chance(at + 1),
      reach: 0.45 + 0.4 * chance(at + 2),
      light: 0.5 + 0.6 * chance(at + 3),
    }
  })
  const leak = allocatePlanes(compositor.memory, WIDTH, HEIGHT)
  const paint = (plane: Planes['y'], value: (intensity: number) => number) => {
    const rows = compositor.memory.range(plane.offset, plane.stride * plane.height)
    for (let y = 0; y < plane.height; y++) {
      for (let x = 0; x < plane.width; x++) {
        const [across, down] = [(x + 0.5) / plane.width, (y + 0.5) / plane.height]
        const depth = fromTop ? down : fromRight ? 1 - across : across
        rows[y * plane.stride + x] = Math.round(value(intensityAt(lobes, depth, fromTop ? across : down)))
      }
    }
  }
  paint(leak.y, (intensity) => 255 * glow(intensity, 1))
  paint(leak.u, (intensity) => 128 + glow(intensity, 2))
  paint(leak.v, (intensity) => 128 + glow(intensity, 3))
  return leak
}

/**
 * Lets light leak over a stage.
 * @param spare a stage of the same size, painted over
 * @param amount 0..256
 * @param progress 0..1 of the leak's time: it wanders
 */
export function drawLeak(
  compositor: Compositor,
  stage: Planes,
  spare: Planes,
  leak: Planes,
  { amount, progress }: { amount: number; progress: number },
): void {
  const { width, height } = stage
  // A little larger than the stage, so that no side of it is ever seen.
  const slide = (progress - 0.5) * 0.16
  const at = { x: width * (slide - 0.1), y: height * (slide - 0.1), width: width * 1.2, height: height * 1.2 }
  compositor.draw(spare, leak, at, OPAQUE)
  const { wasm } = compositor
  // prettier-ignore
  wasm.toward(
    stage.y.offset, stage.y.stride, spare.y.offset, spare.y.stride, width, height, 235, amount,
  )
  for (const key of ['u', 'v'] as const) {
    const [to, by] = [stage[key], spare[key]]
    // prettier-ignore
    wasm.tint(
      to.offset, to.stride, by.offset, by.stride, spare.y.offset, spare.y.stride, to.width, to.height, amount,
    )
  }
}

function intensityAt(lobes: readonly Lobe[], depth: number, along: number): number {
  let sum = 0
  for (const lobe of lobes) {
    const inward = Math.max(0, 1 - depth / lobe.reach)
    const aside = (along - lobe.along) / lobe.size
    const wide = Math.max(0, 1 - aside * aside)
    sum += lobe.light * inward * inward * wide * wide
  }
  return Math.min(1, sum)
}

function glow(intensity: number, column: 1 | 2 | 3): number {
  let before: (typeof GLOW)[number] = GLOW[0]
  for (const stop of GLOW) {
    if (stop[0] >= intensity && stop !== before) {
      const part = (intensity - before[0]) / (stop[0] - before[0])
      return before[column] + (stop[column] - before[column]) * part
    }
    before = stop
  }
  return before[column]
}
