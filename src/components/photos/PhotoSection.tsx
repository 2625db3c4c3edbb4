import type { RefObject } from 'react'
import { Button } from '@/components/ui/Button'
import { useCommands } from '@/hooks/useCommands'
import { useFileDrop } from '@/hooks/useFileDrop'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import type { Painting } from '@/hooks/useSamplePhotos'
import { t } from '@/lib/i18n'
import { useIsLocked, useVideoStore } from '@/stores/video.store'
import { PhotoList } from './PhotoList'
import { PhotoPicker } from './PhotoPicker'
import { ReadingProgress } from './ReadingProgress'
import { RefusedFiles } from './RefusedFiles'
import { SampleOffer } from './SampleOffer'

type PhotoSectionProps = {
  picker: RefObject<HTMLInputElement | null>
  error: string | undefined
  painting: Painting | null
  onSamples: () => void
  onRetryUpload: () => void
}

/** Everything about the photos: choosing, dropping, pasting, ordering, captions, and what was refused. */
export function PhotoSection({ picker, error, painting, onSamples, onRetryUpload }: PhotoSectionProps) {
  const count = useVideoStore(({ draft }) => draft.photos.length)
  const isEmpty = useVideoStore(({ draft, incoming }) => draft.photos.length + incoming.length === 0)
  const isLocked = useIsLocked()
  const { addPhotos, sortByDate, removePhoto } = usePhotoManager()
  const isOver = useFileDrop(!isLocked, addPhotos)
  useCommands({
    addPhotos: isLocked ? null : () => picker.current?.click(),
    addSamples: isEmpty && !isLocked && painting === null ? onSamples : null,
    sortPhotos: count > 1 && !isLocked ? sortByDate : null,
  })
  return (
    <section aria-labelledby="photos-heading" className="grid content-start gap-4">
      <div className="flex min-h-9 items-center justify-between gap-4">
        <h2 id="photos-heading" className="font-medium">
          {count === 0 ? t('draft.photosHeading') : t('draft.photoCount', { count })}
        </h2>
        {count > 1 && (
          <Button variant="quiet" size="small" onClick={sortByDate} disabled={isLocked}>
            {t('draft.sortByDate')}
          </Button>
        )}
      </div>
      <PhotoPicker
        ref={picker}
        compact={!isEmpty}
        disabled={isLocked}
        error={isEmpty ? error : undefined}
        onFiles={addPhotos}
      />
      {isEmpty && (
        <SampleOffer painting={painting} disabled={painting !== null || isLocked} onSamples={onSamples} />
      )}
      <ReadingProgress />
      <RefusedFiles />
      <PhotoList onRemove={(id) => removeAndRefocus(id, removePhoto)} onRetryUpload={onRetryUpload} />
      {isOver && <DropCurtain />}
    </section>
  )
}

/** The pressed button goes with its photo: the focus moves to the neighbour's, or back to the picker. */
function removeAndRefocus(id: string, remove: (id: string) => void) {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-remove]')]
  const at = buttons.findIndex((button) => button.dataset.remove === id)
  const next = buttons[at + 1] ?? buttons[at - 1] ?? document.querySelector<HTMLElement>('input[type=file]')
  remove(id)
  next?.focus()
}

function DropCurtain() {
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-card border-3 border-dashed border-accent bg-paper/85 backdrop-blur-sm">
      <p className="font-display text-3xl font-semibold">{t('draft.dropNow')}</p>
    </div>
  )
}
