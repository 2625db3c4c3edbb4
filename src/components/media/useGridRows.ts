import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useWidth, useWindowRows } from '@/components/ui/useWindowRows'
import { useLatest } from '@/hooks/useLatest'
import { CELL_GAP, HEADER_HEIGHT, layGrid } from './gridRows'
import type { PhotoGroup } from './groupPhotos'

/** A cell is at least as wide, px: three on a phone. */
const CELL_MIN = { phone: 104, laptop: 148 } as const
const WIDTH = 1072

/**
 * The rows of the library as wide as its place, and where the focus is in them: on one cell, which stays in the document.
 * @param viewed the photo that is looked at over the grid; after that the focus is on its cell
 */
export function useGridRows(
  body: RefObject<HTMLElement | null>,
  groups: readonly PhotoGroup[],
  viewed: string | null,
) {
  const width = useWidth(body) || WIDTH
  const least = width < 560 ? CELL_MIN.phone : CELL_MIN.laptop
  const columns = Math.max(2, Math.floor((width + CELL_GAP) / (least + CELL_GAP)))
  const cellSize = (width + CELL_GAP) / columns - CELL_GAP
  const grid = useMemo(() => layGrid(groups, columns), [groups, columns])
  const [focused, setFocused] = useState(0)
  const active = Math.min(focused, grid.cells.length - 1)
  const sizeOf = useCallback(
    (row: number) => (grid.rows[row]?.kind === 'header' ? HEADER_HEIGHT : cellSize + CELL_GAP),
    [grid, cellSize],
  )
  const virtualizer = useWindowRows({
    ref: body,
    count: grid.rows.length,
    sizeOf,
    keep: grid.rowOf[active] ?? -1,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizeOf])

  const wanted = useRef<number | null>(null)
  const goTo = (place: number) => {
    setFocused(place)
    wanted.current = place
    virtualizer.scrollToIndex(grid.rowOf[place] ?? 0, { align: 'auto' })
  }
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const cell = body.current?.querySelector<HTMLElement>(`[data-cell="${wanted.current}"]`)
    if (!cell) return
    wanted.current = null
    cell.focus({ preventScroll: true })
  })

  const latest = useLatest({ goTo, cells: grid.cells })
  const lastViewed = useRef(viewed)
  useEffect(() => {
    const was = lastViewed.current
    lastViewed.current = viewed
    if (was === null || viewed !== null) return
    // Back at the photo that was looked at last, after the page stands again where it stood.
    const frame = requestAnimationFrame(() => {
      const place = latest.current.cells.findIndex(({ ids }) => ids.includes(was))
      if (place >= 0) latest.current.goTo(place)
    })
    return () => cancelAnimationFrame(frame)
  }, [viewed, latest])
  return { grid, columns, cellSize, virtualizer, active, setFocused, goTo }
}
