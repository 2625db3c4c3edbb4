import type { Box } from '@/domain/analysis'
import type { Framing, Panel } from '@/domain/storyboard'

export interface Size {
  readonly width: number
  readonly height: number
}

/** How much of a photo its area shows at zoom 1, as parts of its width and height; more than 1 where it leaves room. */
export interface View {
  readonly across: number
  readonly down: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** @param area in pixels of any size: only its shape counts */
export function viewOf(photo: Size, area: Size, fit: Panel['fit']): View {
  const ratio = photo.width / photo.height / (area.width / area.height)
  return fit === 'cover'
    ? { across: Math.min(1, 1 / ratio), down: Math.min(1, ratio) }
    : { across: Math.max(1, 1 / ratio), down: Math.max(1, ratio) }
}

/** The part of the photo that is seen, of its width and height. */
export const seenAt = ({ across, down }: View, zoom: number): Size => ({
  width: Math.min(1, across / zoom),
  height: Math.min(1, down / zoom),
})

/** What a framing shows of its photo, as the engine draws it: held inside the photo. */
export function seenThrough(view: View, { zoom, centerX, centerY }: Framing): Box {
  const { width, height } = seenAt(view, zoom)
  return {
    x: Math.min(1 - width, Math.max(0, centerX - width / 2)),
    y: Math.min(1 - height, Math.max(0, centerY - height / 2)),
    width,
    height,
  }
}

/** How close a framing can come that still shows all of `keep`; below 1 there is none. */
export const closestZoom = ({ across, down }: View, keep: Box | null): number =>
  keep === null ? Infinity : Math.min(across / keep.width, down / keep.height)

/** Where the centre of a framing may lie so that it stays on the photo and shows all of `keep`. */
export function centersAt(view: View, zoom: number, keep: Box | null) {
  const { width, height } = seenAt(view, zoom)
  return {
    x: rangeAlong(width, keep?.x, keep?.width),
    y: rangeAlong(height, keep?.y, keep?.height),
  }
}

export interface Range {
  readonly low: number
  readonly high: number
}

function rangeAlong(seen: number, start = 0.5, length = 0): Range {
  const isHeld = length > 0
  const low = Math.max(seen / 2, isHeld ? start + length - seen / 2 : 0)
  const high = Math.min(1 - seen / 2, isHeld ? start + seen / 2 : 1)
  const middle = Math.min(1 - seen / 2, Math.max(seen / 2, (low + high) / 2))
  return low <= high ? { low, high } : { low: middle, high: middle }
}

export const clampTo = ({ low, high }: Range, value: number): number => Math.min(high, Math.max(low, value))

/** The framing at a zoom that comes nearest to having `aim` in its middle. */
export function frameAround(view: View, zoom: number, aim: Point, keep: Box | null): Framing {
  const centers = centersAt(view, zoom, keep)
  return { zoom, centerX: clampTo(centers.x, aim.x), centerY: clampTo(centers.y, aim.y) }
}
