/** A marker segment of a JPEG file. `start` is its 0xFF byte, `end` the byte after it. */
export interface JpegSegment {
  marker: number
  start: number
  end: number
}

const STANDALONE_FIRST = 0xd0
const STANDALONE_LAST = 0xd8
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/**
 * The segments of a JPEG from the first after the start-of-image marker to the start of the first scan, the scan's own
 * header included. Stray bytes between segments are stepped over, as decoders do.
 * Stops quietly where the file ends.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0 || isStandalone(marker)) {
      at += 1
      continue
    }
    if (marker === END_OF_IMAGE) return
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return
    yield { marker, start: at, end }
    if (marker === START_OF_SCAN) return
    at = end
  }
}

function isStandalone(marker: number): boolean {
  return marker >= STANDALONE_FIRST && marker <= STANDALONE_LAST
}
