import ExifReader from 'exifreader'
import { placeSchema, type Place } from '@/domain/photo'
import { offsetFromSatellites, parseCaptureTime, parseUtcOffset, type CaptureTime } from './captureTime'
import { cleanCamera } from './cleanText'
import { xmpCapture, xmpValue } from './xmpValue'

/** What a photo's metadata says; every part is null (orientation 1) where the file says nothing believable. */
export interface ExifFacts {
  /** EXIF orientation, 1 to 8. */
  orientation: number
  takenAt: string | null
  utcOffsetMinutes: number | null
  place: Place | null
  camera: string | null
}

const NOTHING: ExifFacts = {
  orientation: 1,
  takenAt: null,
  utcOffsetMinutes: null,
  place: null,
  camera: null,
}

/** In the order in which they are believed; the first is the shutter's own. */
const XMP_TIMES = ['exif:DateTimeOriginal', 'photoshop:DateCreated', 'xmp:CreateDate']

type ExifTags = NonNullable<ExifReader.ExpandedTags['exif']>

/**
 * Reads a photo's metadata. Never throws: metadata that cannot be read says nothing, and the picture is still a
 * picture.
 */
export function readExif(bytes: Uint8Array<ArrayBuffer>): ExifFacts {
  const xmp = xmpCapture()
  try {
    const tags = ExifReader.load(wholeBuffer(bytes), {
      expanded: true,
      computed: true,
      domParser: xmp.parser,
      includeTags: { exif: true, xmp: true, gps: true },
      excludeTags: { exif: ['MakerNote', 'UserComment'] },
    })
    return { ...readExifTags(tags.exif ?? {}, xmp.packets()), place: readPlace(tags.gps) }
  } catch {
    return { ...NOTHING, ...readExifTags({}, xmp.packets()) }
  }
}

function readExifTags(exif: ExifTags, xmp: string): Omit<ExifFacts, 'place'> {
  const taken = readCaptureTime(exif, xmp)
  const orientation = exif.Orientation?.value
  return {
    orientation: isOrientation(orientation) ? orientation : 1,
    takenAt: taken?.wallClock ?? null,
    utcOffsetMinutes: taken?.utcOffsetMinutes ?? null,
    camera: cleanCamera(text(exif.Make), text(exif.Model)),
  }
}

/**
 * [Note: when a photo was taken]
 * The shutter's time first, then the time of digitising (scans, old cameras), then the satellites' (UTC).
 * `ModifyDate` is left out on purpose: it is when somebody edited the file.
 */
function readCaptureTime(exif: ExifTags, xmp: string): CaptureTime | null {
  const satellites =
    parseCaptureTime(satelliteTime(exif)) ?? parseCaptureTime(xmpValue(xmp, 'exif:GPSTimeStamp'))
  const fromXmp = XMP_TIMES.map((name) => parseCaptureTime(xmpValue(xmp, name)))
  const time =
    parseCaptureTime(text(exif.DateTimeOriginal)) ??
    fromXmp[0] ??
    parseCaptureTime(text(exif.DateTimeDigitized)) ??
    fromXmp.find((found) => found !== null)
  if (!time) return satellites && { ...satellites, utcOffsetMinutes: 0 }
  return {
    ...time,
    utcOffsetMinutes:
      parseUtcOffset(text(exif.OffsetTimeOriginal)) ??
      parseUtcOffset(text(exif.OffsetTime)) ??
      parseUtcOffset(text(exif.OffsetTimeDigitized)) ??
      // EXIF before 2.31 has no offset; XMP often tells the same moment with one.
      [time, ...fromXmp].find((told) => told?.wallClock === time.wallClock && told.utcOffsetMinutes !== null)
        ?.utcOffsetMinutes ??
      (satellites && offsetFromSatellites(time.wallClock, satellites.wallClock)),
  }
}

/** `2023:02:02 02:00:00` from the date stamp and the three rationals of the time stamp. */
function satelliteTime(exif: ExifTags): string | undefined {
  const date = text(exif.GPSDateStamp)
  const parts: unknown = exif.GPSTimeStamp?.computed
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'number'))
    return undefined
  const clock = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
  return `${date} ${clock}Z`
}

/** Empty and impossible coordinates are no place, nor is 0°/0°, which is what a phone without a fix writes. */
function readPlace(gps: ExifReader.ExpandedTags['gps']): Place | null {
  const place = placeSchema.safeParse({ latitude: gps?.Latitude, longitude: gps?.Longitude })
  if (!place.success || (place.data.latitude === 0 && place.data.longitude === 0)) return null
  return place.data
}

function isOrientation(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 8
}

/** ASCII tags come as a list of strings; a file can put anything in their place. */
function text(tag: { value: unknown } | undefined): string {
  const value = Array.isArray(tag?.value) ? tag.value[0] : tag?.value
  return typeof value === 'string' ? value : ''
}

function wholeBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  return whole ? bytes.buffer : bytes.slice().buffer
}
