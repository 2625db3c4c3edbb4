import { useRef, type PointerEvent } from 'react'

/**
 * Handlers for an element under which something is moved with one pointer. `onDrag` gets how far it has moved since the last
 * call, and the element's width, all in CSS pixels.
 */
export function useDrag<E extends Element>(onDrag: (dx: number, dy: number, width: number) => void) {
  const last = useRef<{ id: number; x: number; y: number } | null>(null)
  const stop = ({ pointerId }: PointerEvent<E>) => {
    if (last.current?.id === pointerId) last.current = null
  }
  return {
    onPointerDown: ({ currentTarget, pointerId, clientX: x, clientY: y, button }: PointerEvent<E>) => {
      if (button !== 0 || last.current) return
      currentTarget.setPointerCapture(pointerId)
      last.current = { id: pointerId, x, y }
    },
    onPointerMove: ({ currentTarget, pointerId, clientX: x, clientY: y }: PointerEvent<E>) => {
      if (last.current?.id !== pointerId) return
      const [dx, dy] = [x - last.current.x, y - last.current.y]
      last.current = { id: pointerId, x, y }
      onDrag(dx, dy, currentTarget.getBoundingClientRect().width)
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
}
