import { fileIdsOf } from '@/domain/draft'
import { takeBallast } from '@/lib/ballast'
import { deviceError, onDatabaseForgotten } from '@/lib/localDatabase'
import { askToStay, deleteDraftFiles, saveDraft, saveDraftFile } from '@/lib/localDrafts'
import { goneFiles, filesInHistory } from '@/stores/history.slice'
import { hasUnsavedText, unreadPhotos, useVideoStore, type VideoState } from '@/stores/video.store'
import { openLater } from './openDraft'

/*
 * [Note: saved while typing goes on]
 * The clock starts with the first change that is not saved and is not set back by the next one: somebody who types
 * without a pause is never more than this far ahead of what is on the device. A large file that is being written does
 * not hold it up either: the text has its own transactions and its own turn.
 */
export const SAVE_DELAY_MS = 300
const RETRY_AFTER_MS = 10_000
const OPEN_AGAIN_AFTER_MS = 2_000

export type DraftSaver = {
  /** Write everything that is not saved yet, now. Never rejects: what failed is in the store. */
  flush: () => Promise<void>
  /** The page is going, and nobody will hear when a write is through: begin them all, wait for none. */
  flushAtOnce: () => void
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
  let textTimer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | null = null
  let writingText: Promise<boolean> | null = null

  const isOurs = (state: VideoState) => !stopped && state.ownerId === userId

  async function write(): Promise<void> {
    const { isUnopened } = useVideoStore.getState()
    if (isUnopened && !(await openLater(userId))) return
    // A file without the text that names it would be a stray; the files that the older text names stay with it.
    while (await flushText()) {
      const file = nextFile(useVideoStore.getState())
      if (!file) {
        makeRoom()
        return deleteStrays()
      }
      if (await saveFile(userId, file)) stored.add(file.id)
    }
  }

  /** @returns false when some text is not saved, nor can be */
  function flushText(): Promise<boolean> {
    clearTimeout(textTimer)
    textTimer = undefined
    writingText ??= writeText().finally(() => {
      writingText = null
      schedule()
    })
    return writingText
  }

  async function writeText(): Promise<boolean> {
    for (;;) {
      const state = useVideoStore.getState()
      if (!isOurs(state) || state.isUnopened) return false
      if (!hasUnsavedText(state)) return true
      if (!(await saveText(userId, state))) return false
    }
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
    if (!isOurs(state)) return
    if (writing) return scheduleText(state)
    if (!hasWork(state)) return
    const delay = patience(state)
    // A text that waits for its moment does not hold up a file.
    if (timer !== undefined && delay > 0) return
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delay)
  }

  /** While files are written. */
  function scheduleText(state: VideoState) {
    if (writingText || textTimer !== undefined || !hasUnsavedText(state)) return
    textTimer = setTimeout(() => void flushText(), state.saveError ? RETRY_AFTER_MS : SAVE_DELAY_MS)
  }

  const unsubscribe = useVideoStore.subscribe(schedule)
  const stopHearing = onDatabaseForgotten(() => {
    stored.clear()
    if (isOurs(useVideoStore.getState())) useVideoStore.getState().deviceForgot()
    void takeBallast()
  })
  schedule()
  void takeBallast()
  const saver: DraftSaver = {
    flush: async () => {
      await flush()
      // What was changed while the write was under way.
      if (hasUnsavedText(useVideoStore.getState())) await flush()
    },
    flushAtOnce: () => {
      const state = useVideoStore.getState()
      // An older text may be on its way: this one goes right behind it.
      if (writingText && isOurs(state) && !state.isUnopened && hasUnsavedText(state))
        void saveText(userId, state)
      else void flushText()
      void flush()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      clearTimeout(textTimer)
      unsubscribe()
      stopHearing()
      if (current === saver) current = null
      await Promise.all([writing, writingText])
    },
  }
  current = saver
  return saver
}

/** Milliseconds: files and their names are written at once, text a moment later, what just failed much later. */
function patience(state: VideoState): number {
  if (state.isUnopened) return OPEN_AGAIN_AFTER_MS
  if (state.saveError) return RETRY_AFTER_MS
  return nextFile(state) || state.incoming.length > 0 ? 0 : SAVE_DELAY_MS
}

function hasWork(state: VideoState): boolean {
  // Which of two drafts to keep is the person's to say.
  if (state.isUnopened) return state.saveError !== 'earlier_draft'
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
