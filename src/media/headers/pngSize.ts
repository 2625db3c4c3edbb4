import type { PictureSize } from '../pictureSize'

const IHDR = 0x49484452

/** The size of a PNG from IHDR, which has to be the first chunk. Throws RangeError when the file ends too early. */
export function pngSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(12) !== IHDR) return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
