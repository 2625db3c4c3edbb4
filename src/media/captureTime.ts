/** A moment as a file tells it: the camera's wall clock and, where the file names it, that clock's offset from UTC. */
export interface CaptureTime {
  /** `YYYY-MM-DDTHH:mm:ss` */
  wallClock: string
  /** Minutes east of UTC. */
  utcOffsetMinutes: number | null
}

const WRITTEN =
  /^\s*(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/
const EARLIEST_YEAR = 1826 // the oldest photograph
const MINUTE = 60_000

/**
 * Reads a moment as EXIF (`2023:02:02 02:00:00`) or XMP (`2023-02-02T02:00:00.5+02:00`) write it.
 * Null when it is not a moment that can have been: month 13, February 30, the zeros of an unset clock.
 */
export function parseCaptureTime(text: string | undefined): CaptureTime | null {
  const match = WRITTEN.exec(text ?? '')
  if (!match) return null
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone] = match
  if (Number(year) < EARLIEST_YEAR) return null
  const wallClock = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const time = wallClockMillis(wallClock)
  // Date rolls February 30 over into March: a moment is real when it reads back the same.
  if (Number.isNaN(time) || toWallClock(time) !== wallClock) return null
  return { wallClock, utcOffsetMinutes: parseUtcOffset(zone) }
}

/** Minutes east of UTC from `+02:00`, `-0530` or `Z`; null for anything else and beyond ±14 hours, where nobody lives. */
export function parseUtcOffset(text: string | undefined): number | null {
  if (text?.trim() === 'Z') return 0
  const match = /^\s*([+-])(\d{2}):?(\d{2})/.exec(text ?? '')
  if (!match) return null
  const [, sign, hours, minutes] = match
  const total = Number(hours) * 60 + Number(minutes)
  if (Number(minutes) > 59 || total > 14 * 60) return null
  return sign === '-' ? 0 - total : total
}

/**
 * [Note: offset from the satellites]
 * Many phones write no offset but do write the satellites' UTC time. The difference to the camera's clock is the offset
 * when it is close to a whole quarter of an hour, as every zone's is. A fix that is older than two minutes or a camera
 * whose clock is wrong does not come close, or lands beyond ±14 hours, and then nothing is claimed.
 */
export function offsetFromSatellites(wallClock: string, utcWallClock: string): number | null {
  const difference = (wallClockMillis(wallClock) - wallClockMillis(utcWallClock)) / MINUTE
  const offset = Math.round(difference / 15) * 15
  if (Math.abs(difference - offset) > 2 || Math.abs(offset) > 14 * 60) return null
  return offset === 0 ? 0 : offset
}

/** Reads the wall clock as if it stood in Greenwich, to calculate with it. */
function wallClockMillis(wallClock: string): number {
  return Date.parse(`${wallClock}Z`)
}

function toWallClock(millis: number): string {
  return new Date(millis).toISOString().slice(0, 19)
}
