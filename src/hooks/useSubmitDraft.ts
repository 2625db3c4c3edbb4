import { useCallback, useEffect, useRef } from 'react'
import type { SubmitEvent } from '@/generation/submitEvents'
import { abortable } from '@/lib/abortable'
import { addWork } from '@/lib/atWork'
import { DataError } from '@/lib/errors'
import { discardSavedDraft } from '@/lib/localDrafts'
import { useDraftAccess, useVideoStore } from '@/stores/video.store'
import { readFileOfDraft } from './draftFiles'
import { flushDraft, stopDraftSaver } from './draftSaver'
import { whenRead } from './photoReader'
import { analysisOf } from './photoSeer'
import { whenTrackRead } from './trackReader'

/**
 * Make the draft of `userId` real, with what happens told through the store. One at a time: further calls while one
 * runs do nothing. The draft leaves this device only after the server has the queued film.
 * `onCreated` gets the id of the project; leaving the page stops the upload, the next try goes on with it.
 */
export function useSubmitDraft(userId: string, onCreated: (projectId: string) => void) {
  const running = useRef<AbortController | null>(null)

  const submit = useCallback(async () => {
    if (running.current) return
    const cancel = new AbortController()
    running.current = cancel
    const { submissionStarted, submissionFailed, submissionCancelled, submissionDone } =
      useVideoStore.getState()
    submissionStarted()
    try {
      if (!navigator.onLine) throw new DataError('create the video', 'network', 0)
      await abortable(Promise.all([whenRead(), whenTrackRead()]), cancel.signal)
      await flushDraft()
      const { draft } = useVideoStore.getState()
      if (draft.photos.length === 0) throw new DataError('create the video', 'no_photos', 0)
      const { submitDraft } = await fetchSubmission()
      const readFile = (id: string) => readFileOfDraft(userId, id)
      const options = { signal: cancel.signal, onProgress: report, analysisOf }
      const { projectId } = await submitDraft(draft, readFile, options)
      // Another tab has the draft meanwhile: it is not ours to clear away. Creating it there leads to the same project.
      cancel.signal.throwIfAborted()
      await stopDraftSaver()
      // If this fails the draft comes back, and creating it once more leads to the same project.
      // What lies there and could not be opened is another draft.
      if (!useVideoStore.getState().isUnopened) await discardSavedDraft(userId).catch(() => undefined)
      submissionDone()
      onCreated(projectId)
    } catch (error) {
      if (cancel.signal.aborted) submissionCancelled()
      else submissionFailed(error instanceof Error ? error : new Error(String(error)))
    } finally {
      running.current = null
    }
  }, [userId, onCreated])

  const cancel = useCallback(() => running.current?.abort(), [])
  useEffect(() => void fetchSubmission().catch(() => undefined), [])

  useEffect(() => {
    const tryAgain = () => {
      const { submission } = useVideoStore.getState()
      if (submission.kind === 'failed' && isNetwork(submission.error)) void submit()
    }
    window.addEventListener('online', tryAgain)
    return () => window.removeEventListener('online', tryAgain)
  }, [submit])
  const isEditing = useDraftAccess() === 'editing'
  useEffect(() => {
    if (!isEditing) cancel()
  }, [isEditing, cancel])
  useEffect(() => cancel, [cancel])
  useEffect(() => addWork(() => running.current !== null), [])

  return { submit, cancel }
}

/** Fetched once the page stands: nobody sends a draft in its first moment. */
const fetchSubmission = () =>
  import('@/generation/submitDraft').catch((cause: unknown) => {
    throw new DataError('create the video', 'network', 0, cause)
  })

const isNetwork = (error: Error) => error instanceof DataError && error.code === 'network'

function report(event: SubmitEvent): void {
  const { stepEntered, uploadChanged, uploadsMoved } = useVideoStore.getState()
  switch (event.type) {
    case 'step':
      return stepEntered(event.step)
    case 'photo':
      return uploadChanged(event.photoId, event.state)
    case 'total':
      return uploadsMoved(event.fraction, event.donePhotos)
    default:
      return event satisfies never
  }
}
