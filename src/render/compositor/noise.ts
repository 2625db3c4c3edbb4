/** Repeatable numbers from whole numbers: the same in every engine, in any order of frames. */

/** 0..2³²-1 for two numbers (the mixing steps of MurmurHash3). */
export function hashOf(one: number, other: number): number {
  let mixed = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x7f4a7c15, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** -1..1 for two numbers. */
export function noiseAt(one: number, other: number): number {
  return hashOf(one, other) / 2 ** 31 - 1
}

/** -1..1, smooth along `position`: one random value at each whole number. */
export function smoothNoise(position: number, seed: number): number {
  const from = Math.floor(position)
  const part = position - from
  const weight = part * part * (3 - 2 * part)
  return noiseAt(from, seed) * (1 - weight) + noiseAt(from + 1, seed) * weight
}
