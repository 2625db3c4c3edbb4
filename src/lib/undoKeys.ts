export type UndoStep = 'undo' | 'redo'

/** What a key press asks for: Ctrl/⌘+Z back, Shift+Ctrl/⌘+Z or Ctrl+Y forward, anything else nothing. */
export function undoStep({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): UndoStep | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null
}

const WITHOUT_TEXT = ['checkbox', 'radio', 'file', 'range', 'color', 'button', 'submit', 'reset', 'image']

/** Does what has the focus undo its own text, or belong to a dialog over the page? Then the browser's undo stays. */
export function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=dialog], [role=alertdialog]')) return true
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type)
  return target.closest('textarea, [contenteditable]:not([contenteditable=false])') !== null
}
