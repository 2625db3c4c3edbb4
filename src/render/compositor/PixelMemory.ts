/** Bytes in the compositor's memory. */
export interface Block {
  readonly offset: number
  readonly bytes: number
}

interface Range {
  offset: number
  bytes: number
}

const PAGE = 65_536
const ALIGN = 64
/** Vector code may read and write this far behind a buffer. */
const GUARD = 64

/**
 * Hands out the compositor's linear memory: first fit, neighbours joined when freed. A film needs a few buffers of a few
 * sizes for a long time, so the memory stops growing after the first shots.
 */
export class PixelMemory {
  readonly #memory: WebAssembly.Memory
  /** Free ranges in order of their offsets, never touching each other. */
  #free: Range[] = []
  #end: number
  readonly #taken = new Map<number, number>()

  constructor(memory: WebAssembly.Memory, heapStart: number) {
    this.#memory = memory
    this.#end = heapStart
  }

  /** Bytes in use, for the tests and the bench. */
  get usedBytes(): number {
    let sum = 0
    for (const bytes of this.#taken.values()) sum += bytes
    return sum
  }

  /** @throws RangeError when the machine has no more memory. Contents are undefined. */
  allocate(bytes: number): Block {
    const size = Math.ceil((bytes + GUARD) / ALIGN) * ALIGN
    const gap = this.#free.find((range) => range.bytes >= size)
    const offset = gap ? gap.offset : this.#grow(size)
    if (gap) {
      gap.offset += size
      gap.bytes -= size
      if (gap.bytes === 0) this.#free = this.#free.filter((range) => range !== gap)
    }
    this.#taken.set(offset, size)
    return { offset, bytes }
  }

  /** @throws Error when the block is not in use: freed twice. */
  free(block: Block): void {
    const bytes = this.#taken.get(block.offset)
    if (bytes === undefined) throw new Error('this block is not in use')
    this.#taken.delete(block.offset)
    this.#free.push({ offset: block.offset, bytes })
    this.#free.sort((a, b) => a.offset - b.offset)
    const joined: Range[] = []
    for (const range of this.#free) {
      const last = joined.at(-1)
      if (last && last.offset + last.bytes === range.offset) last.bytes += range.bytes
      else joined.push(range)
    }
    this.#free = joined
  }

  /** A view that is good until the next `allocate`, which may move the memory. */
  view(block: Block): Uint8Array<ArrayBuffer> {
    return this.range(block.offset, block.bytes)
  }

  range(offset: number, bytes: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, offset, bytes)
  }

  #grow(size: number): number {
    const last = this.#free.at(-1)
    const start = last && last.offset + last.bytes === this.#end ? last.offset : this.#end
    const missing = start + size - this.#memory.buffer.byteLength
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE))
    // Not before: where there is no more memory the range stays free.
    if (start !== this.#end) this.#free.pop()
    this.#end = start + size
    return start
  }
}
