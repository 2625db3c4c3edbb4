import { language } from './i18n'

/** A calendar month, which is the same everywhere: `November 2025`, or `Nov`. @param month `2025-11` or any day of it */
export const formatMonth = (month: string, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(language(), {
    month: length,
    ...(length === 'long' && { year: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`))
