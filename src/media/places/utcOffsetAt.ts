import lookUpZone from '@photostructure/tz-lookup'
import type { Place } from '@/domain/photo'

const MINUTE = 60_000

/**
 * How far the clocks at a place were ahead of UTC, in minutes, when they showed `wallClock` (`YYYY-MM-DDTHH:mm:ss`).
 * Null where this browser does not know the zone, or the zone's offset then was no whole number of minutes (before
 * about 1920). In the hour that comes twice it is the first; in the one that is skipped, the offset after it.
 */
export function utcOffsetAt({ latitude, longitude }: Place, wallClock: string): number | null {
  const zone = zoneAt(latitude, longitude)
  const shown = Date.parse(`${wallClock}Z`)
  if (zone === null || Number.isNaN(shown)) return null
  // The earlier of the two instants that may have shown this time: the one with the larger offset.
  const offsets = [shown - 24 * 60 * MINUTE, shown + 24 * 60 * MINUTE].map((instant) =>
    offsetIn(zone, instant),
  )
  const fitting = offsets.filter((offset) => offsetIn(zone, shown - offset * MINUTE) === offset)
  const offset = fitting.length > 0 ? Math.max(...fitting) : (offsets[1] ?? null)
  return offset !== null && Number.isInteger(offset) ? offset : null
}

function zoneAt(latitude: number, longitude: number): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: lookUpZone(latitude, longitude),
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    return null
  }
}

/** Minutes between what the zone's clocks show at an instant and UTC. */
function offsetIn(zone: Intl.DateTimeFormat, instant: number): number {
  const shown = new Map(zone.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0
  const asUtc = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return (asUtc - Math.floor(instant / 1000) * 1000) / MINUTE
}
