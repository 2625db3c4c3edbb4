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

/**
 * What chapters are called: where and when. The place leads where the film has several (`Bovec`, below it `Sat, June 14`),
 * else the day. Parts of one day in one place are told apart by the time of day. Years are said when there are several.
 * @param locale BCP 47, `en` when it is not said; words of other languages come from the browser
 */
export function chapterWords(chapters: readonly ChapterFacts[], locale = 'en'): ChapterWords[] {
  const years = new Set(chapters.flatMap(({ times }) => times.map((time) => new Date(time).getUTCFullYear())))
  const towns = new Set(chapters.map(({ town }) => town).filter((town) => town !== null))
  const daysOf = dayWriter(locale, years.size > 1)
  const days = chapters.map(({ times }) => daysOf(times))
  return chapters.map(({ times, town }, index) => {
    const day = days[index] ?? ''
    const isOneOfSeveral = chapters.some(
      (other, at) => at !== index && days[at] === day && other.town === town,
    )
    const when = isOneOfSeveral ? [day, partOfDay(times, locale)].filter(Boolean).join(', ') : day
    if (town !== null && (towns.size > 1 || when === '')) return { title: town, subtitle: when }
    return { title: when, subtitle: town ?? '' }
  })
}

/** Writes `Sat, June 14`, or `June 14 – 16`: days of Greenwich, so that nobody's zone moves them. */
function dayWriter(locale: string, withYear: boolean): (times: readonly number[]) => string {
  const parts: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
  }
  const one = new Intl.DateTimeFormat(locale, { ...parts, weekday: 'short' })
  const several = new Intl.DateTimeFormat(locale, parts)
  return (times) => {
    if (times.length === 0) return ''
    const first = Math.min(...times)
    // Whoever is still up at three has not begun another day.
    const last = Math.max(first, Math.max(...times) - NIGHT)
    return Math.floor(first / DAY) === Math.floor(last / DAY)
      ? one.format(first)
      : several.formatRange(first, last)
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
