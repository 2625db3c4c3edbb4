import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useId, useState, type ReactNode } from 'react'
import { inputClass } from '@/components/ui/TextField'
import { t } from '@/lib/i18n'

const STEP_SECONDS = 0.5

type SecondsFieldProps = {
  label: string
  /** What it is about, for the buttons' names. */
  name: string
  seconds: number
  least: number
  most: number
  hint?: string | undefined
  onChange: (seconds: number) => void
  /** Leaves it to the director again. */
  onAutomatic?: (() => void) | undefined
}

/** A length in seconds: typed, or in steps of half a second. What is typed counts when the field is left. */
export function SecondsField({
  label,
  name,
  seconds,
  least,
  most,
  hint,
  onChange,
  onAutomatic,
}: SecondsFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const clamp = (value: number) => Math.min(most, Math.max(least, value))
  const finish = () => {
    const value = Number(typed?.replace(',', '.'))
    if (typed !== null && typed !== '' && Number.isFinite(value)) onChange(clamp(value))
    setTyped(null)
  }
  const step = (by: number) => onChange(clamp(Math.round((seconds + by) * 10) / 10))
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="mt-1.5 flex items-center gap-1.5">
        <StepButton label={t('editor.shorter', { name })} onPress={() => step(-STEP_SECONDS)}>
          <Minus aria-hidden className="size-4" />
        </StepButton>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? seconds.toFixed(1)}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={finish}
          onKeyDown={({ key }) => {
            if (key === 'Enter') finish()
            if (key === 'Escape') setTyped(null)
          }}
          className={`${inputClass} w-20! text-center tabular-nums`}
        />
        <StepButton label={t('editor.longer', { name })} onPress={() => step(STEP_SECONDS)}>
          <Plus aria-hidden className="size-4" />
        </StepButton>
        {onAutomatic && (
          <button
            type="button"
            onClick={onAutomatic}
            className="ml-2 min-h-11 rounded-mark text-sm font-medium underline decoration-line-strong underline-offset-4 hover:decoration-current"
          >
            {t('editor.automatic')}
          </button>
        )}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}

function StepButton({
  label,
  onPress,
  children,
}: {
  label: string
  onPress: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-11 place-items-center rounded-control border border-line transition-colors hover:border-line-strong hover:bg-sunken"
    >
      {children}
    </button>
  )
}
