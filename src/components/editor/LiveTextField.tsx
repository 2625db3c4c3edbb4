import { useId, useRef, type ReactNode } from 'react'
import { inputClass } from '@/components/ui/TextField'
import type { Target } from '@/domain/target'
import type { LiveText } from '@/hooks/editor/useLiveText'
import { HolderFaces } from './HolderFaces'
import { useSteadyCaret } from './useSteadyCaret'

type LiveTextFieldProps = {
  label: string
  target: Target
  live: LiveText
  error: string | undefined
  maxLength: number
  placeholder: string
  /** Several lines that grow with what is written. */
  isLong?: boolean
}

/** A text of the project with its label; beside it who else is in it. */
export function LiveTextField({
  label,
  target,
  live,
  error,
  maxLength,
  placeholder,
  isLong,
}: LiveTextFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const typed = useSteadyCaret(isLong ? area : input, live.text)
  const field = {
    id,
    value: live.text,
    maxLength,
    placeholder,
    autoComplete: 'off',
    onFocus: live.enter,
    onBlur: live.leave,
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      typed(value)
      live.change(value)
    },
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-note` : undefined,
  } as const
  return (
    <div className="flex flex-col gap-1.5">
      <FieldLabel htmlFor={id} target={target}>
        {label}
      </FieldLabel>
      {isLong ? (
        <textarea
          {...field}
          ref={area}
          className={`${inputClass} field-sizing-content max-h-56 min-h-20 resize-none py-3`}
        />
      ) : (
        <input {...field} ref={input} type="text" className={inputClass} />
      )}
      {error && (
        <p id={`${id}-note`} className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

type FieldLabelProps = { htmlFor: string; target: Target; children: ReactNode }

/** The faces stand beside the label and not in it: they are no part of the field's name. */
function FieldLabel({ htmlFor, target, children }: FieldLabelProps) {
  return (
    <span className="flex min-h-6 items-center gap-2">
      <label htmlFor={htmlFor} className="text-sm font-medium">
        {children}
      </label>
      <HolderFaces target={target} />
    </span>
  )
}
