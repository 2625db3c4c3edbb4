import { useId, type ReactNode } from 'react'

type SwitchProps = {
  label: string
  /** What turning it on means; read out with it. */
  text: ReactNode
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  /** Of something that says more, read out after the text. */
  noteId?: string
}

/** One thing that is on or off at once, without a button to save it. */
export function Switch({ label, text, checked, disabled = false, onChange, noteId }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <div id={`${id}-text`} className="mt-0.5 text-body text-muted">
          {text}
        </div>
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={noteId === undefined ? `${id}-text` : `${id}-text ${noteId}`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        className="relative mt-0.5 h-7 w-12 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors before:absolute before:top-1/2 before:left-1 before:size-4.5 before:-translate-y-1/2 before:rounded-full before:bg-line-strong before:transition-[translate,background-color] before:duration-calm before:ease-calm checked:border-accent checked:bg-accent checked:before:translate-x-5 checked:before:bg-accent-ink disabled:cursor-default disabled:opacity-55"
      />
    </div>
  )
}
