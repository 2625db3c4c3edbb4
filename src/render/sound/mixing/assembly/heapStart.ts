/** @returns the first byte that the host may use. */
export function heapStart(): usize {
  return (__heap_base + 63) & ~63
}
