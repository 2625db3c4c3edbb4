import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/** Closed dialogs leave the focus on the page as a whole where what opened them is gone. */
const isFocusNowhere = () =>
  document.activeElement === document.body || document.activeElement === document.getElementById('main')

/**
 * Moves the focus between the titles of a feed of which only a part is in the document.
 * @param focused the place in which the focus is, -1 for none: what is drawn there anew has it again
 */
export function useFeedFocus(
  list: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<Window, Element>,
  columns: number,
  total: number,
  focused: number,
) {
  const wanted = useRef<number | null>(null)
  const gone = useRef<number | null>(null)
  useLayoutEffect(() => {
    // An element that is taken out takes the focus with it and says nothing.
    if (focused >= 0 && document.activeElement === document.body) wanted.current ??= focused
    if (wanted.current === null) return
    const title = list.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"] a`)
    if (!title) return
    wanted.current = null
    title.focus({ preventScroll: true })
  })

  /** The title at a place gets the focus as soon as there is one. */
  const whenShown = useCallback((place: number) => void (wanted.current = place), [])
  const goTo = useCallback(
    (place: number) => {
      virtualizer.scrollToIndex(Math.floor(place / columns), { align: 'auto' })
      const title = list.current?.querySelector<HTMLElement>(`[data-place="${place}"] a`)
      // What is focused now is not wanted any more: the next drawing would take the focus from where it has gone since.
      wanted.current = title ? null : place
      title?.focus({ preventScroll: true })
    },
    [list, virtualizer, columns],
  )

  // What goes had the focus: what has come in its place gets it, once the dialog that asked has let go.
  const before = useRef(total)
  useEffect(() => {
    const place = gone.current
    if (total < before.current && place !== null && total > 0)
      requestAnimationFrame(() => {
        if (isFocusNowhere()) goTo(Math.min(place, total - 1))
      })
    if (total !== before.current) gone.current = null
    before.current = total
  }, [total, goTo])
  /** What is at this place may be deleted next. */
  const expectGone = useCallback((place: number) => void (gone.current = place), [])

  return { whenShown, goTo, expectGone }
}
