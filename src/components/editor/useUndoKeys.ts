import { useEffect, type RefObject } from 'react'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { undoStep } from '@/lib/undoKeys'

/**
 * Ctrl/⌘+Z and Shift+Ctrl/⌘+Z (and Ctrl+Y) on the page of a project.
 *
 * [Note: one undo] Also in the fields of the editor: others change them too, which a browser's own undo does not
 * survive. In fields that are not the editor's, such as those of a dialog, the browser's stays.
 */
export function useUndoKeys(editor: RefObject<HTMLElement | null>): void {
  const { steps, mayEdit } = useProjectEditor()
  useEffect(() => {
    if (!mayEdit) return
    const pressed = (event: KeyboardEvent) => {
      const step = undoStep(event)
      if (!step || event.defaultPrevented || isElsewhere(event.target, editor.current)) return
      event.preventDefault()
      steps[step]()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [editor, steps, mayEdit])
}

function isElsewhere(target: EventTarget | null, editor: HTMLElement | null): boolean {
  if (!(target instanceof Element) || editor?.contains(target)) return false
  return (
    target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]') !== null
  )
}
