import type { Place } from '@/domain/photo'

/** What is written into a photo whose owner wants to keep its time and place. */
export interface ExifToWrite {
  /** `YYYY-MM-DDTHH:mm:ss`, the camera's wall clock. */
  takenAt: string | null
  /** Minutes east of UTC. */
  utcOffsetMinutes: number | null
  place: Place | null
}

type Entry = { tag: number; type: 1 | 2 | 4 | 5; count: number; value: Uint8Array<ArrayBuffer> }

const TIFF_HEADER = 8
const DEGREE_PARTS = 10_000

/**
 * A JPEG APP1 segment with a minimal EXIF block (big-endian TIFF), to be put right after the start-of-image marker.
 * Null when there is nothing to write.
 */
export function writeExif({ takenAt, utcOffsetMinutes, place }: ExifToWrite): Uint8Array<ArrayBuffer> | null {
  const exif: Entry[] = []
  if (takenAt) exif.push(ascii(0x9003, takenAt.replaceAll('-', ':').replace('T', ' ')))
  if (takenAt && utcOffsetMinutes !== null) exif.push(ascii(0x9011, offsetText(utcOffsetMinutes)))
  const gps: Entry[] = place
    ? [
        { tag: 0, type: 1, count: 4, value: new Uint8Array([2, 3, 0, 0]) },
        ascii(1, place.latitude < 0 ? 'S' : 'N'),
        degrees(2, place.latitude),
        ascii(3, place.longitude < 0 ? 'W' : 'E'),
        degrees(4, place.longitude),
      ]
    : []
  if (exif.length === 0 && gps.length === 0) return null

  // The root directory holds nothing but the way to the other two.
  const pointerCount = Number(exif.length > 0) + Number(gps.length > 0)
  const exifAt = TIFF_HEADER + directorySize(pointerCount)
  const exifBlock = directory(exif, exifAt)
  const gpsAt = exifAt + exifBlock.length
  const pointers: Entry[] = []
  if (exif.length > 0) pointers.push(pointer(0x8769, exifAt))
  if (gps.length > 0) pointers.push(pointer(0x8825, gpsAt))
  return app1(concat([tiffHeader(), directory(pointers, TIFF_HEADER), exifBlock, directory(gps, gpsAt)]))
}

function app1(tiff: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode('Exif\0\0')
  const length = 2 + name.length + tiff.length
  return concat([new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff]), name, tiff])
}

function tiffHeader(): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0x4d, 0x4d, 0, 42, 0, 0, 0, TIFF_HEADER])
}

function directorySize(entries: number): number {
  return 2 + 12 * entries + 4
}

/** A TIFF directory that starts `at` bytes into the TIFF block, followed by the values too long for their entry. */
function directory(entries: Entry[], at: number): Uint8Array<ArrayBuffer> {
  if (entries.length === 0) return new Uint8Array()
  const head = new Uint8Array(directorySize(entries.length))
  const view = new DataView(head.buffer)
  const values: Uint8Array<ArrayBuffer>[] = []
  let valuesAt = at + head.length
  view.setUint16(0, entries.length)
  entries.forEach(({ tag, type, count, value }, i) => {
    const entryAt = 2 + 12 * i
    view.setUint16(entryAt, tag)
    view.setUint16(entryAt + 2, type)
    view.setUint32(entryAt + 4, count)
    if (value.length <= 4) {
      head.set(value, entryAt + 8)
    } else {
      view.setUint32(entryAt + 8, valuesAt)
      const even = new Uint8Array(value.length + (value.length % 2))
      even.set(value)
      values.push(even)
      valuesAt += even.length
    }
  })
  return concat([head, ...values])
}

function ascii(tag: number, text: string): Entry {
  const value = new TextEncoder().encode(`${text}\0`)
  return { tag, type: 2, count: value.length, value }
}

function pointer(tag: number, to: number): Entry {
  return { tag, type: 4, count: 1, value: uint32s([to]) }
}

/** Degrees, minutes and seconds as three rationals; seconds to 1/10000, which is 3 mm. */
function degrees(tag: number, angle: number): Entry {
  const total = Math.round(Math.abs(angle) * 3600 * DEGREE_PARTS)
  const seconds = total % (60 * DEGREE_PARTS)
  const minutes = Math.floor(total / (60 * DEGREE_PARTS)) % 60
  const whole = Math.floor(total / (3600 * DEGREE_PARTS))
  return { tag, type: 5, count: 3, value: uint32s([whole, 1, minutes, 1, seconds, DEGREE_PARTS]) }
}

function offsetText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const absolute = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

function uint32s(values: number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => view.setUint32(4 * i, value))
  return bytes
}

function concat(parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
