import { fileIdsOf } from '@/domain/draft'
import { deviceError } from '@/lib/localDatabase'
import { askToStay, deleteDraftFiles, saveDraft, saveDraftFile, takeBallast } from '@/lib/localDrafts'
import { goneFiles, filesInHistory } from '@/stores/history.slice'
import { hasUnsavedText, unreadPhotos, useVideoStore, type VideoState } from '@/stores/video.store'

/*
 * [Note: saved while typing goes on]
 * The clock starts with the first change that is not saved and is not set back by the next one: somebody who types
 * without a pause is never more than this far ahead of what is on the device.
 */
export const SAVE_DELAY_MS = 300
const RETRY_AFTER_MS = 10_000

export type DraftSaver = {
  /** Write everything that is not saved yet, now. Never rejects: what failed is in the store. */
  flush: () => Promise<void>
  /** Write nothing any more; waits for the write that is under way. */
  stop: () => Promise<void>
}

let current: DraftSaver | null = null

/** Write the open draft to this device now, if there is one; for those about to leave or to crash. */
export async function flushDraft(): Promise<void> {
  await current?.flush()
}

/** Nothing is written after this: the draft's lock is about to go to another tab. */
export async function stopDraftSaver(): Promise<void> {
  await current?.stop()
}

/**
 * Keep a user's draft on this device from here on: the text within `SAVE_DELAY_MS` of a change, files as soon as they
 * arrive, each in its own transaction, files of photos that are gone for good deleted.
 */
export function startDraftSaver(userId: string): DraftSaver {
  const stored = new Set(Object.keys(useVideoStore.getState().files))
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | null = null

  const isOurs = (state: VideoState) => !stopped && state.ownerId === userId

  async function write(): Promise<void> {
    for (;;) {
      const state = useVideoStore.getState()
      if (!isOurs(state)) return
      if (hasUnsavedText(state)) {
        // The files that the older text on the device names stay with it.
        if (!(await saveText(userId, state))) return
        continue
      }
      const file = nextFile(state)
      if (!file) break
      if (await saveFile(userId, file)) stored.add(file.id)
    }
    makeRoom()
    await deleteStrays()
  }

  async function deleteStrays() {
    const state = useVideoStore.getState()
    const wanted = wantedFiles(state)
    const strays = Object.keys(state.files).filter((id) => !wanted.has(id))
    if (strays.length === 0 || !isOurs(state)) return
    strays.forEach((id) => state.fileDeleted(id))
    const onDisk = strays.filter((id) => stored.delete(id))
    // A file that stays behind is cleared away when the draft is loaded next.
    await deleteDraftFiles(userId, onDisk).catch(() => undefined)
    // Room was made: what did not fit may fit now.
    if (onDisk.length > 0) state.retryFiles()
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing ??= write().finally(() => {
      writing = null
      schedule()
    })
    return writing
  }

  function schedule() {
    const state = useVideoStore.getState()
    if (!isOurs(state) || writing || !hasWork(state)) return
    const delay = patience(state)
    // A text that waits for its moment does not hold up a file.
    if (timer !== undefined && delay > 0) return
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delay)
  }

  const unsubscribe = useVideoStore.subscribe(schedule)
  schedule()
  void takeBallast()
  const saver: DraftSaver = {
    flush: async () => {
      await flush()
      // What was changed while the write was under way.
      if (hasUnsavedText(useVideoStore.getState())) await flush()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
      if (current === saver) current = null
      await writing
    },
  }
  current = saver
  return saver
}

/** Milliseconds: files and their names are written at once, text a moment later, what just failed much later. */
function patience(state: VideoState): number {
  if (state.saveError) return RETRY_AFTER_MS
  return nextFile(state) || state.incoming.length > 0 ? 0 : SAVE_DELAY_MS
}

function hasWork(state: VideoState): boolean {
  const wanted = wantedFiles(state)
  return (
    hasUnsavedText(state) ||
    nextFile(state) !== null ||
    canMakeRoom(state) ||
    Object.keys(state.files).some((id) => !wanted.has(id))
  )
}

/*
 * [Note: room for what is here]
 * Removed photos keep their files for an undo. On a device that is full they give way to photos that are in the draft,
 * but for those removed a moment ago, whose message still offers to bring them back.
 */
function canMakeRoom(state: VideoState): boolean {
  const isFull = Object.values(state.files).some(
    (file) => file.kind === 'failed' && file.code === 'storage_full',
  )
  return isFull && goneFiles(state).size > 0
}

function makeRoom() {
  const state = useVideoStore.getState()
  if (canMakeRoom(state)) state.forgetGoneFiles()
}

/** Files that may still be needed: of the draft, and of what can be undone. */
function wantedFiles({ draft, removedPhotos, discarded, history }: VideoState): Set<string> {
  return new Set([
    ...filesInHistory(history),
    ...fileIdsOf(draft),
    ...removedPhotos.map(({ photo }) => photo.id),
    ...(discarded ? fileIdsOf(discarded) : []),
  ])
}

type WaitingFile = { id: string; file: Blob; thumbnail: Blob }
function nextFile({ files }: VideoState): WaitingFile | null {
  for (const [id, entry] of Object.entries(files)) {
    if (entry.kind === 'saving') return { id, file: entry.file, thumbnail: entry.thumbnail }
  }
  return null
}

async function saveText(userId: string, state: VideoState): Promise<boolean> {
  const unread = unreadPhotos(state)
  try {
    await saveDraft(userId, state.draft, unread)
    state.draftSaved(state.draft, unread)
    return true
  } catch (error) {
    state.draftNotSaved(deviceError(error).code)
    return false
  }
}

async function saveFile(userId: string, { id, file, thumbnail }: WaitingFile): Promise<boolean> {
  const { fileSaved, fileFailed } = useVideoStore.getState()
  try {
    await saveDraftFile(userId, id, file, thumbnail)
    fileSaved(id)
    askToStay()
    return true
  } catch (error) {
    fileFailed(id, deviceError(error).code)
    return false
  }
}
