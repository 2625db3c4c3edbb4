import type { Analysis, Box } from '@/domain/analysis'
import { isPoint, middleOf, type Focus } from '@/domain/direction'
import type { Point } from './view'

/** What a photo is looked at for. */
export interface Subject {
  /** Boxes to try to keep in the picture, the roomiest first; the last one is the least that will do. Empty without faces. */
  readonly keeps: readonly Box[]
  /** Where the eye goes; null when nothing is known. */
  readonly aim: Point | null
  readonly faces: number
  /** The part of the photo that a person wants to see, or a point of it; null where they leave that open. */
  readonly chosen: Focus | null
}

/** Room around a face, in parts of its size: hair above, a chin below, ears. */
const ROOMY = { above: 0.4, below: 0.2, beside: 0.2 }
const TIGHT = { above: 0.06, below: 0.06, beside: 0.06 }
/** And never less than this part of the photo, for tiny faces: frames weave, and the engine rounds. */
const LEAST_ROOM = 0.006

/** What a person points at is no smaller than this part of the photo. */
const POINT_ROOM = 0.06

/**
 * What a person chose; else all faces where there are any, else what draws the eye; nothing of a photo that nobody has looked at.
 * Where a person chose, faces are theirs to cut off.
 */
export function subjectOf(analysis: Analysis | null | undefined, wish: Focus | null): Subject {
  if (wish) {
    const chosen = onPhoto(wish)
    const aim = middleOf(chosen)
    return { keeps: [isPoint(chosen) ? aroundPoint(aim) : chosen], aim, faces: 0, chosen }
  }
  const faces = analysis?.faces ?? []
  if (faces.length > 0) {
    return {
      keeps: [around(faces, ROOMY), around(faces, TIGHT)],
      aim: middleOfFaces(faces),
      faces: faces.length,
      chosen: null,
    }
  }
  const focus = analysis?.focus
  const aim = focus ? { x: focus.x + focus.width / 2, y: focus.y + focus.height / 2 } : null
  return { keeps: [], aim, faces: 0, chosen: null }
}

/** Of a part that somebody let hang over the edge, what is on the photo. */
const onPhoto = ({ x, y, width, height }: Focus): Focus => ({
  x,
  y,
  width: Math.min(width, 1 - x),
  height: Math.min(height, 1 - y),
})

function aroundPoint({ x, y }: Point): Box {
  const left = Math.max(0, x - POINT_ROOM / 2)
  const top = Math.max(0, y - POINT_ROOM / 2)
  const [right, bottom] = [Math.min(1, x + POINT_ROOM / 2), Math.min(1, y + POINT_ROOM / 2)]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The smallest box that holds all faces with their room, inside the photo. */
function around(faces: readonly Box[], { above, below, beside }: typeof ROOMY): Box {
  const room = (part: number) => Math.max(LEAST_ROOM, part)
  const left = Math.max(0, Math.min(...faces.map(({ x, width }) => x - room(width * beside))))
  const right = Math.min(1, Math.max(...faces.map(({ x, width }) => x + width + room(width * beside))))
  const top = Math.max(0, Math.min(...faces.map(({ y, height }) => y - room(height * above))))
  const bottom = Math.min(1, Math.max(...faces.map(({ y, height }) => y + height + room(height * below))))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Large faces count more: the people a photo is of, not those who pass behind. */
function middleOfFaces(faces: readonly Box[]): Point {
  let total = 0
  let x = 0
  let y = 0
  for (const face of faces) {
    const weight = Math.max(1e-6, face.width * face.height)
    total += weight
    x += weight * (face.x + face.width / 2)
    y += weight * (face.y + face.height / 2)
  }
  return { x: x / total, y: y / total }
}
