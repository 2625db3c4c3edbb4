import { useCallback, useEffect, useRef } from 'react'
import { emptyDraft } from '@/domain/draft'
import { deviceError } from '@/lib/localDatabase'
import { deleteStrayFiles, loadDraft, type FoundFile } from '@/lib/localDrafts'
import { onPersonLeft } from '@/lib/pagePerson'
import type { PhotoFile } from '@/stores/photoFiles.slice'
import { saveStatus, useVideoStore } from '@/stores/video.store'
import { holdDraftLock, type DraftLock } from './draftLock'
import { flushDraft, stopDraftSaver } from './draftSaver'
import { abandonReading } from './photoReader'

// Also what could not be kept on the device, and would else stay in memory until it can: a person who leaves takes it along.
onPersonLeft((userId) => {
  const isTheirs = () => useVideoStore.getState().ownerId === userId
  if (!isTheirs()) return
  abandonReading()
  void flushDraft().then(() => isTheirs() && useVideoStore.getState().draftClosed())
})

/**
 * Bring a user's draft on screen as it lies on this device: editable when this tab gets the draft's lock, to read while
 * another tab has it. `takeOver` asks that other tab to let go.
 */
export function useDraftRestore(userId: string): { takeOver: () => void } {
  const lock = useRef<DraftLock | null>(null)
  useEffect(() => {
    const { accessChanged, draftClosed } = useVideoStore.getState()
    let left = false
    const held = holdDraftLock(userId, {
      held: async () => {
        if (left) return
        await openSavedDraft(userId, { toEdit: true })
        if (!left) accessChanged('editing')
      },
      elsewhere: async () => {
        if (left) return
        accessChanged('reading')
        await stopDraftSaver()
        draftClosed()
        await openSavedDraft(userId, { toEdit: false })
      },
      leave: async () => {
        abandonReading()
        await flushDraft()
        await stopDraftSaver()
      },
    })
    lock.current = held
    return () => {
      left = true
      accessChanged('opening')
      void held.release().then(() => {
        // What is safe on the device does not stay in memory for whoever signs in next.
        const state = useVideoStore.getState()
        if (state.access === 'opening' && isSafe()) draftClosed()
      })
    }
  }, [userId])
  return { takeOver: useCallback(() => lock.current?.takeOver(), []) }
}

/** Nothing on screen would be lost: it is on the device, or it has become a project. */
function isSafe(): boolean {
  const state = useVideoStore.getState()
  const status = saveStatus(state)
  return (
    status === 'saved' ||
    status === 'untouched' ||
    status === 'incomplete' ||
    state.submission.kind === 'done'
  )
}

/** What this tab could not save stays on screen; anything else is read from the device. */
async function openSavedDraft(userId: string, { toEdit }: { toEdit: boolean }): Promise<void> {
  const { ownerId, draftOpened, draftNotSaved, noticed } = useVideoStore.getState()
  if (ownerId === userId && !isSafe()) return
  const nothing = { ownerId: userId, draft: emptyDraft(), isKept: false, files: {}, lost: [] }
  try {
    const found = await loadDraft(userId)
    switch (found.state) {
      case 'found': {
        const { draft, incoming: lost, files } = found
        // Before anything can be added: a file that comes now is in no draft yet.
        if (toEdit) await deleteStrayFiles(userId, draft).catch(() => undefined)
        return draftOpened({ ownerId: userId, draft, isKept: true, files: filesOf(files), lost })
      }
      case 'none':
        return draftOpened(nothing)
      case 'gone':
        draftOpened(nothing)
        return noticed({ kind: 'gone' })
      case 'quarantined':
        draftOpened(nothing)
        return noticed({ kind: 'quarantined', key: found.key })
      default:
        return found satisfies never
    }
  } catch (error) {
    draftOpened(nothing)
    draftNotSaved(deviceError(error).code)
  }
}

const filesOf = (found: readonly FoundFile[]): Record<string, PhotoFile> =>
  Object.fromEntries(
    found.map(({ id, thumbnail }) => [id, thumbnail ? { kind: 'saved', thumbnail } : { kind: 'missing' }]),
  )
