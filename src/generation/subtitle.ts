/** A description this short reads well under the title. */
const SUBTITLE_MAX = 80

/**
 * A short description, else the days the photos were taken (`June 12 – 19, 2024`), else nothing.
 * @param locale BCP 47: the film's
 */
export function subtitleOf(description: string, takenAt: readonly (string | null)[], locale: string): string {
  const said = description.trim()
  if (said !== '' && said.length <= SUBTITLE_MAX && !said.includes('\n')) return said
  const days = takenAt.flatMap((time) => (time === null ? [] : [Date.parse(`${time}Z`)]))
  if (said !== '' || days.length === 0 || days.some(Number.isNaN)) return ''
  // The camera's wall clock was read as if it were UTC, so it is written as UTC: the day stays the camera's.
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return format.formatRange(Math.min(...days), Math.max(...days))
}
