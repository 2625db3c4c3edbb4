import { chooseCodec, type FilmFormat } from './encode/codecs'

export type CannotRender = 'no_webcodecs' | 'no_workers' | 'no_wasm_simd' | 'no_storage' | 'no_codec'

/** The smallest module that holds a vector instruction. */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
])

/**
 * Whether this browser can make a film, asked before a job is started and not at 0 %.
 * @param format the film's, 1080p at 30 frames/s unless told
 * @returns `codec` as `VideoEncoder` names it
 */
export async function canRenderFilms(
  format: FilmFormat = { width: 1920, height: 1080, fps: 30 },
): Promise<{ ok: true; codec: string } | { ok: false; reason: CannotRender }> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined')
    return { ok: false, reason: 'no_workers' }
  if (typeof VideoEncoder === 'undefined' || typeof VideoFrame === 'undefined') {
    return { ok: false, reason: 'no_webcodecs' }
  }
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(SIMD_MODULE)) {
    return { ok: false, reason: 'no_wasm_simd' }
  }
  if (!(await keepsFiles())) return { ok: false, reason: 'no_storage' }
  const choice = await chooseCodec(format)
  return choice ? { ok: true, codec: choice.config.codec } : { ok: false, reason: 'no_codec' }
}

/** Private windows of some browsers have the interface and refuse to use it. */
async function keepsFiles(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory()
    return 'locks' in navigator
  } catch {
    return false
  }
}
