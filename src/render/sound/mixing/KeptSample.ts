import type { Sample } from '../samples/sample'
import type { MixMemory } from './MixMemory'

/** A sample in the memory of the mix: byte offsets of its sides' first samples. */
export interface KeptSample {
  readonly left: number
  readonly right: number
  readonly length: number
  readonly sampleRate: number
  readonly isLoop: boolean
}

/** A loop lies between its last sample and its first two, so that no reader has to look where it ends. */
export function keepSample(memory: MixMemory, { left, right, sampleRate, isLoop }: Sample): KeptSample {
  const keep = (side: Float32Array): number => {
    const offset = memory.allocate(side.length + 3)
    const kept = memory.floats(offset, side.length + 3)
    kept.set(side, 1)
    if (isLoop) {
      kept[0] = side.at(-1) ?? 0
      kept.set(side.subarray(0, 2), side.length + 1)
    }
    return offset + 4
  }
  return { left: keep(left), right: keep(right), length: left.length, sampleRate, isLoop }
}
