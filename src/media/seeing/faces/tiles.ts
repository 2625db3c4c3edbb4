import type { PictureSize } from '../../pictureSize'
import type { PictureArea } from './pictureArea'

/** Tiles share this part of their edge with the next, so that a face between two is whole in one of them. */
const OVERLAP = 0.3
/** A panorama is not shown whole, the faces in it would be specks; but never in more than about four pieces. */
const MOST_STRETCHED = 1.5
const MOST_PIECES = 3
const FINE = 1 / 3
/** Smaller tiles would show the detector nothing that is not in the larger ones. */
const LEAST_EDGE = 128

/**
 * The squares in which faces are looked for. The detector sees faces down to a twentieth of what it is shown, so after
 * the photo as a whole come tiles of a third of it: faces down to a fiftieth of the long edge.
 */
export function tilesOf(picture: PictureSize): PictureArea[] {
  const [long, short] = [Math.max(picture.width, picture.height), Math.min(picture.width, picture.height)]
  const edge = Math.min(long, Math.max(MOST_STRETCHED * short, long / MOST_PIECES))
  const fine = edge * FINE
  return [...covering(picture, edge), ...(fine < LEAST_EDGE ? [] : covering(picture, fine))]
}

function covering({ width, height }: PictureSize, edge: number): PictureArea[] {
  return middles(height, edge).flatMap((centerY) =>
    middles(width, edge).map((centerX) => ({ centerX, centerY, edge, angle: 0 })),
  )
}

/** Where the middles of tiles lie that cover `length`; one in the middle where one is enough. */
function middles(length: number, edge: number): number[] {
  if (edge >= length) return [length / 2]
  const count = 1 + Math.ceil((length - edge) / (edge * (1 - OVERLAP)))
  return Array.from({ length: count }, (_, i) => edge / 2 + (i * (length - edge)) / (count - 1))
}
