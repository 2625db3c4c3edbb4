import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Compositor } from './Compositor'

/** The compositor as Node loads it, for the tests. */
export async function compositorFromDisk(): Promise<Compositor> {
  return Compositor.create(await readFile(resolve('src/render/compositor/compositor.wasm')))
}
