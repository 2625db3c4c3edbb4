import type { UseFormReturn } from 'react-hook-form'
import { StylePicker } from '@/components/projects/StylePicker'
import { TextAreaField } from '@/components/ui/TextAreaField'
import { TextField } from '@/components/ui/TextField'
import { DESCRIPTION_MAX, TITLE_MAX } from '@/domain/project'
import type { Style } from '@/domain/project'
import { useCommands } from '@/hooks/useCommands'
import type { FormWishes } from '@/hooks/useProjectForm'
import { t } from '@/lib/i18n'
import { isLocked, useVideoStore } from '@/stores/video.store'
import { DurationField } from './DurationField'
import { MoreOptions } from './MoreOptions'

/** What a person says about the film: name, words, look, length. */
export function DraftFields({ form }: { form: UseFormReturn<FormWishes> }) {
  const { register, setValue, formState } = form
  const { errors, isSubmitted } = formState
  useStyleCommands()
  return (
    <>
      <TextField
        {...register('title')}
        label={t('draft.title')}
        placeholder={t('draft.titlePlaceholder')}
        maxLength={TITLE_MAX}
        autoComplete="off"
        enterKeyHint="next"
        error={errors.title?.message}
      />
      <TextAreaField
        {...register('description')}
        label={t('draft.description')}
        placeholder={t('draft.descriptionPlaceholder')}
        maxLength={DESCRIPTION_MAX}
        error={errors.description?.message}
      />
      <StylePicker radio={() => register('style')} />
      <DurationField
        field={register('durationSeconds', { valueAsNumber: true })}
        error={errors.durationSeconds?.message}
        onPreset={(seconds) => setValue('durationSeconds', seconds, { shouldValidate: isSubmitted })}
      />
      <MoreOptions register={register} />
    </>
  )
}

const chooseStyle = (style: Style) => () => {
  const state = useVideoStore.getState()
  if (!isLocked(state)) state.editDraft({ style })
}

function useStyleCommands() {
  useCommands({
    styleClassic: chooseStyle('classic'),
    styleModern: chooseStyle('modern'),
    styleCinematic: chooseStyle('cinematic'),
    styleVintage: chooseStyle('vintage'),
  })
}
