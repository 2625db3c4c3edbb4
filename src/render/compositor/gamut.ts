import type { Compositor } from './Compositor'
import type { Planes } from './planes'

// [Note: wide gamut] Phones take photos in Display P3. Read as if they were sRGB they look pale; the browser's own way,
// through a canvas, costs five times as long. So they are decoded as they are and converted after they were scaled:
// P3 has sRGB's white and sRGB's curve, only its primaries are further out. What sRGB cannot show is clipped.

/** Linear Display P3 to linear BT.709, both D65: from CSS Color 4, in 1/16384. */
const P3_TO_709 = [20069, -3685, 0, -689, 17073, 0, -322, -1288, 17994] as const

const CURVE_STEPS = 1025
const LIGHT_STEPS = 4097
const MATRIX_BYTES = 4 * P3_TO_709.length

/** Brings a picture in the film's range and matrix from Display P3 to the film's own primaries, in place. */
export function fromDisplayP3(compositor: Compositor, { y, u, v }: Planes): void {
  const { memory, wasm } = compositor
  const block = memory.allocate(MATRIX_BYTES + 2 * (CURVE_STEPS + LIGHT_STEPS))
  const { buffer } = memory.view(block)
  new Int32Array(buffer, block.offset, P3_TO_709.length).set(P3_TO_709)
  const toLight = block.offset + MATRIX_BYTES
  const fromLight = toLight + 2 * CURVE_STEPS
  // Rounded far from where engines could differ in the last bit of a power.
  new Uint16Array(buffer, toLight, CURVE_STEPS).forEach((_, index, table) => {
    table[index] = Math.round(32_767 * Math.min(1, linear(index / 1020)))
  })
  new Uint16Array(buffer, fromLight, LIGHT_STEPS).forEach((_, index, table) => {
    table[index] = Math.round(1020 * encoded(index / 4096))
  })
  // prettier-ignore
  wasm.convertGamut(
    y.offset, y.stride, u.offset, v.offset, u.stride, y.width, y.height,
    toLight, fromLight, block.offset,
  )
  memory.free(block)
}

/** The curve of sRGB (IEC 61966-2-1), 0..1. */
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const encoded = (light: number) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)
