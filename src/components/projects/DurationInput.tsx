import { useId, type ComponentProps, type ReactNode } from 'react'
import { inputClass } from '@/components/ui/TextField'
import { DURATION_MAX_SECONDS, DURATION_MIN_SECONDS } from '@/domain/project'
import { t } from '@/lib/i18n'

const PRESETS = [15, 30, 60, 180] as const
/** Below this a photo is gone before it was seen. */
const QUICK_SECONDS = 1.5

type DurationInputProps = {
  label: ReactNode
  /** What makes the input part of its form. */
  input: ComponentProps<'input'>
  /** The length the film would have now. */
  seconds: number
  photoCount: number
  error: string | undefined
  onPreset: (seconds: number) => void
}

/** Seconds, with common lengths beside it and what they mean for each photo. */
export function DurationInput({ label, input, seconds, photoCount, error, onPreset }: DurationInputProps) {
  const id = useId()
  const isFixed = input.readOnly === true
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="relative w-24">
          <input
            {...input}
            id={id}
            type="number"
            inputMode="numeric"
            min={DURATION_MIN_SECONDS}
            max={DURATION_MAX_SECONDS}
            step={1}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-note`}
            className={`${inputClass} pr-8 tabular-nums [appearance:textfield]`}
          />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-3.5 flex items-center text-sm text-muted"
          >
            {t('draft.durationUnit')}
          </span>
        </div>
        {!isFixed && (
          <fieldset aria-label={t('draft.presets')} className="flex gap-1.5">
            {PRESETS.map((preset) => (
              <button
                key={preset}
                type="button"
                aria-pressed={seconds === preset}
                onClick={() => onPreset(preset)}
                className="min-h-11 rounded-full border border-line bg-surface px-2.5 text-sm text-muted tabular-nums transition-colors hover:border-line-strong hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink"
              >
                {t(`draft.preset_${preset}`)}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <p id={`${id}-note`} className={`mt-1.5 text-sm ${error ? 'text-danger' : 'text-muted'}`}>
        {error ?? perPhoto(seconds, photoCount)}
      </p>
    </div>
  )
}

function perPhoto(total: number, count: number): string {
  if (count === 0) return t('draft.durationHint')
  const each = total / count
  const seconds = String(Number(each.toFixed(each < 10 ? 1 : 0)))
  if (count > 1 && each < QUICK_SECONDS) return t('draft.durationShort', { count, seconds })
  return t('draft.durationPerPhoto', { count, seconds })
}
