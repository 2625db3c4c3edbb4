import { useRef, useState, useSyncExternalStore, type PointerEvent } from 'react'

export type Swipe = 'left' | 'right' | 'down'

/** From here on it is known whether a finger goes sideways or down, px. */
const SLACK = 8
/** A swipe is this far, px, or this fast, px/ms, and then at least a little. */
const FAR = 90
const FAST = 0.5
const LITTLE = 24

type Start = { id: number; x: number; y: number; at: number; axis: 'x' | 'y' | null }
const STILL = { x: 0, y: 0 }

/**
 * A finger that draws something sideways or down. With two fingers, and while the page is enlarged, the browser zooms and moves
 * it instead. @returns how far it is drawn now, px
 */
export function useSwipe(onSwipe: (swipe: Swipe) => void) {
  const isEnlarged = useSyncExternalStore(subscribeZoom, () => (visualViewport?.scale ?? 1) > 1.01)
  const start = useRef<Start | null>(null)
  const [offset, setOffset] = useState(STILL)

  const end = () => {
    start.current = null
    setOffset(STILL)
  }
  const onPointerDown = (event: PointerEvent) => {
    end()
    if (event.pointerType !== 'touch' || !event.isPrimary || isEnlarged) return
    start.current = {
      id: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      at: event.timeStamp,
      axis: null,
    }
  }
  const drawn = (event: PointerEvent) => {
    const from = start.current
    if (from?.id !== event.pointerId) return null
    const [x, y] = [event.clientX - from.x, event.clientY - from.y]
    if (from.axis === null && Math.hypot(x, y) > SLACK) from.axis = Math.abs(x) > Math.abs(y) ? 'x' : 'y'
    if (from.axis === null) return null
    return from.axis === 'x' ? { x, y: 0 } : { x: 0, y: Math.max(0, y) }
  }
  const onPointerMove = (event: PointerEvent) => {
    const now = drawn(event)
    if (now) setOffset(now)
  }
  const onPointerUp = (event: PointerEvent) => {
    const now = drawn(event)
    const from = start.current
    end()
    if (!now || !from) return
    const way = Math.max(Math.abs(now.x), now.y)
    const isFast = way / Math.max(1, event.timeStamp - from.at) > FAST
    if (way < (isFast ? LITTLE : FAR)) return
    onSwipe(from.axis === 'y' ? 'down' : now.x < 0 ? 'left' : 'right')
  }
  return {
    offset,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: end,
      style: { touchAction: isEnlarged ? 'auto' : 'pinch-zoom' },
    },
  }
}

function subscribeZoom(changed: () => void): () => void {
  visualViewport?.addEventListener('resize', changed)
  return () => visualViewport?.removeEventListener('resize', changed)
}
