import type { UseFormRegisterReturn } from 'react-hook-form'
import { DurationInput } from '@/components/projects/DurationInput'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

type DurationFieldProps = {
  field: UseFormRegisterReturn
  error: string | undefined
  onPreset: (seconds: number) => void
}

/** The length of the drafted film. */
export function DurationField({ field, error, onPreset }: DurationFieldProps) {
  const seconds = useVideoStore(({ draft }) => draft.durationSeconds)
  const photoCount = useVideoStore(({ draft }) => draft.photos.length)
  return (
    <DurationInput
      label={t('draft.duration')}
      input={field}
      seconds={seconds}
      photoCount={photoCount}
      error={error}
      onPreset={onPreset}
    />
  )
}
