import { Compositor } from './Compositor'
import wasmUrl from './compositor.wasm?url'

/** Fetches the compositor and starts it, in a worker or on a page. */
export async function loadCompositor(): Promise<Compositor> {
  const response = await fetch(wasmUrl)
  if (!response.ok) throw new Error(`the compositor could not be loaded (${response.status})`)
  return Compositor.create(await response.arrayBuffer())
}
