import { useMemo } from 'react'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { useVideoStore } from '@/stores/video.store'
import { cancelReading, readPhotos } from './photoReader'

/** For this long a removed photo, or a whole discarded draft, comes back by itself; later by undoing all since. */
export const UNDO_MS = 30_000

/** What a person does with the photos of the draft. The same object on every render. */
export function usePhotoManager() {
  return useMemo(() => {
    const { movePhoto, captionPhoto, choosePhoto, dismissRefused } = useVideoStore.getState()
    return {
      /** A list that is still being made up counts as being read. Must not reject. */
      addPhotos: (files: readonly File[] | Promise<readonly File[]>) => void readPhotos(files),
      cancelReading,
      removePhoto,
      movePhoto,
      captionPhoto,
      choosePhoto,
      dismissRefused,
      sortByDate: () => useVideoStore.getState().sortPhotosByDate(),
      startOver,
    }
  }, [])
}

function removePhoto(id: string): void {
  const { draft, removePhoto: remove, restorePhoto, forgetPhoto } = useVideoStore.getState()
  const name = draft.photos.find((photo) => photo.id === id)?.facts.filename
  if (name === undefined) return
  remove(id)
  setTimeout(() => forgetPhoto(id), UNDO_MS)
  notify.info(t('draft.removed', { name }), {
    id: `removed:${id}`,
    action: { label: t('draft.undo'), onClick: () => restorePhoto(id) },
  })
}

function startOver(): void {
  cancelReading()
  const { discardDraft, restoreDraft, forgetDiscarded, draft } = useVideoStore.getState()
  discardDraft()
  setTimeout(() => {
    if (useVideoStore.getState().discarded === draft) forgetDiscarded()
  }, UNDO_MS)
  notify.info(t('draft.startedOver'), {
    id: 'started-over',
    action: { label: t('draft.undo'), onClick: restoreDraft },
  })
}
