import type { Compositor } from './Compositor'
import type { Plane, Planes } from './planes'

/** Of the stage's side: how soft the edge is. */
const SOFTNESS = 0.14

/**
 * Blends `source` over `target`, two stages of one size, up to a soft edge that runs across.
 * @param direction where the edge moves to
 * @param progress 0 (nothing of the source) to 1
 */
export function drawWipe(
  compositor: Compositor,
  target: Planes,
  source: Planes,
  direction: 'left' | 'right' | 'up' | 'down',
  progress: number,
): void {
  const reversed = direction === 'left' || direction === 'up'
  const sideways = direction === 'left' || direction === 'right'
  for (const key of ['y', 'u', 'v'] as const) {
    const [to, from] = [target[key], source[key]]
    const weights = edgeWeights(sideways ? to.width : to.height, progress, reversed)
    if (sideways) mixColumns(compositor, to, from, weights)
    else mixRows(compositor, to, from, weights)
  }
}

/** 0..256 for each row or column. */
function edgeWeights(size: number, progress: number, reversed: boolean): number[] {
  const edge = progress * (1 + SOFTNESS)
  return Array.from({ length: size }, (_, index) => {
    const at = (reversed ? size - 1 - index : index) + 0.5
    const shown = Math.min(1, Math.max(0, (edge - at / size) / SOFTNESS))
    return Math.round(256 * shown * shown * (3 - 2 * shown))
  })
}

function mixColumns({ memory, wasm }: Compositor, to: Plane, from: Plane, weights: readonly number[]): void {
  const block = memory.allocate(2 * (weights.length + 8))
  const bytes = memory.view(block)
  bytes.fill(0)
  new Uint16Array(bytes.buffer, bytes.byteOffset, weights.length).set(weights)
  wasm.mixColumns(to.offset, to.stride, from.offset, from.stride, block.offset, to.width, to.height)
  memory.free(block)
}

function mixRows(compositor: Compositor, to: Plane, from: Plane, weights: readonly number[]): void {
  const { memory, wasm } = compositor
  const block = memory.allocate(2 * (to.width + 8))
  const columns = new Uint16Array(memory.view(block).buffer, block.offset, to.width + 8)
  columns.fill(0)
  weights.forEach((weight, row) => {
    if (weight === 0) return
    columns.fill(weight, 0, to.width)
    const [target, source] = [to.offset + row * to.stride, from.offset + row * from.stride]
    wasm.mixColumns(target, to.stride, source, from.stride, block.offset, to.width, 1)
  })
  memory.free(block)
}
