import { Group } from '@visx/group'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import type { MonthOfFilms } from '@/data/usage'
import { formatMonth } from '@/lib/formatMonth'
import { t } from '@/lib/i18n'

const WIDTH = 400
const HEIGHT = 84
const LABELS = 20
const ABOVE = 16

/** Films asked for in each of the last months; the same as a table for who does not see it. */
export function FilmsChart({ months, limit }: { months: readonly MonthOfFilms[]; limit: number }) {
  const x = scaleBand({ domain: months.map(({ month }) => month), range: [0, WIDTH], padding: 0.35 })
  const most = Math.max(4, ...months.map(({ films }) => films))
  const y = scaleLinear({ domain: [0, most], range: [HEIGHT - LABELS, ABOVE] })
  const now = months.at(-1)
  return (
    <figure>
      <figcaption className="flex items-baseline justify-between gap-4">
        <span className="font-medium">{t('dashboard.films')}</span>
        <span className="text-sm text-muted tabular-nums">
          {t('dashboard.filmsOf', { used: now?.films ?? 0, limit })}
        </span>
      </figcaption>
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="mt-3 w-full text-ink">
        {months.map(({ month, films }) => {
          const left = x(month) ?? 0
          const centre = left + x.bandwidth() / 2
          return (
            <Group key={month}>
              <Bar
                x={left}
                y={films === 0 ? y(0) - 2 : y(films)}
                width={x.bandwidth()}
                height={films === 0 ? 2 : y(0) - y(films)}
                rx={films === 0 ? 1 : 5}
                fill={
                  films === 0 ? 'var(--line)' : month === now?.month ? 'var(--accent)' : 'var(--line-strong)'
                }
              />
              {films > 0 && (
                <text x={centre} y={y(films) - 6} textAnchor="middle" fontSize={12} fill="currentColor">
                  {films}
                </text>
              )}
              <text x={centre} y={HEIGHT - 5} textAnchor="middle" fontSize={12} fill="var(--muted)">
                {formatMonth(month, 'short')}
              </text>
            </Group>
          )
        })}
      </svg>
      <table className="sr-only">
        <caption>{t('dashboard.filmsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboard.month')}</th>
            <th scope="col">{t('dashboard.filmCount')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, films }) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month)}</th>
              <td>{films}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
