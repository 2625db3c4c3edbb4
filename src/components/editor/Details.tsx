import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { AspectChoice } from '@/components/projects/AspectChoice'
import { DurationInput } from '@/components/projects/DurationInput'
import { StylePicker } from '@/components/projects/StylePicker'
import { DESCRIPTION_MAX, DURATION_MAX_SECONDS, DURATION_MIN_SECONDS, TITLE_MAX } from '@/domain/project'
import type { LiveText } from '@/hooks/editor/useLiveText'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { photoQueries } from '@/hooks/queries/photos'
import { t } from '@/lib/i18n'
import { HeldField } from './HeldField'
import { LiveTextField } from './LiveTextField'
import { MusicField } from './MusicField'
import { useLiveWish, WISH_TARGETS } from './useLiveWish'

/** What the film is called and how it is to be. Each field renders alone. */
export function Details() {
  return (
    <div className="grid gap-5">
      <TitleField />
      <DescriptionField />
      <StyleField />
      <DurationField />
      <FormatField />
      <MusicField />
    </div>
  )
}

function TitleField() {
  const live = useLiveWish('title')
  const leave = () => {
    const trimmed = live.text.trim()
    if (trimmed !== '' && trimmed !== live.text) live.change(trimmed)
    live.leave()
  }
  return (
    <LiveTextField
      label={t('draft.title')}
      target={WISH_TARGETS.title}
      live={{ ...live, leave }}
      maxLength={TITLE_MAX}
      placeholder={t('draft.titlePlaceholder')}
      error={live.phase === 'invalid' ? t('draft.titleMissing') : undefined}
    />
  )
}

function DescriptionField() {
  const live = useLiveWish('description')
  return (
    <LiveTextField
      isLong
      label={t('draft.description')}
      target={WISH_TARGETS.description}
      live={live}
      maxLength={DESCRIPTION_MAX}
      placeholder={t('draft.descriptionPlaceholder')}
      error={undefined}
    />
  )
}

function StyleField() {
  const live = useLiveWish('style')
  return (
    <HeldField field="style" live={live}>
      <StylePicker radio={useRadio(live)} />
    </HeldField>
  )
}

function FormatField() {
  const live = useLiveWish('aspectRatio')
  return (
    <HeldField field="aspectRatio" live={live}>
      <AspectChoice label={t('editor.format')} radio={useRadio(live)} />
    </HeldField>
  )
}

function DurationField() {
  const { userId, projectId } = useProjectEditor()
  const live = useLiveWish('durationSeconds')
  const { data: photoCount = 0 } = useQuery({
    ...photoQueries.ofProject(userId, projectId),
    select: (photos) => photos.length,
  })
  return (
    <HeldField field="durationSeconds" live={live}>
      <DurationInput
        label={t('draft.duration')}
        input={{ value: live.text, onChange: ({ target }) => live.change(target.value) }}
        seconds={Number(live.text)}
        photoCount={photoCount}
        error={
          live.phase === 'invalid'
            ? t('draft.durationRange', { min: DURATION_MIN_SECONDS, max: DURATION_MAX_SECONDS / 60 })
            : undefined
        }
        onPreset={(seconds) => live.change(String(seconds))}
      />
    </HeldField>
  )
}

/** A radio of a group in which `live` says what is chosen. */
function useRadio({ text, change }: LiveText) {
  const name = useId()
  return (value: string) => ({ name, checked: text === value, onChange: () => change(value) })
}
