import { heifProperties } from './heifProperties'
import type { IsoBox } from './isoBoxes'

/** What `nclx` calls the primaries of Display P3 (ITU-T H.273, SMPTE EG 432-1). */
const P3_PRIMARIES = 12
/** The red of Display P3 as ICC profiles write it: X and Y, adapted to D50. That of sRGB is 0.436, 0.222. */
const P3_RED = [0.515, 0.241] as const
const TAG_TABLE = 128

/**
 * The colour space of a HEIC file's primary picture, as far as browsers know more than one: phones write Display P3 or
 * sRGB. Never throws: what cannot be read is sRGB.
 */
export function heifColorSpace(bytes: Uint8Array): PredefinedColorSpace {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const colours = (heifProperties(view) ?? []).filter((property) => property.type === 'colr')
    return colours.some((colour) => isP3(view, colour)) ? 'display-p3' : 'srgb'
  } catch (error) {
    if (error instanceof RangeError) return 'srgb'
    throw error
  }
}

function isP3(view: DataView, { start }: IsoBox): boolean {
  switch (view.getUint32(start)) {
    case fourCharacterCode('nclx'):
      return view.getUint16(start + 4) === P3_PRIMARIES
    case fourCharacterCode('prof'):
    case fourCharacterCode('rICC'):
      return hasP3Red(view, start + 4)
    default:
      return false
  }
}

/** Looks for `rXYZ` in the tag table of an ICC profile. Numbers there are fixed-point, 16 bits and 16. */
function hasP3Red(view: DataView, profile: number): boolean {
  const tags = Math.min(view.getUint32(profile + TAG_TABLE), 100)
  for (let tag = 0; tag < tags; tag++) {
    const entry = profile + TAG_TABLE + 4 + 12 * tag
    if (view.getUint32(entry) !== fourCharacterCode('rXYZ')) continue
    const value = profile + view.getUint32(entry + 4) + 8
    return P3_RED.every((part, i) => Math.abs(view.getInt32(value + 4 * i) / 0x1_0000 - part) < 0.01)
  }
  return false
}

function fourCharacterCode(text: string): number {
  return Array.from(text).reduce((code, letter) => ((code << 8) | letter.charCodeAt(0)) >>> 0, 0)
}
