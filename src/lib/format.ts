import { language, t } from './i18n'

/** `Nov 23, 2025`, in the language and the time zone of the person. */
export const formatDate = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(iso))

/** `Nov 23, 2025, 4:12 PM`. */
export const formatDateTime = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

/** A calendar day, `YYYY-MM-DD`, which is the same day everywhere: `Nov 23, 2025`. */
export const formatDay = (day: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))

/** `€12.00`. @param cents of the currency's smallest unit @param currency ISO 4217 */
export function formatMoney(cents: number, currency: string): string {
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency })
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** How long ago: `just now`, `5 minutes ago`, `yesterday`, and the date after a week. @param now ms since 1970 */
export function formatAgo(iso: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(iso)) / 60_000)
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
  // The server's clock may be ahead of this one.
  if (minutes < 1) return t('shell.justNow')
  if (minutes < 60) return words.format(-minutes, 'minute')
  if (minutes < 24 * 60) return words.format(-Math.floor(minutes / 60), 'hour')
  const days = Math.floor(minutes / (24 * 60))
  return days < 7 ? words.format(-days, 'day') : formatDate(iso)
}

type Unit = 'hour' | 'minute' | 'second'
const amount = (value: number, unit: Unit) =>
  new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'short' }).format(value)

/** The length of a film: `45 sec`, `1 min 30 sec`, `2 min`. Whole seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  if (minutes === 0) return amount(rest, 'second')
  return rest === 0 ? amount(minutes, 'minute') : `${amount(minutes, 'minute')} ${amount(rest, 'second')}`
}

/**
 * A wait, no more exact than it is known: to 5 s below a minute, to the minute above, to half an hour above two
 * hours. Never zero: what is left takes at least a moment.
 */
export function formatWait(seconds: number): string {
  if (seconds < 57.5) return amount(Math.max(5, Math.round(seconds / 5) * 5), 'second')
  if (seconds < 2 * 3600) return amount(Math.max(1, Math.round(seconds / 60)), 'minute')
  return amount(Math.round(seconds / 1800) / 2, 'hour')
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** `820 kB`, `12.4 MB`, `2 GB`. Counted in 1024s, as the plans' limits are. */
export function formatBytes(bytes: number): string {
  const step = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** step
  // The short name of a byte is "byte", however many there are.
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: BYTE_UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 || value >= 100 ? 0 : 1,
  }).format(value)
}

/** `42%`. @param fraction 0..1 */
export const formatPercent = (fraction: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent' }).format(fraction)

/** `one, two, and three`. */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(items)

const SLUG_MAX = 60

/**
 * The name a film is saved under: `a-week-at-the-lake-2025-11-23.mp4`. Letters of every script stay; what a file
 * system may refuse does not.
 */
export function filmFilename(title: string, madeAt: string, mimeType: string | null): string {
  const slug = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-+|-+$/g, '')
  const extension = mimeType === 'video/webm' ? 'webm' : 'mp4'
  return `${slug || 'memory-film'}-${madeAt.slice(0, 10)}.${extension}`
}

/** A moment of a film: 75 is "1:15". */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
