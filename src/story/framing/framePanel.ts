import type { Box } from '@/domain/analysis'
import type { Framing, Panel, Reason } from '@/domain/storyboard'
import { isPoint } from '@/domain/direction'
import { directionOf, type Candidate } from '../choice/Candidate'
import { fitPhoto, PANORAMA, type Fitted } from './fitPhoto'
import { hold, makeMove, travelAlong, type MoveWish, type Travel } from './movePhoto'
import { because } from '../reasons'
import { subjectOf, type Subject } from './subject'
import { MOVES, type Move, type StyleDirection } from '../styles/StyleDirection'
import { closestZoom, type Size, type View } from './view'

/** What a panel's framings are decided from. */
export interface PanelWish {
  readonly candidate: Candidate
  readonly area: Box
  readonly stage: Size
  readonly seconds: number
  readonly direction: StyleDirection
  /** The shot's number in the film: moves take turns. */
  readonly turn: number
  /** The move seen before, which is not made again at once. */
  readonly previous: Move | null
}

export interface FramedPanel {
  readonly panel: Panel
  /** Null where it stands still. */
  readonly move: Move | null
  readonly reasons: Reason[]
}

/** How far in a panorama is shown where filling the area would show too little of it. */
const PANORAMA_ZOOM = 1.6
/** In an upright film: a photo of 2:1 on a frame of 9:16 hides this much. */
const MOST_SIDES_HIDDEN = 0.72
/** A photo shown whole barely moves: its edges are seen. */
const WHOLE_PUSH = 0.05
/** The engine's closest framing. */
const CLOSEST = 4

/** How a photo fills its area and where the framing travels: towards the faces, or from them, never leaving one out. */
export function framePanel(wish: PanelWish): FramedPanel {
  const { candidate, area, stage, seconds, direction } = wish
  const { photo } = candidate
  const pixels = { width: area.width * stage.width, height: area.height * stage.height }
  const subject = subjectOf(photo.analysis, directionOf(candidate).focus)
  const fitted = fitPhoto(photo, pixels, subject, mostHiddenIn(pixels, photo, direction))
  const isWhole = fitted.fit === 'contain'
  const isSure = subject.faces > 0 || subject.chosen !== null
  const facePush = isSure ? direction.facePush : direction.push
  const near = nearnessOf(subject, fitted, isWhole ? WHOLE_PUSH : facePush)
  const moveWish: MoveWish = {
    view: comeClose(fitted.view, near),
    keep: fitted.keep,
    aim: isWhole && near === 1 ? { x: 0.5, y: 0.5 } : (subject.aim ?? { x: 0.5, y: 0.46 }),
    isAimed: isSure,
    seconds,
    push: isWhole ? WHOLE_PUSH : facePush,
    pan: direction.pan,
  }
  const { travel, move, isPanorama } = chooseTravel(wish, fitted, moveWish, subject)
  return {
    panel: {
      photoId: photo.id,
      area,
      fit: fitted.fit,
      from: comeNear(travel.from, near),
      to: comeNear(travel.to, near),
    },
    move,
    reasons: [
      ...(fitted.reason ? [fitted.reason] : []),
      ...(isPanorama ? [because('travels_panorama')] : []),
      ...(subject.chosen
        ? [because('framed_by_you')]
        : isPanorama
          ? []
          : reasonsOfMove(subject, fitted, move)),
    ],
  }
}

/**
 * [Note: a chosen part] The film comes as close as the part that a person chose fills the picture at the end of a push, or
 * at the beginning of a pull; never closer than the engine draws. A point says where, not how close.
 */
function nearnessOf({ chosen }: Subject, { view }: Fitted, push: number): number {
  if (!chosen || isPoint(chosen)) return 1
  return Math.max(1, Math.min(CLOSEST, closestZoom(view, chosen)) / (1 + push))
}
const comeClose = ({ across, down }: View, near: number): View => ({
  across: across / near,
  down: down / near,
})
const comeNear = ({ zoom, ...center }: Framing, near: number): Framing => ({
  ...center,
  zoom: Math.min(CLOSEST, zoom * near),
})

