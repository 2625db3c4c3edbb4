/** A chord over a tonic: pitch classes 0..11, the tonic's is 0. `tones` begin with the root, most telling ones first. */
export interface Chord {
  readonly root: number
  readonly bass: number
  readonly tones: readonly number[]
  readonly isMinor: boolean
}

const DEGREES: Readonly<Record<string, number>> = { i: 0, ii: 2, iii: 4, iv: 5, v: 7, vi: 9, vii: 11 }
const COLOURS: Readonly<Record<string, readonly number[]>> = {
  '': [],
  add9: [14],
  maj7: [11],
  maj9: [11, 14],
  '7': [10],
  '9': [10, 14],
  '6': [9],
  sus2: [],
  sus4: [],
}

/**
 * Reads a chord as musicians write it over a key: a Roman numeral (lower case: minor), flats before it, a colour after
 * it and, behind a slash, the degree in the bass: `IV`, `vi7`, `bVIImaj7`, `V/7`. Degrees are those of the major scale.
 * @throws RangeError for anything else
 */
export function readChord(symbol: string): Chord {
  const match = /^(b?)([iv]+|[IV]+)(add9|maj7|maj9|7|9|6|sus2|sus4)?(?:\/(b?)([1-7]))?$/.exec(symbol)
  const [, flat = '', numeral = '', colour = '', bassFlat = '', bassDegree] = match ?? []
  const degree = DEGREES[numeral.toLowerCase()]
  const extra = COLOURS[colour]
  if (degree === undefined || extra === undefined) throw new RangeError(`not a chord: ${symbol}`)
  const root = wrap(degree - flat.length)
  const isMinor = numeral === numeral.toLowerCase()
  const third = colour === 'sus2' ? 2 : colour === 'sus4' ? 5 : isMinor ? 3 : 4
  const tones = [0, third, 7, ...extra].map((interval) => wrap(root + interval))
  const bassStep = Object.values(DEGREES)[Number(bassDegree) - 1]
  return { root, bass: bassStep === undefined ? root : wrap(bassStep - bassFlat.length), tones, isMinor }
}

/** The pitch class that a number stands for. */
export function wrap(pitch: number): number {
  return ((pitch % 12) + 12) % 12
}

/** The pitch of a class that lies nearest to another pitch. */
export function nearestPitch(pitchClass: number, to: number): number {
  const up = wrap(pitchClass - to)
  return up > 6 ? to + up - 12 : to + up
}
