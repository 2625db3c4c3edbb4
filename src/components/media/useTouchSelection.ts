import { useEffect, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import { scrollAtEdges } from './edgeScroll'

/** A finger that rests this long means to choose, ms: less than the browser waits before its own menu. */
const HOLD_MS = 400
/** So far it may tremble meanwhile, px. */
const SLACK = 10

type Touching = {
  grid: RefObject<HTMLElement | null>
  /** A finger was held on a place. */
  onHold: (place: number) => void
  /** And is drawn over another. */
  onOver: (place: number) => void
}

/**
 * Choosing with a finger: held on a photo it chooses that one, and drawn on, everything up to where it is. A finger that does
 * not rest scrolls. @returns whether a click was really the end of that
 */
export function useTouchSelection({ grid, onHold, onOver }: Touching) {
  const stop = useRef<(() => void) | null>(null)
  const isHolding = useRef(false)
  const hasHeld = useRef(false)

  useEffect(() => {
    const element = grid.current
    // Chromium asks only listeners that were there when the finger came, and only those not passive can keep a page from scrolling.
    const keepStill = (event: TouchEvent) => {
      if (isHolding.current && event.cancelable) event.preventDefault()
    }
    element?.addEventListener('touchmove', keepStill, { passive: false })
    return () => {
      element?.removeEventListener('touchmove', keepStill)
      stop.current?.()
    }
  }, [grid])

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    stop.current?.()
    hasHeld.current = false
    const start = { x: event.clientX, y: event.clientY }
    const first = placeAt(start)
    if (event.pointerType !== 'touch' || !event.isPrimary || first === null) return
    let pointer = start
    let last = first
    let stopScrolling = () => {}
    const over = new AbortController()
    const { signal } = over

    const draw = () => {
      const place = placeAt(pointer)
      if (place === null || place === last) return
      last = place
      onOver(place)
    }
    const timer = setTimeout(() => {
      isHolding.current = true
      hasHeld.current = true
      onHold(first)
      stopScrolling = scrollAtEdges(() => pointer.y, draw)
    }, HOLD_MS)
    const end = () => {
      clearTimeout(timer)
      stopScrolling()
      over.abort()
      isHolding.current = false
      stop.current = null
    }
    stop.current = end
    const move = (moved: PointerEvent) => {
      pointer = { x: moved.clientX, y: moved.clientY }
      if (isHolding.current) draw()
      else if (Math.hypot(pointer.x - start.x, pointer.y - start.y) > SLACK) end()
    }
    addEventListener('pointermove', move, { signal })
    addEventListener('pointerup', end, { signal })
    addEventListener('pointercancel', end, { signal })
  }
  /** The click at the end of holding is no choice of its own. Asked once. */
  const isEndOfHold = () => {
    const was = hasHeld.current
    hasHeld.current = false
    return was
  }
  return { onPointerDown, isEndOfHold }
}

/** The place of the cell at a point of the screen, also under the bar that says how many are chosen. A button in it means itself. */
function placeAt({ x, y }: { x: number; y: number }): number | null {
  const elements = document.elementsFromPoint(x, y)
  if (elements[0]?.closest('[data-cell] button')) return null
  const cell = elements.map((element) => element.closest('[data-cell]')).find((found) => found !== null)
  const place = cell?.getAttribute('data-cell')
  return place ? Number(place) : null
}
