import { useCallback, useEffect, useRef } from 'react'
import { onPersonLeft } from '@/lib/pagePerson'
import { useVideoStore } from '@/stores/video.store'
import { holdDraftLock, type DraftLock } from './draftLock'
import { flushDraft, stopDraftSaver } from './draftSaver'
import { isSafe, openSavedDraft } from './openDraft'
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
