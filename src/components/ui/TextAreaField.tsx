import { useId, type Ref, type TextareaHTMLAttributes } from 'react'
import { inputClass } from './TextField'

type TextAreaFieldProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string
  error?: string | undefined
  ref?: Ref<HTMLTextAreaElement>
}

/** Some lines of text with their label; it grows with what is written. */
export function TextAreaField({ label, error, ...textarea }: TextAreaFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        {...textarea}
        id={id}
        className={`${inputClass} field-sizing-content max-h-56 min-h-20 resize-none py-3`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-note` : undefined}
      />
      {error && (
        <p id={`${id}-note`} className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
