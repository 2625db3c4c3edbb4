import type { Framing, Panel } from '@/domain/storyboard'
import type { Move, StyleDirection } from './styles/StyleDirection'

interface Size {
  readonly width: number
  readonly height: number
}

export type FramedShot = Pick<Panel, 'fit' | 'from' | 'to'>

/** Filling the frame may hide up to this part of a photo; one that would lose more is shown whole. */
const MOST_HIDDEN = 0.42
/** Wider than this a photo is a panorama: it is shown by travelling along it. */
const PANORAMA = 2.1
/** Of the frame's width, each second. */
const FASTEST_PAN = 0.14

/** What a framing is decided from; `frame` is the film's size, `seconds` the shot's. */
export interface ShotToFrame {
  readonly photo: Size
  readonly frame: Size
  readonly seconds: number
  readonly direction: StyleDirection
  /** The shot's number in the film: moves and sides take turns. */
  readonly turn: number
  readonly previous: FramedShot | undefined
}

/** How a photo fills the frame and where the framing travels; every framing lies inside the photo. */
export function frameShot(shot: ShotToFrame): FramedShot {
  const aspect = shot.photo.width / shot.photo.height
  const frameAspect = shot.frame.width / shot.frame.height
  const shown = Math.min(aspect / frameAspect, frameAspect / aspect)
  const isPanorama = aspect >= PANORAMA && aspect > frameAspect && frameAspect >= 1
  if (isPanorama) return travelAlong(aspect / frameAspect, shot.seconds, shot.turn)
  if (shown < 1 - MOST_HIDDEN) return showWhole(shot.previous)
  return { fit: 'cover', ...cover(aspect / frameAspect, shot) }
}

/** Two photos in a row never come closer, or go back, both. */
function nextMove({ direction, turn, previous }: ShotToFrame): Move {
  const move = direction.moves[turn % direction.moves.length] ?? 'push-in'
  if (move === 'push-in' && zooms(previous) > 0) return 'pull-out'
  if (move === 'pull-out' && zooms(previous) < 0) return 'push-in'
  return move
}

const zooms = (shot: FramedShot | undefined) => (shot ? Math.sign(shot.to.zoom - shot.from.zoom) : 0)

function showWhole(previous: FramedShot | undefined): FramedShot {
  const near = { zoom: 1.05, centerX: 0.5, centerY: 0.5 }
  const far = { zoom: 1, centerX: 0.5, centerY: 0.5 }
  return zooms(previous) > 0
    ? { fit: 'contain', from: near, to: far }
    : { fit: 'contain', from: far, to: near }
}

/** @param ratio the photo's aspect over the frame's, here > 1: that many frames lie side by side in the photo */
function travelAlong(ratio: number, seconds: number, turn: number): FramedShot {
  const zoom = 1.02
  const reach = Math.min(ratio * zoom - 1, FASTEST_PAN * seconds)
  const half = reach / 2 / (ratio * zoom)
  const left = inside({ zoom, centerX: 0.5 - half, centerY: 0.5 }, ratio)
  const right = inside({ zoom, centerX: 0.5 + half, centerY: 0.5 }, ratio)
  return turn % 2 ? { fit: 'cover', from: right, to: left } : { fit: 'cover', from: left, to: right }
}

function cover(ratio: number, shot: ShotToFrame): { from: Framing; to: Framing } {
  const { seconds, turn } = shot
  const { push, pan } = shot.direction
  const move = nextMove(shot)
  // A third up from the middle is where faces are; the sides take turns.
  const side = (turn % 3) - 1
  const center = { centerX: 0.5 + side * 0.04, centerY: ratio < 1 ? 0.45 : 0.48 }
  const wide = inside({ zoom: 1.01, centerX: 0.5, centerY: center.centerY }, ratio)
  const close = inside({ zoom: 1.01 + push, ...center }, ratio)
  switch (move) {
    case 'push-in':
      return { from: wide, to: close }
    case 'pull-out':
      return { from: close, to: wide }
    case 'pan-right':
    case 'pan-left':
    case 'tilt-up':
    case 'tilt-down': {
      const travel = Math.min(pan, FASTEST_PAN * seconds)
      const zoom = 1.02 + travel
      const half = travel / 2 / (zoom * Math.max(1, ratio))
      const start = inside({ zoom, centerX: 0.5 - half, centerY: center.centerY + 0.01 }, ratio)
      const end = inside({ zoom, centerX: 0.5 + half, centerY: center.centerY - 0.01 }, ratio)
      return move === 'pan-right' ? { from: start, to: end } : { from: end, to: start }
    }
    default:
      return move satisfies never
  }
}

/** Moves a centre so that the whole framing lies on the photo. */
function inside({ zoom, centerX, centerY }: Framing, ratio: number): Framing {
  const halfWidth = Math.min(1, 1 / ratio) / zoom / 2
  const halfHeight = Math.min(1, ratio) / zoom / 2
  return { zoom, centerX: clamp(centerX, halfWidth), centerY: clamp(centerY, halfHeight) }
}

const clamp = (center: number, margin: number) => Math.min(1 - margin, Math.max(margin, center))
