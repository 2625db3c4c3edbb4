import type { Analysis } from '@/domain/analysis'
import type { PictureSize } from '../../pictureSize'

/** Something that may be a face, in pixels of the picture. */
export interface SeenFace {
  left: number
  top: number
  right: number
  bottom: number
  /** 0..1 */
  score: number
}

/** Two boxes show the same face when they share this part of the smaller one. */
const SAME = 0.5
/** The models' points end at the brows and the chin; a head goes on around them by this part of it. */
const AROUND = { sides: 0.12, top: 0.3, bottom: 0.08 }

/** One box for each face, the surest. */
export function withoutRepeats<Face extends SeenFace>(faces: readonly Face[]): Face[] {
  const kept: Face[] = []
  for (const face of faces.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((other) => sharedPart(face, other) < SAME)) kept.push(face)
  }
  return kept
}

/** The head around a face, in 0..1 of the picture and not beyond its edges. */
export function boxOf(face: SeenFace, { width, height }: PictureSize): Analysis['faces'][number] {
  const [wide, tall] = [face.right - face.left, face.bottom - face.top]
  const left = part(face.left - AROUND.sides * wide, width)
  const right = part(face.right + AROUND.sides * wide, width)
  const top = part(face.top - AROUND.top * tall, height)
  const bottom = part(face.bottom + AROUND.bottom * tall, height)
  return { x: left, y: top, width: right - left, height: bottom - top, score: face.score }
}

function sharedPart(a: SeenFace, b: SeenFace): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (wide <= 0 || tall <= 0) return 0
  return (wide * tall) / Math.min(areaOf(a), areaOf(b))
}

const areaOf = (face: SeenFace): number => (face.right - face.left) * (face.bottom - face.top)
const part = (value: number, whole: number): number => Math.min(Math.max(value / whole, 0), 1)
