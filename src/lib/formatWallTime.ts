import { language } from './i18n'

/**
 * A moment as the clock on the wall had it, wherever that was: `Thursday, July 3, 2025 at 10:00 AM`.
 * @param local without a time zone, `2025-07-03T10:00:00`
 */
export const formatWallTime = (local: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`${local}Z`),
  )
