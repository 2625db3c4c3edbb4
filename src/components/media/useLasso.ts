import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import { scrollAtEdges } from './edgeScroll'
import type { Box } from './gridRows'

/** So far a click may wander without being a lasso, px. */
const SLACK = 6

type Lasso = {
  grid: RefObject<HTMLElement | null>
  /** A lasso begins; with Shift or Ctrl what is chosen stays. */
  onBegin: (keeps: boolean) => void
  onMove: (box: Box) => void
  /** Escape: as it was before. */
  onCancel: () => void
}
type Point = { x: number; y: number }

/**
 * A box drawn over a grid with a mouse or a pen; a finger scrolls. Coordinates are those of the grid, so that the page may
 * scroll under it. @returns the box while it is drawn, where it begins, and whether a click was really the end of one
 */
export function useLasso({ grid, onBegin, onMove, onCancel }: Lasso) {
  const [box, setBox] = useState<Box | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const justEnded = useRef(false)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    justEnded.current = false
    if (event.button !== 0 || event.pointerType === 'touch' || isControl(event.target)) return
    const pointer = { x: event.clientX, y: event.clientY }
    const start = inGrid(grid.current, pointer)
    const keeps = event.shiftKey || event.ctrlKey || event.metaKey
    let isDrawn = false
    let stopScrolling = () => {}

    const draw = () => {
      const end = inGrid(grid.current, pointer)
      const drawn = boxOf(start, end)
      setBox(drawn)
      onMove(drawn)
    }
    const over = new AbortController()
    const { signal } = over
    const end = () => {
      over.abort()
      stopScrolling()
      setBox(null)
      stop.current = null
    }
    stop.current = end
    const move = (moved: PointerEvent) => {
      pointer.x = moved.clientX
      pointer.y = moved.clientY
      const at = inGrid(grid.current, pointer)
      if (!isDrawn) {
        if (Math.hypot(at.x - start.x, at.y - start.y) < SLACK) return
        isDrawn = true
        onBegin(keeps)
        stopScrolling = scrollAtEdges(() => pointer.y, draw)
      }
      draw()
    }
    const up = () => {
      justEnded.current = isDrawn
      end()
    }
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape' || !isDrawn) return
      pressed.stopPropagation()
      justEnded.current = true
      onCancel()
      end()
    }
    addEventListener('pointermove', move, { signal })
    addEventListener('pointerup', up, { signal })
    addEventListener('pointercancel', up, { signal })
    addEventListener('keydown', key, { signal, capture: true })
  }
  /** A click follows the end of every drag; this one is no choice of its own. Asked once. */
  const isEndOfLasso = () => {
    const was = justEnded.current
    justEnded.current = false
    return was
  }
  return { box, onPointerDown, isEndOfLasso }
}

const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest('button, input, a') !== null

function inGrid(grid: HTMLElement | null, { x, y }: Point): Point {
  const rect = grid?.getBoundingClientRect()
  return { x: x - (rect?.left ?? 0), y: y - (rect?.top ?? 0) }
}

const boxOf = (a: Point, b: Point): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
})
