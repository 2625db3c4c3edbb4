import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { MixMemory } from './MixMemory'

/** A memory as Node loads it, for the tests. */
export async function mixMemoryFromDisk(): Promise<MixMemory> {
  return MixMemory.open(
    await WebAssembly.compile(await readFile(resolve('src/render/sound/mixing/mixing.wasm'))),
  )
}
