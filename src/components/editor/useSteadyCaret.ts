import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the caret where it is in the words while somebody else's typing changes the text of a field that has the focus;
 * by itself a browser would throw it to the end.
 * @returns tells it which text was typed here
 */
export function useSteadyCaret(
  ref: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  text: string,
): (typed: string) => void {
  const known = useRef(text)
  const caret = useRef(0)
  useLayoutEffect(() => {
    const remember = () => {
      if (document.activeElement === ref.current) caret.current = ref.current?.selectionStart ?? 0
    }
    document.addEventListener('selectionchange', remember)
    return () => document.removeEventListener('selectionchange', remember)
  }, [ref])
  useLayoutEffect(() => {
    const before = known.current
    known.current = text
    if (before === text || document.activeElement !== ref.current) return
    caret.current = movedCaret(caret.current, before, text)
    ref.current?.setSelectionRange(caret.current, caret.current)
  }, [ref, text])
  return useCallback((typed) => {
    known.current = typed
  }, [])
}

/** Where a caret is after a text was changed by somebody else: what it stood behind, it still stands behind. */
export function movedCaret(caret: number, before: string, after: string): number {
  let same = 0
  while (same < caret && before[same] === after[same]) same++
  if (same === caret) return caret
  return Math.max(same, Math.min(after.length, caret + after.length - before.length))
}
