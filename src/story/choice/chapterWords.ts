export interface ChapterWords {
  readonly title: string
  readonly subtitle: string
}

/** Clocks on the wall where the photos were taken, as if they hung in Greenwich (ms), and where most of them were. */
export interface ChapterFacts {
  readonly times: readonly number[]
  readonly town: string | null
}

const DAY = 86_400_000
const NIGHT = DAY / 6
/** Days are not worth naming when a chapter is longer than this, nor months when longer than that. */
const SEASON = 45 * DAY
const YEARS = 730 * DAY

/**
 * What chapters are called: where and when. The place leads where the film has several (`Bovec`, below it `Sat, June 14`),
 * else the day. Parts of one day in one place are told apart by the time of day. Years are said when there are several.
 * @param locale BCP 47, `en` when it is not said; words of other languages come from the browser
 */
export function chapterWords(chapters: readonly ChapterFacts[], locale = 'en'): ChapterWords[] {
  const years = new Set(chapters.flatMap(({ times }) => times.map((time) => new Date(time).getUTCFullYear())))
  const towns = new Set(chapters.map(({ town }) => town).filter((town) => town !== null))
  const daysOf = dayWriter(locale, years.size > 1)
  const comma = /^(?:ja|ko|zh)\b/.test(locale) ? ' ' : ', '
  const days = chapters.map(({ times }) => daysOf(times))
  return chapters.map(({ times, town }, index) => {
    const day = days[index] ?? ''
    const isOneOfSeveral = chapters.some(
      (other, at) => at !== index && days[at] === day && other.town === town,
    )
    const when = isOneOfSeveral ? [day, partOfDay(times, locale)].filter(Boolean).join(comma) : day
    if (town !== null && (towns.size > 1 || when === '')) return { title: town, subtitle: when }
    return { title: when, subtitle: town ?? '' }
  })
}

/**
 * Writes `Sat, June 14`, or `June 14 – 16`; of a season `June – August 2024`, of years `2019 – 2024`. Days are those of
 * Greenwich, so that nobody's zone moves them.
 */
function dayWriter(locale: string, withYear: boolean): (times: readonly number[]) => string {
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
  const year = withYear ? ({ year: 'numeric' } as const) : {}
  const oneDay = format({ weekday: 'short', day: 'numeric', month: 'long', ...year })
  const days = format({ day: 'numeric', month: 'long', ...year })
  return (times) => {
    if (times.length === 0) return ''
    const first = Math.min(...times)
    // Whoever is still up at three has not begun another day.
    const last = Math.max(first, Math.max(...times) - NIGHT)
    if (Math.floor(first / DAY) === Math.floor(last / DAY)) return oneDay.format(first)
    if (last - first < SEASON) return days.formatRange(first, last)
    const coarse =
      last - first < YEARS ? format({ month: 'long', year: 'numeric' }) : format({ year: 'numeric' })
    return coarse.formatRange(first, last)
  }
}

function partOfDay(times: readonly number[], locale: string): string {
  const [first] = times
  if (first === undefined) return ''
  return new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    hour12: true,
    dayPeriod: 'long',
    timeZone: 'UTC',
  })
    .formatToParts(first)
    .filter(({ type }) => type === 'dayPeriod')
    .map(({ value }) => value)
    .join('')
}
