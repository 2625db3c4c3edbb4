import { isPoint, middleOf, type Focus } from '@/domain/direction'

export type Spot = { readonly x: number; readonly y: number }

/** A drag that goes no further than this, in parts of the photo, means a point. */
const POINT_WITHIN = 0.03
/** A hand that takes hold so near to a point has it. */
const REACH = 0.07
/** No part is smaller: closer the film does not come. */
const LEAST_PART = 0.12
/** The part that a point becomes. */
const FIRST_PART = 0.6

const round = (value: number) => Math.round(value * 1000) / 1000
const rounded = ({ x, y, width, height }: Focus): Focus => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
})

/** The part between two corners; a point where they are about the same. */
export function drawnBetween(from: Spot, to: Spot): Focus {
  const width = Math.abs(to.x - from.x)
  const height = Math.abs(to.y - from.y)
  if (width < POINT_WITHIN && height < POINT_WITHIN) return rounded({ ...from, width: 0, height: 0 })
  const x = Math.min(from.x, to.x)
  const y = Math.min(from.y, to.y)
  return inside({ x, y, width: Math.max(LEAST_PART, width), height: Math.max(LEAST_PART, height) })
}

export const movedBy = (focus: Focus, dx: number, dy: number): Focus =>
  inside({ ...focus, x: focus.x + dx, y: focus.y + dy })

/** A part that is smaller by so much around its middle, so that the film comes closer; larger with less than 0. All of it is a point. */
export function closeIn(focus: Focus, by: number): Focus {
  const middle = middleOf(focus)
  if (isPoint(focus)) return by > 0 ? around(middle, FIRST_PART, FIRST_PART) : focus
  const [width, height] = [focus.width - by, focus.height - by]
  if (width > 1 && height > 1) return rounded({ ...middle, width: 0, height: 0 })
  return around(middle, Math.min(1, Math.max(LEAST_PART, width)), Math.min(1, Math.max(LEAST_PART, height)))
}

const around = ({ x, y }: Spot, width: number, height: number) =>
  inside({ x: x - width / 2, y: y - height / 2, width, height })

export function holdsPoint(focus: Focus, { x, y }: Spot): boolean {
  const reach = isPoint(focus) ? REACH : 0
  return (
    x >= focus.x - reach &&
    x <= focus.x + focus.width + reach &&
    y >= focus.y - reach &&
    y <= focus.y + focus.height + reach
  )
}

const inside = (focus: Focus): Focus =>
  rounded({
    ...focus,
    x: Math.min(1 - focus.width, Math.max(0, focus.x)),
    y: Math.min(1 - focus.height, Math.max(0, focus.y)),
  })
