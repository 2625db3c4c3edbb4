import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react'

export const inputClass =
  'min-h-12 w-full rounded-control border border-line-strong/60 bg-surface px-3.5 text-base text-ink ' +
  'transition-colors duration-quick placeholder:text-muted hover:border-line-strong ' +
  'focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent ' +
  'aria-invalid:border-danger'

type TextFieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Stands inside the field, at its end. */
  end?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** One line of text with its label; hint and error are read out with the field. */
export function TextField({ label, hint, error, end, className = '', ...input }: TextFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          className={`${inputClass} ${end ? 'pr-13' : ''}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
        />
        {end && <div className="absolute inset-y-0 right-1 flex items-center">{end}</div>}
      </div>
      {note && (
        <p id={`${id}-note`} className={`text-sm ${error ? 'text-danger' : 'text-muted'}`}>
          {note}
        </p>
      )}
    </div>
  )
}
