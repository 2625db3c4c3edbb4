import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useLibraryStore } from '@/stores/library.store'
import { nextCell, type Grid } from './gridRows'
import { between, toggled, withCells } from './selection'

type Choosing = {
  grid: Grid
  active: number
  /** Put the focus on a place and show it. */
  goTo: (place: number) => void
  /** Look at a photo in the large. */
  onOpen: (place: number) => void
  onDelete: () => void
}

/**
 * Choosing photos with mouse, finger and keyboard, as in every file list: a click takes one or leaves it, with Shift everything
 * from the last one on, and two open it; arrows walk, Enter opens, Space chooses, Shift with arrows chooses along the way,
 * Ctrl+A all, Escape none. A finger opens, and once something is chosen (by holding), it chooses.
 */
export function usePhotoSelection({ grid, active, goTo, onOpen, onDelete }: Choosing) {
  /** Where a range begins, and what was chosen before it. */
  const anchor = useRef<{ place: number; base: ReadonlySet<string> } | null>(null)
  const { cells } = grid

  const toggle = (place: number) => {
    const cell = cells[place]
    if (!cell) return
    const { selected, select } = useLibraryStore.getState()
    const next = toggled(selected, cell)
    select(next)
    anchor.current = { place, base: next }
  }
  const extend = (place: number) => {
    const { selected, select } = useLibraryStore.getState()
    anchor.current ??= { place: active, base: selected }
    const { place: from, base } = anchor.current
    select(withCells(base, between(cells, from, place)))
  }
  /** Choose one, from which a range can be drawn. */
  const hold = (place: number) => {
    const { selected, select } = useLibraryStore.getState()
    anchor.current = { place, base: selected }
    select(withCells(selected, between(cells, place, place)))
  }
  const onClick = (event: MouseEvent, place: number, isTouch: boolean) => {
    goTo(place)
    if (isTouch && useLibraryStore.getState().selected.size === 0) onOpen(place)
    else if (event.shiftKey) extend(place)
    else toggle(place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { selected, select, clear } = useLibraryStore.getState()
    const isWhole = event.ctrlKey || event.metaKey
    const next = event.altKey ? null : nextCell(grid, event.key, active, isWhole)
    if (next !== null) {
      if (event.shiftKey) extend(next)
      else anchor.current = null
      goTo(next)
    } else if (event.key === 'Enter' && !event.repeat) onOpen(active)
    else if (event.key === ' ') {
      if (event.shiftKey) extend(active)
      else toggle(active)
    } else if (isWhole && event.key.toLowerCase() === 'a') select(withCells(selected, cells))
    else if (event.key === 'Escape' && selected.size > 0) {
      anchor.current = null
      clear()
    } else if (event.key === 'Delete' && selected.size > 0) onDelete()
    else return
    event.preventDefault()
  }
  return { onClick, onKeyDown, hold, extend }
}
