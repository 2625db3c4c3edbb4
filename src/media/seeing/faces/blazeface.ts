/** What the detector takes for a face, in 0..1 of the square it was shown. */
export interface Candidate {
  centerX: number
  centerY: number
  edge: number
  score: number
  /** How far the line between the eyes is turned clockwise, in radians. */
  angle: number
}

/** The side of the picture that the model looks at. */
export const BLAZEFACE_EDGE = 256
export const BLAZEFACE_OUTPUTS = ['Identity:0', 'Identity_2:0', 'Identity_1:0', 'Identity_3:0']
/** The model answers for a grid of 16 × 16 places with two guesses each and for one of 8 × 8 with six. */
const GRIDS = [
  { stride: 16, guesses: 2 },
  { stride: 32, guesses: 6 },
]
/** A guess is a box (middle and size) and six points (eyes, nose, mouth, ears), all in pixels from its place. */
const VALUES = 16

/**
 * Reads the answers of BlazeFace (the "back camera" model of MediaPipe, described in Bazarevsky et al. 2019): the
 * guesses whose score is at least `threshold`, in no order, with many for the same face.
 */
export function readCandidates(outputs: readonly Float32Array[], threshold: number): Candidate[] {
  return GRIDS.flatMap((grid, index) => {
    const [logits, guesses] = [outputs[2 * index], outputs[2 * index + 1]]
    if (!logits || !guesses) throw new Error('the face model answers something else')
    return readGrid(logits, guesses, grid, threshold)
  })
}

function readGrid(
  logits: Float32Array,
  guesses: Float32Array,
  { stride, guesses: perPlace }: (typeof GRIDS)[number],
  threshold: number,
): Candidate[] {
  const columns = BLAZEFACE_EDGE / stride
  const found: Candidate[] = []
  logits.forEach((logit, index) => {
    const score = 1 / (1 + Math.exp(-logit))
    if (score < threshold) return
    const place = Math.floor(index / perPlace)
    const placeX = (0.5 + (place % columns)) * stride
    const placeY = (0.5 + Math.floor(place / columns)) * stride
    const value = (offset: number): number => guesses[index * VALUES + offset] ?? 0
    found.push({
      centerX: (placeX + value(0)) / BLAZEFACE_EDGE,
      centerY: (placeY + value(1)) / BLAZEFACE_EDGE,
      edge: Math.max(value(2), value(3)) / BLAZEFACE_EDGE,
      score,
      angle: Math.atan2(value(7) - value(5), value(6) - value(4)),
    })
  })
  return found
}
