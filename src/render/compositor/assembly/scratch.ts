/**
 * Working rows shared by all functions: one film is composed by one instance on one thread, and no function keeps
 * anything here between calls. The host owns all memory from `heapStart()` on.
 */

/** The widest plane that any function reads or writes, in pixels. The host refuses more. */
export const MAX_SIDE: i32 = 32768

/** One block of eight output columns of `resample`: see there for the fields. */
export const BLOCK_BYTES: usize = 80

const START: usize = (__heap_base + 63) & ~63

/** u16 per column: vertical sums of `areaScale`. */
export const SUMS: usize = START
/** i32 per column: first source column of an output column. */
export const FIRST: usize = SUMS + MAX_SIDE * 2 + 64
/** i32 per column: last source column of an output column. */
export const LAST: usize = FIRST + MAX_SIDE * 4 + 64
/** f32 per column: weight of the first source column. */
export const FIRST_WEIGHT: usize = LAST + MAX_SIDE * 4 + 64
/** f32 per column: weight of the last source column. */
export const LAST_WEIGHT: usize = FIRST_WEIGHT + MAX_SIDE * 4 + 64
/** u8 per column: one source row after vertical interpolation. */
export const ROW: usize = LAST_WEIGHT + MAX_SIDE * 4 + 64
/** `BLOCK_BYTES` per eight output columns. */
export const BLOCKS: usize = ROW + MAX_SIDE + 64
const END: usize = BLOCKS + ((MAX_SIDE / 8) as usize) * BLOCK_BYTES + 64

/** @returns the first byte that the host may use. */
export function heapStart(): usize {
  return (END + 63) & ~63
}
