import type { Compositor } from './Compositor'
import { hashOf } from './noise'
import type { Block } from './PixelMemory'
import type { Plane } from './planes'

/** Noise that is laid over luma, at another place in each frame. */
export interface Grain {
  readonly block: Block
  readonly profile: number
}

const SIDE = 512
/** Each row twice, so that a frame can begin anywhere, and room for vector reads. */
const STRIDE = 2 * SIDE + 16
/** Of a noise value (i8), before the amount of grain. */
const DEVIATION = 38
/** Luma steps that grain 1 has in the middle tones, as a standard deviation. */
const STRONGEST = 15
/** Standard deviation that is left of white noise after so many blurs by 1 2 1 in both directions. */
const AFTER_BLUR = [1, 0.375, 0.2734, 0.2256] as const

/**
 * @param amount 0..1
 * @param height of the frame: grains are as large in the picture at every size
 */
export function createGrain(compositor: Compositor, amount: number, height: number): Grain {
  const blurs = height > 1600 ? 3 : height > 640 ? 1 : 0
  const noise = blurred(whiteNoise(), blurs)
  // Four bytes summed have a deviation of 147.8.
  const scale = DEVIATION / (147.8 * AFTER_BLUR[blurs])
  const block = compositor.memory.allocate(STRIDE * SIDE + 16)
  const bytes = compositor.memory.view(block)
  const tile = new Int8Array(bytes.buffer, bytes.byteOffset, STRIDE * SIDE)
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < STRIDE; x++) {
      const value = noise[y * SIDE + (x % SIDE)] ?? 0
      tile[y * STRIDE + x] = Math.max(-127, Math.min(127, Math.round(value * scale)))
    }
  }
  const profile = block.offset + STRIDE * SIDE
  const most = (256 * STRONGEST * amount) / DEVIATION
  for (let step = 0; step < 16; step++) {
    // Film shows its grain in the middle tones; black stays black, white nearly white.
    const bright = Math.max(0, Math.min(1, (step * 16 + 8 - 16) / 219))
    const shown = Math.min(1, 5 * bright) * (1 - 0.75 * bright * bright)
    bytes[STRIDE * SIDE + step] = Math.min(255, Math.round(most * shown))
  }
  return { block, profile }
}

/**
 * Lays grain over a plane of luma, and changes its light.
 * @param gain of the light, in 1/256: 256 leaves it
 * @param turn which of the endless places in the noise
 */
export function drawGrain(
  { wasm }: Compositor,
  plane: Plane,
  { block, profile }: Grain,
  gain: number,
  turn: number,
): void {
  const place = hashOf(turn, 0x6a)
  // prettier-ignore
  wasm.grain(
    plane.offset, plane.stride, plane.width, plane.height, Math.max(0, Math.min(299, gain)),
    block.offset, STRIDE, SIDE, place % SIDE, (place >>> 12) % SIDE, profile,
  )
}

function whiteNoise(): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, index) => {
    const bits = hashOf(index, 0x51)
    return (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - 510
  })
}

function blurred(noise: Float32Array, times: number): Float32Array {
  let from = noise
  for (let turn = 0; turn < times; turn++) {
    for (const step of [1, SIDE]) {
      const to = new Float32Array(SIDE * SIDE)
      // The tile goes on at its other side: rows and columns are rings.
      const around = (index: number, by: number) =>
        step === 1 ? (index & ~(SIDE - 1)) | ((index + by) & (SIDE - 1)) : (index + by) & (SIDE * SIDE - 1)
      for (let index = 0; index < to.length; index++) {
        const [before, after] = [from[around(index, -step)] ?? 0, from[around(index, step)] ?? 0]
        to[index] = (before + 2 * (from[index] ?? 0) + after) / 4
      }
      from = to
    }
  }
  return from
}
