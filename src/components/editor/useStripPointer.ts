import { useRef, useState, type PointerEvent, type RefObject } from 'react'
import { cardPlaceAt, moveCard, moveShot } from '@/hooks/editor/shotEdits'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'

/** A hand that goes no further than this means a click. */
const CLICK_WITHIN_PIXELS = 6

type Held = { shot: number | null; x: number; isMoving: boolean }

export type StripPointer = {
  strip: RefObject<HTMLDivElement | null>
  /** The shot that is being moved, and the one before which it would be put (the number of shots: at the end). */
  dragged: number | null
  dropAt: number | null
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: (event: PointerEvent) => void
}

/**
 * What a pointer does on the strip: on the ruler, or where there is no shot, it takes the playhead along; on a shot it
 * chooses it, and a mouse or pen that goes on moves it elsewhere. A finger scrolls.
 */
export function useStripPointer(desk: FilmDesk, moveTo: (seconds: number) => void): StripPointer {
  const { store, photos: edits, mayEdit } = useProjectEditor()
  const strip = useRef<HTMLDivElement>(null)
  const held = useRef<Held | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [dropAt, setDropAt] = useState<number | null>(null)
  const { shots, seconds: total } = desk

  const secondsAt = (clientX: number) => {
    const { left, width } = strip.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    return ((clientX - left) / width) * total
  }
  const choose = (seconds: number) => {
    moveTo(seconds)
    const shot = shots.findLast(({ startSeconds }) => startSeconds <= seconds) ?? shots[0]
    store.getState().selectPhoto(shot?.photoIds[0] ?? null, shot?.card ? 'card' : 'photo')
  }
  const dropPlace = (seconds: number) => {
    const at = shots.findIndex((shot) => seconds < (shot.startSeconds + shot.endSeconds) / 2)
    return at < 0 ? shots.length : at
  }
  const drop = (from: number, before: number) => {
    if (before === from || before === from + 1) return
    const shot = shots[from]
    const photo = desk.photos.find(({ id }) => id === shot?.photoIds[0])
    if (!shot || !photo) return
    if (!shot.card)
      return moveShot(desk, from, before).forEach(({ photo: one, position }) => edits.move(one, position))
    const place = cardPlaceAt(desk, before)
    if (place) edits.direct(moveCard(photo, place.photo, place.side))
  }
  return {
    strip,
    dragged,
    dropAt,
    onPointerDown: (event) => {
      if ((event.buttons & 1) === 0) return
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-shot]') : null
      const shot = target ? Number(target.dataset.shot) : null
      held.current = { shot, x: event.clientX, isMoving: false }
      // A finger that scrolls must stay the browser's.
      if (event.pointerType !== 'touch' || shot === null)
        event.currentTarget.setPointerCapture(event.pointerId)
      choose(Math.min(total, Math.max(0, secondsAt(event.clientX))))
      strip.current?.querySelector<HTMLElement>('[data-playhead]')?.focus({ preventScroll: true })
      event.preventDefault()
    },
    onPointerMove: (event) => {
      const hand = held.current
      if (!hand || (event.buttons & 1) === 0) return
      if (hand.shot === null) return choose(Math.min(total, Math.max(0, secondsAt(event.clientX))))
      if (!mayEdit || event.pointerType === 'touch' || shots[hand.shot]?.isAgain) return
      if (!hand.isMoving && Math.abs(event.clientX - hand.x) < CLICK_WITHIN_PIXELS) return
      hand.isMoving = true
      setDragged(hand.shot)
      setDropAt(dropPlace(secondsAt(event.clientX)))
    },
    onPointerUp: (event) => {
      const hand = held.current
      held.current = null
      setDragged(null)
      setDropAt(null)
      if (hand?.isMoving && hand.shot !== null && event.type === 'pointerup')
        drop(hand.shot, dropPlace(secondsAt(event.clientX)))
    },
  }
}
