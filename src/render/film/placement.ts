import type { Box } from '@/domain/analysis'
import type { Framing, Panel } from '@/domain/storyboard'
import type { Rectangle } from '../compositor/Compositor'

/** Where things lie on the stage, in its pixels. */

export interface Size {
  readonly width: number
  readonly height: number
}

/** A panel's part of the stage, at even pixels: panels that touch go on to touch. */
export function panelRectangle({ x, y, width, height }: Box, stage: Size): Rectangle {
  const left = even(x * stage.width)
  const top = even(y * stage.height)
  return {
    x: left,
    y: top,
    width: Math.max(2, even((x + width) * stage.width) - left),
    height: Math.max(2, even((y + height) * stage.height) - top),
  }
}

/**
 * Where the whole photo lies on its area so that the framing's part is seen. It never leaves a gap that another
 * centre could close: along an edge where it is larger than the area it covers it, else it stands in the middle.
 */
export function placePhoto(photo: Size, area: Size, fit: Panel['fit'], framing: Framing): Rectangle {
  const scale = fitScale(photo, area, fit) * framing.zoom
  const width = photo.width * scale
  const height = photo.height * scale
  return {
    x: placeAlong(width, area.width, framing.centerX),
    y: placeAlong(height, area.height, framing.centerY),
    width,
    height,
  }
}

/**
 * The size a photo is scaled to once for a shot: what its closest framing needs, never more than it has. A shot that
 * zooms further than twofold is kept to what its widest framing can still draw without flicker.
 */
export function pictureSize(photo: Size, area: Size, { fit, from, to }: Panel): Size {
  const closest = Math.max(from.zoom, to.zoom)
  const widest = Math.min(from.zoom, to.zoom)
  const scale = fitScale(photo, area, fit) * Math.min(closest, widest * 1.9)
  if (scale >= 1) return photo
  return { width: Math.ceil(photo.width * scale), height: Math.ceil(photo.height * scale) }
}

/** Whether something of the area stays free of the photo at one of its framings; a backdrop is nothing else. */
export function leavesGap(photo: Size, area: Size, { fit, from, to }: Panel): boolean {
  if (fit === 'backdrop') return true
  return [from, to].some((framing) => {
    const { width, height } = placePhoto(photo, area, fit, framing)
    return width < area.width || height < area.height
  })
}

/** How a whole stage is moved: scaled around its middle, then shifted by pixels. */
export interface Shift {
  readonly dx: number
  readonly dy: number
  readonly scale: number
}

export const AT_REST: Shift = { dx: 0, dy: 0, scale: 1 }
export const isAtRest = ({ dx, dy, scale }: Shift) => dx === 0 && dy === 0 && scale === 1

/** Both shifts, one after the other. */
export function combineShifts(first: Shift, second: Shift): Shift {
  if (isAtRest(first)) return second
  return {
    dx: first.dx * second.scale + second.dx,
    dy: first.dy * second.scale + second.dy,
    scale: first.scale * second.scale,
  }
}

export function shiftRectangle({ x, y, width, height }: Rectangle, stage: Size, shift: Shift): Rectangle {
  if (isAtRest(shift)) return { x, y, width, height }
  const { dx, dy, scale } = shift
  return {
    x: stage.width / 2 + (x - stage.width / 2) * scale + dx,
    y: stage.height / 2 + (y - stage.height / 2) * scale + dy,
    width: width * scale,
    height: height * scale,
  }
}

/** Frame pixels per photo pixel at zoom 1. */
function fitScale(photo: Size, area: Size, fit: Panel['fit']): number {
  const across = area.width / photo.width
  const down = area.height / photo.height
  return fit === 'cover' ? Math.max(across, down) : Math.min(across, down)
}

function placeAlong(size: number, area: number, center: number): number {
  if (size <= area) return (area - size) / 2
  return Math.min(0, Math.max(area - size, area / 2 - center * size))
}

const even = (value: number) => 2 * Math.round(value / 2)
