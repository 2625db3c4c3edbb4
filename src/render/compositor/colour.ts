/** How the samples of a decoded photo are to be read. */
export interface PhotoColour {
  readonly matrix: 'bt601' | 'bt709'
  readonly fullRange: boolean
}

export const JPEG_COLOUR: PhotoColour = { matrix: 'bt601', fullRange: true }

/** The factors of `convertColour`, in 1/65536. */
export interface ColourFactors {
  readonly blackLevel: number
  readonly yy: number
  readonly yu: number
  readonly yv: number
  readonly uu: number
  readonly uv: number
  readonly vu: number
  readonly vv: number
}

const WEIGHTS = { bt601: { r: 0.299, b: 0.114 }, bt709: { r: 0.2126, b: 0.0722 } } as const

/**
 * Factors from a photo's Y'CbCr to the film's, which is BT.709 limited range. Both are linear in R'G'B', so one matrix
 * does it and no RGB is ever made. Null when the photo already is what the film is.
 */
export function colourFactors(from: PhotoColour): ColourFactors | null {
  if (from.matrix === 'bt709' && !from.fullRange) return null
  const source = WEIGHTS[from.matrix]
  const film = WEIGHTS.bt709
  const sourceGreen = 1 - source.r - source.b
  const filmGreen = 1 - film.r - film.b
  // R = Y + rv·V, B = Y + bu·U, G = Y + gu·U + gv·V, with U, V in -½..½ of Y's range.
  const rv = 2 * (1 - source.r)
  const bu = 2 * (1 - source.b)
  const gu = (-source.b * bu) / sourceGreen
  const gv = (-source.r * rv) / sourceGreen
  const yu = film.b * bu + filmGreen * gu
  const yv = film.r * rv + filmGreen * gv
  const toU = 2 * (1 - film.b)
  const toV = 2 * (1 - film.r)
  const luma = 219 / (from.fullRange ? 255 : 219)
  const chroma = 224 / (from.fullRange ? 255 : 224)
  // Chroma samples count in chroma steps, which in limited range are not luma steps.
  const chromaToLuma = 219 / (from.fullRange ? 255 : 224)
  const fixed = (value: number) => Math.round(value * 65_536)
  return {
    blackLevel: from.fullRange ? 0 : 16,
    yy: fixed(luma),
    yu: fixed(yu * chromaToLuma),
    yv: fixed(yv * chromaToLuma),
    uu: fixed(((bu - yu) / toU) * chroma),
    uv: fixed((-yv / toU) * chroma),
    vu: fixed((-yu / toV) * chroma),
    vv: fixed(((rv - yv) / toV) * chroma),
  }
}
