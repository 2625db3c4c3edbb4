import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import type { StorageKind, StorageUse } from '@/data/usage'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'

/** `other`: counted by the account and not a file yet, or not any more. */
type Part = { kind: StorageKind | 'other'; bytes: number }

const COLORS: Record<Part['kind'], string> = {
  photos: 'var(--accent)',
  films: 'var(--success)',
  music: 'var(--line-strong)',
  other: 'var(--danger)',
}
const WIDTH = 400
const HEIGHT = 16
/** A part is seen however small it is. */
const LEAST = 3

/** What the storage is used for, as one bar as long as the plan allows; the same as a table for who does not see it. */
export function StorageChart({
  uses,
  used,
  limit,
}: {
  uses: readonly StorageUse[]
  used: number
  limit: number
}) {
  const parts = partsOf(uses, used)
  const x = scaleLinear({ domain: [0, Math.max(limit, used, 1)], range: [0, WIDTH] })
  const widths = parts.map(({ bytes }) => Math.max(LEAST, x(bytes)))
  const bars = parts.map(({ kind }, n) => {
    const start = widths.slice(0, n).reduce((sum, width) => sum + width, 0)
    return { kind, start, width: widths[n] ?? 0 }
  })
  const shown = [...parts, { kind: 'free' as const, bytes: Math.max(0, limit - used) }]
  const text = t('dashboard.storageOf', { used: formatBytes(used), limit: formatBytes(limit) })
  return (
    <figure>
      <figcaption className="flex items-baseline justify-between gap-4">
        <span className="font-medium">{t('dashboard.storage')}</span>
        <span className="text-sm text-muted tabular-nums">{text}</span>
      </figcaption>
      <svg
        aria-hidden
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-3 h-4 w-full overflow-hidden rounded-full bg-sunken"
      >
        <Group>
          {bars.map(({ kind, start, width }) => (
            <Bar key={kind} x={start} y={0} width={width} height={HEIGHT} fill={COLORS[kind]} />
          ))}
        </Group>
      </svg>
      <ul aria-hidden className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {shown.map(({ kind, bytes }) => (
          <li key={kind} className="flex items-center gap-2">
            <span
              style={{ background: kind === 'free' ? 'var(--sunken)' : COLORS[kind] }}
              className="size-2.5 rounded-full outline -outline-offset-1 outline-line"
            />
            {t(`dashboard.storage_${kind}`)}
            <span className="text-muted tabular-nums">{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
      <table className="sr-only">
        <caption>{t('dashboard.storageCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboard.kind')}</th>
            <th scope="col">{t('dashboard.size')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ kind, bytes }) => (
            <tr key={kind}>
              <th scope="row">{t(`dashboard.storage_${kind}`)}</th>
              <td>{formatBytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** The kinds that hold something; what the account counts beyond them is on its way. */
function partsOf(uses: readonly StorageUse[], used: number): Part[] {
  const known = uses.reduce((sum, { bytes }) => sum + bytes, 0)
  const parts: Part[] = uses.filter(({ bytes }) => bytes > 0).map(({ kind, bytes }) => ({ kind, bytes }))
  return uses.length > 0 && used > known ? [...parts, { kind: 'other', bytes: used - known }] : parts
}
