import ChevronDown from 'lucide-react/icons/chevron-down'
import { useId } from 'react'
import { inputClass } from './TextField'

type ChoiceProps = {
  /** Said, not shown: what is chosen speaks for itself. */
  label: string
  value: string
  options: readonly (readonly [value: string, text: string])[]
  onChoose: (value: string) => void
  className?: string
}

/** One of a few, in the browser's own list. */
export function Choice({ label, value, options, onChoose, className = '' }: ChoiceProps) {
  const id = useId()
  return (
    <div className={`relative ${className}`}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
        className={`${inputClass} cursor-pointer appearance-none truncate pr-10`}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-muted"
      />
    </div>
  )
}
