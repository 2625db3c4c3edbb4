import type { Look } from '@/domain/storyboard'
import type { Compositor } from './Compositor'
import type { Planes } from './planes'

/** What `grade` looks up, by luma 0..255. */
export interface GradeTables {
  readonly luma: Uint8Array
  readonly tintU: Int8Array
  readonly tintV: Int8Array
  /** Of 256. */
  readonly saturation: number
}

type Grading = Pick<Look, 'curve' | 'saturation' | 'shadows' | 'lights'>

/** Null when the look leaves colours as they are. */
export function gradeTables({ curve, saturation, shadows, lights }: Grading): GradeTables | null {
  const tables = {
    luma: new Uint8Array(256),
    tintU: new Int8Array(256),
    tintV: new Int8Array(256),
    saturation: Math.round(saturation * 256),
  }
  for (let value = 0; value < 256; value++) {
    const bright = along(curve, Math.min(1, Math.max(0, (value - 16) / 219)))
    tables.luma[value] = Math.round(16 + 219 * bright)
    const dark = (1 - bright) * (1 - bright)
    const light = bright * bright
    tables.tintU[value] = Math.round(112 * (shadows[0] * dark + lights[0] * light))
    tables.tintV[value] = Math.round(112 * (shadows[1] * dark + lights[1] * light))
  }
  const plain =
    tables.saturation === 256 &&
    tables.luma.every((to, from) => to === Math.min(235, Math.max(16, from))) &&
    [...tables.tintU, ...tables.tintV].every((tint) => tint === 0)
  return plain ? null : tables
}

/** Gives a photo the colours of a style, in place. Done once, so that frames cost nothing for it. */
export function gradePicture(compositor: Compositor, picture: Planes, tables: GradeTables): void {
  const { memory, wasm } = compositor
  const block = memory.allocate(3 * 256)
  const bytes = memory.view(block)
  bytes.set(tables.luma)
  bytes.set(new Uint8Array(tables.tintU.buffer), 256)
  bytes.set(new Uint8Array(tables.tintV.buffer), 512)
  const { y, u, v } = picture
  // prettier-ignore
  wasm.grade(
    y.offset, y.stride, u.offset, v.offset, u.stride, y.width, y.height,
    block.offset, block.offset + 256, block.offset + 512, tables.saturation,
  )
  memory.free(block)
}

/** Where the curve is at `position`, straight between its points. */
function along(curve: Look['curve'], position: number): number {
  let [before] = curve
  if (!before) return position
  for (const point of curve) {
    if (point[0] >= position) {
      const length = point[0] - before[0]
      return length > 0 ? before[1] + ((point[1] - before[1]) * (position - before[0])) / length : point[1]
    }
    before = point
  }
  return before[1]
}
