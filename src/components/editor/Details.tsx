import { useQuery } from '@tanstack/react-query'
import { useId, type FocusEvent, type ReactNode } from 'react'
import { AspectChoice } from '@/components/projects/AspectChoice'
import { DurationInput } from '@/components/projects/DurationInput'
import { StylePicker } from '@/components/projects/StylePicker'
import { DESCRIPTION_MAX, DURATION_MAX_SECONDS, DURATION_MIN_SECONDS, TITLE_MAX } from '@/domain/project'
import type { WishField } from '@/domain/wishes'
import { wishText } from '@/domain/wishText'
import { useLiveText, type LiveText } from '@/hooks/editor/useLiveText'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { photoQueries } from '@/hooks/queries/photos'
import { projectQueries } from '@/hooks/queries/projects'
import { t } from '@/lib/i18n'
import { HolderFaces } from './HolderFaces'
import { LiveTextField } from './LiveTextField'

/** What the film is called and how it is to be. Each field renders alone. */
export function Details() {
  return (
    <div className="grid gap-5">
      <TitleField />
      <DescriptionField />
      <StyleField />
      <DurationField />
      <FormatField />
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
      target={TARGETS.title}
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
      target={TARGETS.description}
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
    <Held field="style" live={live}>
      <StylePicker radio={useRadio(live)} />
    </Held>
  )
}

function FormatField() {
  const live = useLiveWish('aspectRatio')
  return (
    <Held field="aspectRatio" live={live}>
      <AspectChoice label={t('editor.format')} radio={useRadio(live)} />
    </Held>
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
    <Held field="durationSeconds" live={live}>
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
    </Held>
  )
}

/** A choice: the focus anywhere in it counts, and who else is in it is shown at its corner. */
function Held({ field, live, children }: { field: WishField; live: LiveText; children: ReactNode }) {
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) live.leave()
  }
  return (
    <div className="relative" onFocus={live.enter} onBlur={left}>
      {children}
      <HolderFaces target={TARGETS[field]} className="absolute top-0 right-0" />
    </div>
  )
}

/** A radio of a group in which `live` says what is chosen. */
function useRadio({ text, change }: LiveText) {
  const name = useId()
  return (value: string) => ({ name, checked: text === value, onChange: () => change(value) })
}

function useLiveWish(field: WishField): LiveText {
  const { userId, projectId } = useProjectEditor()
  const { data: saved = '' } = useQuery({
    ...projectQueries.detail(userId, projectId),
    select: (project) => wishText(project, field),
  })
  return useLiveText(field, TARGETS[field], saved)
}

const TARGETS = {
  title: { kind: 'field', field: 'title' },
  description: { kind: 'field', field: 'description' },
  style: { kind: 'field', field: 'style' },
  durationSeconds: { kind: 'field', field: 'durationSeconds' },
  aspectRatio: { kind: 'field', field: 'aspectRatio' },
  music: { kind: 'field', field: 'music' },
} as const
