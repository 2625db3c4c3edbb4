import type { Box } from './analysis'

/** Edge of a stored face, in pixels: large enough for the largest place it is shown at, on the finest screen. */
export const AVATAR_EDGE = 512

/** Half of the shorter side is the least that is shown: less would be coarse. */
export const AVATAR_ZOOM_MAX = 4

/** Which part of a picture is shown: what is in the middle, as fractions of width and height, and how close. */
export type Framing = { x: number; y: number; zoom: number }

type Size = { width: number; height: number }
export type Square = { left: number; top: number; edge: number }

/**
 * The square of a picture that a framing shows, in the picture's pixels: as large as its shorter side at zoom 1, and always
 * inside of it.
 */
export function squareOf({ width, height }: Size, { x, y, zoom }: Framing): Square {
  const edge = Math.min(width, height) / clamp(zoom, 1, AVATAR_ZOOM_MAX)
  return {
    left: clamp(x * width - edge / 2, 0, width - edge),
    top: clamp(y * height - edge / 2, 0, height - edge),
    edge,
  }
}

/** The same part, said with a middle that can be shown: moved from there, the picture follows at once. */
export function settled(size: Size, framing: Framing): Framing {
  const { left, top, edge } = squareOf(size, framing)
  return {
    x: (left + edge / 2) / size.width,
    y: (top + edge / 2) / size.height,
    zoom: clamp(framing.zoom, 1, AVATAR_ZOOM_MAX),
  }
}

/**
 * How a picture is shown at first: its largest face, with the room around it that a portrait has, else what draws the eye,
 * else the middle. Boxes and points are fractions of the picture.
 */
export function firstFraming(size: Size, seen: { faces: readonly Box[]; focus: Box | null } | null): Framing {
  const [face] = (seen?.faces ?? []).toSorted((a, b) => b.width * b.height - a.width * a.height)
  if (face) {
    const faceEdge = Math.max(face.width * size.width, face.height * size.height)
    const zoom = Math.min(size.width, size.height) / (faceEdge * ROOM_AROUND_FACE)
    return settled(size, { ...middleOf(face), zoom })
  }
  const focus = seen?.focus ?? { x: 0, y: 0, width: 1, height: 1 }
  return settled(size, { ...middleOf(focus), zoom: 1 })
}

const ROOM_AROUND_FACE = 2.2

const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
