import { useId, type ComponentProps, type ReactNode } from 'react'

type Choice<Value extends string> = { value: Value; text: string; picture?: ReactNode }
type ChipRadiosProps<Value extends string> = {
  label: ReactNode
  /** What makes each input part of its form: name, handlers, what is chosen. */
  radio: (value: Value) => ComponentProps<'input'>
  choices: readonly Choice<Value>[]
}

/** One of a few, as a row of chips. */
export function ChipRadios<Value extends string>({ label, radio, choices }: ChipRadiosProps<Value>) {
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
            className="relative flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line px-3.5 text-sm text-muted transition-colors hover:border-line-strong hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              {...radio(value)}
              type="radio"
              value={value}
              // Over all of the chip: what is pressed there is the choice itself.
              className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
            />
            {picture}
            {text}
          </label>
        ))}
      </div>
    </div>
  )
}
