import type { Size } from '../film/placement'

const START_OF_IMAGE = 0xffd8
/** Tables that have the number of a frame header without being one: Huffman, JPEG extensions, arithmetic coding. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc]

/** The size a JPEG is stored in, as its frame header says before anything is decoded; null for what is no JPEG. */
export function jpegSize(file: ArrayBuffer): Size | null {
  const bytes = new DataView(file)
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== START_OF_IMAGE) return null
  for (let at = 2; at + 9 <= bytes.byteLength;) {
    // Any number of these may stand in front of a marker.
    if (bytes.getUint8(at) === 0xff && bytes.getUint8(at + 1) === 0xff) {
      at += 1
      continue
    }
    if (bytes.getUint8(at) !== 0xff) return null
    const marker = bytes.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker)) {
      return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) }
    }
    at += 2 + bytes.getUint16(at + 2)
  }
  return null
}
