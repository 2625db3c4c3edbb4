import wasmUrl from './mixing.wasm?url'

let module: Promise<WebAssembly.Module> | null = null

/** Fetches and compiles `mixing.wasm`, once in a worker. */
export function loadMixing(): Promise<WebAssembly.Module> {
  module ??= WebAssembly.compileStreaming(fetch(wasmUrl))
  return module
}