/** An upright film is seen on a phone, where a wide photo shown whole is small: it fills the frame and is travelled along. */
function mostHiddenIn(area: Size, photo: Size, { mostHidden }: StyleDirection): number {
  const isSidesHidden = area.height >= area.width && photo.width * area.height > area.width * photo.height
  return isSidesHidden ? Math.max(mostHidden, MOST_SIDES_HIDDEN) : mostHidden
}

interface ChosenTravel {
  readonly travel: Travel
  readonly move: Move | null
  readonly isPanorama: boolean
}

function chooseTravel(wish: PanelWish, fitted: Fitted, moveWish: MoveWish, subject: Subject): ChosenTravel {
  const { photo } = wish.candidate
  const aspect = photo.width / photo.height
  if (subject.chosen === null && (aspect >= PANORAMA || aspect <= 1 / PANORAMA)) {
    const zoom = panoramaZoom(fitted)
    const [first, second]: [Move, Move] = aspect > 1 ? ['pan-right', 'pan-left'] : ['tilt-down', 'tilt-up']
    const turn = wish.previous === first || (wish.previous !== second && wish.turn % 2 === 1) ? 1 : 0
    const travel = zoom > 0 ? travelAlong(moveWish, zoom, turn) : null
    if (travel) return { travel, move: turn ? second : first, isPanorama: true }
  }
  const moves: readonly Move[] = fitted.fit === 'contain' ? ['push-in', 'pull-out'] : MOVES
  const ranked = moves
    .map((move) => ({ move, cost: costOf(move, wish, fitted, subject) }))
    .toSorted((a, b) => a.cost - b.cost)
  for (const { move } of ranked) {
    const travel = makeMove(move, moveWish)
    if (travel) return { travel, move, isPanorama: false }
  }
  return { travel: hold(moveWish), move: null, isPanorama: false }
}

/** How close a panorama is seen while it is travelled along; 0 where faces forbid it. */
function panoramaZoom({ fit, view, keep }: Fitted): number {
  if (fit === 'cover') return 1.02
  return keep ? 0 : Math.min(PANORAMA_ZOOM, Math.max(view.across, view.down))
}

/**
 * What speaks against a move: that it was just made, that it is not this style's turn for it, that the photo asks for
 * another: faces for pushes, hidden parts for a look at them.
 */
function costOf(
  move: Move,
  { direction, turn, previous }: PanelWish,
  fitted: Fitted,
  subject: Subject,
): number {
  const { moves } = direction
  const wait = turnsUntil(move, moves, turn)
  const isPush = move === 'push-in' || move === 'pull-out'
  const hidden =
    move === 'pan-left' || move === 'pan-right' ? 1 - fitted.view.across : isPush ? 0 : 1 - fitted.view.down
  return (
    wait +
    (move === previous ? 100 : 0) +
    ((subject.faces > 0 || subject.chosen) && !isPush ? 2.5 : 0) -
    (subject.faces === 0 && !subject.chosen && hidden > 0.2 ? 5 * hidden + 2 : 0)
  )
}

/** How many turns until it is a style's turn for a move; 8 where it is not one of its moves. */
function turnsUntil(move: Move, moves: readonly Move[], turn: number): number {
  for (let wait = 0; wait < moves.length; wait++) {
    if (moves[(turn + wait) % moves.length] === move) return wait
  }
  return 8
}

function reasonsOfMove({ faces, aim }: Subject, { fit }: Fitted, move: Move | null): Reason[] {
  if (fit === 'contain' || (faces === 0 && !aim)) return []
  if (faces === 0) return move === null ? [] : [because('looks_at_focus')]
  if (move === null) return [because('keeps_faces', { faces })]
  return [because(move === 'pull-out' ? 'starts_on_faces' : 'ends_on_faces', { faces })]
}
