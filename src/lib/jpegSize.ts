import { jpegSegments } from './jpegSegments'

const START_OF_IMAGE = 0xffd8

/** Start-of-frame markers; 0xC4, 0xC8 and 0xCC in their range mean something else. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** 0xC2, 0xC6, 0xCA and 0xCE: the picture comes in passes, and only the last one completes it. */
const isProgressiveFrame = (marker: number): boolean => isStartOfFrame(marker) && marker % 4 === 2

/** Is it a JPEG that must be held whole to be decoded? */
export function isProgressive(bytes: Uint8Array): boolean {
  for (const { marker } of jpegSegments(bytes)) if (isStartOfFrame(marker)) return isProgressiveFrame(marker)
  return false
}

/**
 * The stored size of a JPEG in pixels, before its EXIF orientation is applied, as its frame header says without anything being
 * decoded. Null for what is no JPEG, and where no frame header is found.
 */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 2 || view.getUint16(0) !== START_OF_IMAGE) return null
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (isStartOfFrame(marker) && end - start >= 9) {
      return { height: view.getUint16(start + 5), width: view.getUint16(start + 7) }
    }
  }
  return null
}
