import { useId, type ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'

type Choice = { value: string; text: string; picture?: ReactNode }
type ChipRadiosProps = { label: string; field: UseFormRegisterReturn; choices: readonly Choice[] }

/** One of a few, as a row of chips. */
export function ChipRadios({ label, field, choices }: ChipRadiosProps) {
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <p id={id} className="text-sm font-medium">
        {label}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {choices.map(({ value, text, picture }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line px-3.5 text-sm text-muted transition-colors hover:border-line-strong hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input {...field} type="radio" value={value} className="sr-only" />
            {picture}
            {text}
          </label>
        ))}
      </div>
    </div>
  )
}
