import { isMixing, type MixingExports } from './wasm'

const PAGE = 65_536
const ALIGN = 64
const FLOAT = 4

/**
 * The memory of one mix and the functions that work on it. A mix needs what it has taken until its end, so nothing is
 * given back: another mix has another memory.
 */
export class MixMemory {
  readonly wasm: MixingExports
  #end: number

  /** @param module `mixing.wasm`, compiled */
  static async open(module: WebAssembly.Module): Promise<MixMemory> {
    const { exports } = await WebAssembly.instantiate(module, {})
    if (!isMixing(exports)) throw new TypeError('mixing.wasm is from another version: npm run build:wasm')
    return new MixMemory(exports)
  }

  private constructor(wasm: MixingExports) {
    this.wasm = wasm
    this.#end = wasm.heapStart()
  }

  /** So many f32, silent. @returns their byte offset @throws RangeError when the machine has no more memory */
  allocate(floats: number): number {
    const offset = this.#end
    this.#end = Math.ceil((offset + floats * FLOAT) / ALIGN) * ALIGN
    const missing = this.#end - this.wasm.memory.buffer.byteLength
    // What is grown is zero, and nothing was ever given back.
    if (missing > 0) this.wasm.memory.grow(Math.ceil(missing / PAGE))
    return offset
  }

  /** A view that is good until the next `allocate`, which may move the memory. */
  floats(offset: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.wasm.memory.buffer, offset, length)
  }

  doubles(offset: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.wasm.memory.buffer, offset, length)
  }

  integers(offset: number, length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.wasm.memory.buffer, offset, length)
  }
}
