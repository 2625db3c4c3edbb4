import { useEffect } from 'react'
import { hasOwnUndo, undoStep, type UndoStep } from '@/lib/undoKeys'
import { isLocked, useVideoStore, type VideoState } from '@/stores/video.store'

/**
 * The way back and forth through what was done to the draft, also with the keyboard. A text field with the focus keeps
 * the browser's undo of what was typed in it.
 */
export function useDraftUndo() {
  const mayUndo = useVideoStore((state) => isPossible(state, 'undo'))
  const mayRedo = useVideoStore((state) => isPossible(state, 'redo'))
  useEffect(() => {
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
  return { mayUndo, mayRedo, undo, redo }
}

const undo = () => take('undo')
const redo = () => take('redo')

function pressed(event: KeyboardEvent): void {
  const step = undoStep(event)
  if (!step || event.defaultPrevented || hasOwnUndo(event.target)) return
  // Also when there is nothing to undo: a browser would take back what was typed in some field long ago.
  event.preventDefault()
  take(step)
}

function take(step: UndoStep): void {
  const state = useVideoStore.getState()
  if (isPossible(state, step)) state[step]()
}

const isPossible = (state: VideoState, step: UndoStep) =>
  !isLocked(state) && state.history[step === 'undo' ? 'past' : 'future'].length > 0
