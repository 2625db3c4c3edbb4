import { types } from '@electric-sql/pglite'

/**
 * `2026-01-31 12:00:00.123456+00` → `2026-01-31T12:00:00.123456+00:00`, as PostgREST answers.
 * `infinity` and dates before Christ stay as Postgres writes them.
 */
export function isoTimestamp(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)(?:([+-]\d\d)(:\d\d)?(?::\d\d)?)?$/.exec(text)
  if (!match) return text
  const [, day, time, hours, minutes] = match
  return `${day}T${time}${hours === undefined ? '' : `${hours}${minutes ?? ':00'}`}`
}

/** PostgREST writes numerics as JSON numbers; `NaN` and the infinities have none and stay text. */
function numeric(text: string): number | string {
  const value = Number(text)
  return Number.isFinite(value) ? value : text
}

/** PGlite result parsers that make rows look as PostgREST would send them. */
export const wireParsers = {
  [types.TIMESTAMPTZ]: isoTimestamp,
  [types.TIMESTAMP]: isoTimestamp,
  [types.NUMERIC]: numeric,
}
