import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { useSearchParams } from 'react-router-dom'
import { PhotoSection } from '@/components/photos/PhotoSection'
import { useProjectForm, type FormWishes } from '@/hooks/useProjectForm'
import { useSamplePhotos } from '@/hooks/useSamplePhotos'
import { useSharedPhotos } from '@/hooks/useSharedPhotos'
import { useSubmitDraft } from '@/hooks/useSubmitDraft'
import { t } from '@/lib/i18n'
import { useIsLocked, useVideoStore } from '@/stores/video.store'
import { CreateBar } from './CreateBar'
import { DraftFields } from './DraftFields'

type DraftFormProps = { userId: string; onCreated: (projectId: string) => void }

/**
 * Photos beside the words on a laptop, one column with the button always in reach on a phone. While another tab edits
 * the draft, or it is on its way, all of it is disabled.
 */
export function DraftForm({ userId, onCreated }: DraftFormProps) {
  const form = useProjectForm()
  const isLocked = useIsLocked()
  const picker = useRef<HTMLInputElement>(null)
  const photosMissing = usePhotosMissing()
  const { submit, cancel } = useSubmitDraft(userId, onCreated)
  const { addSamples, painting } = useSamplesFromLink()
  useSharedPhotos()
  const create = useCallback(() => void submit(), [submit])

  const check = (event: FormEvent) => {
    event.preventDefault()
    if (isLocked) return
    const arePhotosMissing = photosMissing.check()
    if (arePhotosMissing) picker.current?.focus()
    const start = () => {
      if (!arePhotosMissing) create()
    }
    const focusFirst = (errors: FieldErrors<FormWishes>) => {
      if (arePhotosMissing) return
      const [first] = (['title', 'description', 'durationSeconds'] as const).filter((field) => errors[field])
      if (first) form.setFocus(first)
    }
    void form.handleSubmit(start, focusFirst)()
  }
  return (
    <form
      noValidate
      onSubmit={check}
      className="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-10 xl:grid-cols-[minmax(0,1fr)_24rem] xl:gap-14"
    >
      <PhotoSection
        picker={picker}
        error={photosMissing.isShown ? t('draft.photosMissing') : undefined}
        painting={painting}
        onSamples={() => void addSamples()}
        onRetryUpload={create}
      />
      {/* On a phone this box is not there: the bar must be able to stick to the bottom all the way up the page. */}
      <div className="contents lg:sticky lg:top-6 lg:grid lg:gap-3">
        <fieldset disabled={isLocked} className="grid min-w-0 gap-5 transition-opacity disabled:opacity-60">
          <DraftFields form={form} />
        </fieldset>
        <CreateBar onCancel={cancel} onRetry={create} />
      </div>
    </form>
  )
}

/** The words about missing photos: shown when the film was asked for without one, gone with the first. */
function usePhotosMissing() {
  const [wasAsked, setWasAsked] = useState(false)
  const hasPhotos = useVideoStore(({ draft, incoming }) => draft.photos.length + incoming.length > 0)
  const check = () => {
    setWasAsked(true)
    return !hasPhotos
  }
  return { isShown: wasAsked && !hasPhotos, check }
}

/** `?samples=1` (the link of the home page and the empty dashboard) asks for the sample photos, once. */
function useSamplesFromLink() {
  const samples = useSamplePhotos()
  const { addSamples } = samples
  const [params, setParams] = useSearchParams()
  const isAsked = params.get('samples') === '1'
  const isLocked = useIsLocked()
  useEffect(() => {
    if (!isAsked || isLocked) return
    setParams({}, { replace: true })
    if (useVideoStore.getState().draft.photos.length === 0) void addSamples()
  }, [isAsked, isLocked, setParams, addSamples])
  return samples
}
