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
const AFTER_BLUR = { 2: 0.2734, 4: 0.1964, 12: 0.1146 } as const

/**
 * @param amount 0..1
 * @param height of the frame: grains are as large in the picture at every size
 */
export function createGrain(compositor: Compositor, amount: number, height: number): Grain {
  const blurs = height > 1600 ? 12 : height > 640 ? 4 : 2
  const noise = blurred(whiteNoise(), blurs)
  // Four bytes summed have a deviation of 147.8.
  const scale = DEVIATION / (147.8 * AFTER_BLUR[blurs])
  const block = compositor.memory.allocate(STRIDE * SIDE + 16)
  const bytes = compositor.memory.view(block)
  const tile = new Int8Array(bytes.buffer, bytes.byteOffset, STRIDE * SIDE)
  for (let y = 0; y < SIDE; y++) {
    const row = tile.subarray(y * STRIDE, (y + 1) * STRIDE)
    for (let x = 0; x < SIDE; x++) {
      row[x] = Math.max(-127, Math.min(127, Math.round((noise[y * SIDE + x] ?? 0) * scale)))
    }
    row.copyWithin(SIDE, 0, SIDE)
    row.copyWithin(2 * SIDE, 0, STRIDE - 2 * SIDE)
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
  const noise = new Float32Array(SIDE * SIDE)
  for (let index = 0; index < noise.length; index++) {
    const bits = hashOf(index, 0x51)
    noise[index] = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - 510
  }
  return noise
}

/** By 1 2 1 along rows and columns, which are rings: the tile goes on at its other side. */
function blurred(noise: Float32Array, times: number): Float32Array {
  const between = new Float32Array(SIDE * SIDE)
  const last = SIDE - 1
  for (let turn = 0; turn < times; turn++) {
    for (let index = 0; index < noise.length; index++) {
      const row = index & ~last
      const before = noise[row | ((index - 1) & last)] ?? 0
      const after = noise[row | ((index + 1) & last)] ?? 0
      between[index] = (before + 2 * (noise[index] ?? 0) + after) / 4
    }
    for (let index = 0; index < noise.length; index++) {
      const before = between[(index - SIDE) & (SIDE * SIDE - 1)] ?? 0
      const after = between[(index + SIDE) & (SIDE * SIDE - 1)] ?? 0
      noise[index] = (before + 2 * (between[index] ?? 0) + after) / 4
    }
  }
  return noise
}
