type MeterProps = { label: string; used: number; limit: number; valueText: string; note?: string }

/** How much of an allowance is used. Turns red where the next wish may be refused. */
export function Meter({ label, used, limit, valueText, note }: MeterProps) {
  const fraction = limit === 0 ? 1 : Math.min(1, used / limit)
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-medium">{label}</span>
        <span className="text-sm text-muted tabular-nums">{valueText}</span>
      </div>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- browsers do not let the element be styled alike
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={valueText}
        className="mt-2.5 h-2.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={`h-full rounded-full transition-[width] duration-grand ease-calm ${fraction > 0.9 ? 'bg-danger' : 'bg-accent'}`}
          style={{ width: `${fraction * 100}%` }}
        />
      </div>
      {note && <p className="mt-2 text-sm text-muted">{note}</p>}
    </div>
  )
}
