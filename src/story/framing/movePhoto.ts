import type { Box } from '@/domain/analysis'
import type { Framing } from '@/domain/storyboard'
import type { Move } from '../styles/StyleDirection'
import {
  centersAt,
  clampTo,
  closestZoom,
  frameAround,
  seenAt,
  type Point,
  type Range,
  type View,
} from './view'

/** Where a move begins and ends; the same framing twice where nothing moves. */
export interface Travel {
  readonly from: Framing
  readonly to: Framing
}

/** What a move is made of. Every framing on the way shows all of `keep`. */
export interface MoveWish {
  readonly view: View
  readonly keep: Box | null
  /** What the move leads to, or comes from. */
  readonly aim: Point
  /** Is the aim known, or only where it mostly is? A pan then stays around it. */
  readonly isAimed: boolean
  readonly seconds: number
  /** How much closer a push comes, and how far a pan travels in parts of what is seen. */
  readonly push: number
  readonly pan: number
}

/** No push is faster than this, in parts of the size each second; no pan, in parts of what is seen. */
const FASTEST_PUSH = 0.1
const FASTEST_PAN = 0.14
/** What is hidden may be travelled along, this fast, and faster the more there is beyond its own size. */
const GENTLE_PAN = 0.06
const GENTLE_PAN_BEYOND = 0.05
/** A move smaller than this looks like a mistake. */
const LEAST_PUSH = 0.02
const LEAST_PAN = 0.02
/** Eyes look best a little above the middle: the aim stands this much higher, in parts of what is seen. */
const ABOVE_MIDDLE = 0.07

/** One move; null where faces, or the photo's edges, leave no room for it. */
export function makeMove(move: Move, wish: MoveWish): Travel | null {
  switch (move) {
    case 'push-in':
      return push(wish)
    case 'pull-out':
      return reverse(push(wish))
    case 'pan-right':
      return pan(wish, 1)
    case 'pan-left':
      return pan(wish, -1)
    case 'tilt-down':
      return tilt(wish, 1)
    case 'tilt-up':
      return tilt(wish, -1)
    default:
      return move satisfies never
  }
}

/** Where nothing moves: the whole of what fits. */
export function hold({ view, keep, aim }: MoveWish): Travel {
  const still = frameAround(view, 1, raised(view, 1, aim), keep)
  return { from: still, to: still }
}

/** Along a panorama, its whole length where there is time; `zoom` 1 or more. Null where there is nothing to travel. */
export function travelAlong(wish: MoveWish, zoom: number, turn: number): Travel | null {
  const travel = Math.max(wish.pan, FASTEST_PAN * wish.seconds)
  const along = { ...wish, isAimed: false, aim: { x: 0.5, y: wish.aim.y } }
  if (wish.view.across / zoom < wish.view.down / zoom)
    return sweep(along, zoom, travel, turn % 2 ? -1 : 1, 'x')
  return sweep({ ...along, aim: { x: wish.aim.x, y: 0.5 } }, zoom, travel, turn % 2 ? -1 : 1, 'y')
}

function push({ view, keep, aim, seconds, push: amount }: MoveWish): Travel | null {
  const closest = Math.min(4, closestZoom(view, keep))
  const zoom = Math.min(1 + Math.min(amount, FASTEST_PUSH * seconds), closest)
  if (zoom < 1 + LEAST_PUSH) return null
  // It sets out from between the middle and the aim, so that it turns towards it.
  const between = { x: (0.5 + aim.x) / 2, y: (0.5 + aim.y) / 2 }
  return {
    from: frameAround(view, 1, between, keep),
    to: frameAround(view, zoom, raised(view, zoom, aim), keep),
  }
}

const reverse = (travel: Travel | null): Travel | null => travel && { from: travel.to, to: travel.from }

function pan(wish: MoveWish, sign: 1 | -1): Travel | null {
  const travel = travelOf(wish, wish.view.across)
  return sweep(wish, zoomFor(wish, wish.view.across, travel), travel, sign, 'x')
}

function tilt(wish: MoveWish, sign: 1 | -1): Travel | null {
  const travel = travelOf(wish, wish.view.down)
  return sweep(wish, zoomFor(wish, wish.view.down, travel), travel, sign, 'y')
}

/** How far to travel, in parts of what is seen: more where more is hidden, never fast. `seen` of 1. */
function travelOf({ pan: amount, seconds }: MoveWish, seen: number): number {
  const hidden = Math.max(0, 1 / seen - 1) * 0.7
  const gentle = GENTLE_PAN + GENTLE_PAN_BEYOND * Math.min(1, Math.max(0, 1 / seen - 2))
  return Math.min(Math.max(amount, Math.min(hidden, gentle * seconds)), FASTEST_PAN * seconds)
}

/** The zoom that leaves room for the travel, as far as the faces allow. */
const zoomFor = ({ view, keep }: MoveWish, seen: number, travel: number): number =>
  Math.max(1, Math.min(closestZoom(view, keep), Math.max(1.01, seen * (1 + travel))))

function sweep(wish: MoveWish, zoom: number, travel: number, sign: 1 | -1, axis: 'x' | 'y'): Travel | null {
  const { view, keep, aim, isAimed } = wish
  const centers = centersAt(view, zoom, keep)
  const seen = seenAt(view, zoom)
  const size = axis === 'x' ? seen.width : seen.height
  const length = Math.min(travel * size, centers[axis].high - centers[axis].low)
  if (length < Math.max(LEAST_PAN, travel * 0.35) * size) return null
  const middle = frameAround(view, zoom, raised(view, zoom, aim), keep)
  const end = endOf(centers[axis], axis === 'x' ? aim.x : middle.centerY, length, sign, isAimed)
  const at = (value: number): Framing =>
    axis === 'x' ? { ...middle, centerX: value } : { ...middle, centerY: value }
  return { from: at(end - sign * length), to: at(end) }
}

/** It ends on what it aims at; where that is not known the way lies around it. */
function endOf(range: Range, aim: number, length: number, sign: 1 | -1, isAimed: boolean): number {
  const wanted = isAimed ? aim : aim + (sign * length) / 2
  const ends =
    sign > 0 ? { low: range.low + length, high: range.high } : { low: range.low, high: range.high - length }
  return clampTo(ends, wanted)
}

const raised = (view: View, zoom: number, aim: Point): Point => ({
  x: aim.x,
  y: aim.y + ABOVE_MIDDLE * seenAt(view, zoom).height,
})
