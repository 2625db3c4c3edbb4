type ProgressBarProps = {
  label: string
  /** 0..100 */
  percent: number
  /** What is said instead of the bare number. */
  valueText?: string
  className?: string
}

export function ProgressBar({ label, percent, valueText, className = '' }: ProgressBarProps) {
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- browsers do not let the element be styled alike
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
      className={`h-2 overflow-hidden rounded-full bg-sunken ${className}`}
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-grand ease-calm"
        style={{ width: `${Math.max(2, percent)}%` }}
      />
    </div>
  )
}
