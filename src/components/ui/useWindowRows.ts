import { defaultRangeExtractor, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'

type WindowRows = {
  /** The element that is as tall as all rows together. */
  ref: RefObject<HTMLElement | null>
  count: number
  /** Height of a row in px with the gap under it, exact or (where rows are measured) a guess. */
  sizeOf: (row: number) => number
  /** A row that stays in the page though it is scrolled away, because the focus is in it; -1 for none. */
  keep: number
}

/** How many rows are ready above and below what is seen: a fast flick shows no hole. */
const AHEAD = 4

/**
 * The rows of a long list that scrolls with the page, of which only those on the screen are in the document.
 *
 * [Note: which virtualizer] React Aria's would do, but each of its rows reads the whole collection to say which of how many
 * it is: sixty rows of ten thousand are a frame and a half for every change of the selection. Ours are counted.
 */
export function useWindowRows({ ref, count, sizeOf, keep }: WindowRows): Virtualizer<Window, Element> {
  const top = useTop(ref)
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here
  const virtualizer = useWindowVirtualizer<Element>({
    count,
    estimateSize: sizeOf,
    overscan: AHEAD,
    scrollMargin: top,
    // What React draws for a scroll is a row or two; waiting for its turn would show their absence.
    useFlushSync: false,
    measureElement: (element, _entry, { options }) => {
      const row = Number(element.getAttribute('data-index'))
      return element.getBoundingClientRect().height || options.estimateSize(row)
    },
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      if (keep < 0 || keep >= count || rows.includes(keep)) return rows
      return [...rows, keep].sort((a, b) => a - b)
    },
  })
  useLayoutEffect(() => {
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = isAbove
  }, [virtualizer])
  return virtualizer
}

/**
 * A row above the screen that turns out larger than guessed pushes the page along. Not while the page is elsewhere already
 * than the virtualizer has heard: it would be thrown back to where it was before a jump.
 */
const isAbove = (
  { start }: { start: number },
  _delta: number,
  { scrollOffset }: { scrollOffset: number | null },
): boolean => scrollOffset !== null && start < scrollOffset && Math.abs(scrollY - scrollOffset) < 1

/** How far the list begins below the top of the page; it moves when what is above it grows. */
function useTop(ref: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const rect = ref.current?.getBoundingClientRect()
      if (rect) setTop(Math.round(rect.top + scrollY))
    }
    measure()
    return watchSize(document.body, measure)
  }, [ref])
  return top
}

/** The width an element has now, in px, and whenever it changes; 0 before it is laid out. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    return watchSize(element, measure)
  }, [ref])
  return width
}

/** @returns stop */
function watchSize(element: Element, onChange: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => undefined
  const observer = new ResizeObserver(onChange)
  observer.observe(element)
  return () => observer.disconnect()
}
