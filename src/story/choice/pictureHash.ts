/** A 64-bit difference hash as two 32-bit numbers. */
export interface PictureHash {
  readonly high: number
  readonly low: number
}

/** Hashes with fewer bits than this set, or left out, say nothing: flat and evenly shaded pictures look alike. */
const LEAST_BITS = 8

/** Reads 16 hexadecimal digits; null where the picture is too plain for its hash to tell it from another. */
export function readHash(hash: string | undefined): PictureHash | null {
  if (hash === undefined) return null
  const read = { high: Number.parseInt(hash.slice(0, 8), 16), low: Number.parseInt(hash.slice(8), 16) }
  const bits = bitCount(read.high) + bitCount(read.low)
  return bits < LEAST_BITS || bits > 64 - LEAST_BITS ? null : read
}

/** In how many of 64 bits two hashes differ: near-duplicates in 3 to 9, other pictures in 21 and more. */
export const hashDistance = (a: PictureHash, b: PictureHash): number =>
  bitCount(a.high ^ b.high) + bitCount(a.low ^ b.low)

/** Ones of a 32-bit number, summed in pairs, fours and bytes. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
