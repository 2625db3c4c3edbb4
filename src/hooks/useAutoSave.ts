import { useEffect } from 'react'
import { onLastWords } from '@/lib/lastWords'
import { onBeforeDatabaseClose } from '@/lib/localDatabase'
import { addPersonalSource } from '@/lib/personalWords'
import { saveStatus, useVideoStore, type VideoState } from '@/stores/video.store'
import { flushDraft, startDraftSaver } from './draftSaver'

/**
 * While this tab edits the draft of `userId`: keep it on this device, flush it when the page is hidden or left, and
 * hold a person back only from losing what really is not saved. What is saved is told by `useSaveStatus`.
 */
export function useAutoSave(userId: string): void {
  const isEditing = useVideoStore(({ access, ownerId }) => access === 'editing' && ownerId === userId)
  useEffect(() => {
    if (!isEditing) return
    const saver = startDraftSaver(userId)
    const removeFlush = onBeforeDatabaseClose(flushDraft)
    const removeLastWords = onLastWords(flushDraft)
    const removePersonal = addPersonalSource(() => useVideoStore.getState().draft)
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') saver.flushAtOnce()
    }
    const flush = () => saver.flushAtOnce()
    document.addEventListener('visibilitychange', flushWhenHidden)
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', askBeforeLoss)
    return () => {
      document.removeEventListener('visibilitychange', flushWhenHidden)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', askBeforeLoss)
      removeFlush()
      removeLastWords()
      removePersonal()
      void saver.flush().then(saver.stop)
    }
  }, [isEditing, userId])
}

/** Text is written in the moment of leaving; only files take longer than that moment. */
function askBeforeLoss(event: BeforeUnloadEvent) {
  void flushDraft()
  if (wouldLose(useVideoStore.getState())) event.preventDefault()
}

function wouldLose(state: VideoState): boolean {
  const status = saveStatus(state)
  return status === 'saving' || (status === 'failed' && !isEmpty(state))
}

const isEmpty = ({ draft }: VideoState) =>
  draft.photos.length === 0 && draft.title === '' && draft.description === ''
