/** A film's picture: pixels, frames per second, and how much grain moves over them (`look.grain`, none unless told). */
export interface FilmFormat {
  readonly width: number
  readonly height: number
  readonly fps: number
  readonly grain?: number
}

/** What a level of a codec allows at most, and how the codec's name says it. */
interface Level {
  readonly perFrame: number
  readonly perSecond: number
  readonly bitsPerSecond: number
  readonly name: string
}

const levels = (
  rows: readonly [perFrame: number, perSecond: number, megabits: number, name: string][],
): readonly Level[] =>
  rows.map(([perFrame, perSecond, megabits, name]) => ({
    perFrame,
    perSecond,
    bitsPerSecond: megabits * 1e6,
    name,
  }))

/** ITU-T H.264 table A-1, 3.0 to 5.2, in macroblocks of 16 × 16 pixels; bits as in Main, High may have a quarter more. */
const AVC = levels([
  [1_620, 40_500, 10, '1e'],
  [3_600, 108_000, 14, '1f'],
  [5_120, 216_000, 20, '20'],
  [8_192, 245_760, 20, '28'],
  [8_192, 245_760, 50, '29'],
  [8_704, 522_240, 50, '2a'],
  [22_080, 589_824, 135, '32'],
  [36_864, 983_040, 240, '33'],
  [36_864, 2_073_600, 240, '34'],
])

/** VP9 bitstream specification, annex A, 3.0 to 5.2, in pixels. */
const VP9 = levels([
  [552_960, 20_736_000, 7.2, '30'],
  [983_040, 36_864_000, 12, '31'],
  [2_228_224, 83_558_400, 18, '40'],
  [2_228_224, 160_432_128, 30, '41'],
  [8_912_896, 311_951_360, 60, '50'],
  [8_912_896, 588_251_136, 120, '51'],
  [8_912_896, 1_176_502_272, 180, '52'],
])

/** AV1 bitstream specification, annex A.3, 3.0 to 5.2 in the main tier, in pixels shown. */
const AV1 = levels([
  [665_856, 19_975_680, 6, '04'],
  [1_065_024, 31_950_720, 10, '05'],
  [2_359_296, 70_778_880, 12, '08'],
  [2_359_296, 141_557_760, 20, '09'],
  [8_912_896, 267_386_880, 30, '12'],
  [8_912_896, 534_773_760, 40, '13'],
  [8_912_896, 1_069_547_520, 60, '14'],
])

/**
 * The lowest level that holds the film; null when none does, beyond 4K at 60 frames/s. More bits than any level allows
 * are no reason not to make a film: players mind the size.
 */
function fitting(rows: readonly Level[], units: number, fps: number, bits: number): string | null {
  const holding = rows.filter(({ perFrame, perSecond }) => units <= perFrame && units * fps <= perSecond)
  return (holding.find(({ bitsPerSecond }) => bits <= bitsPerSecond) ?? holding.at(-1))?.name ?? null
}

/** The level as the two last digits of `avc1.64002a`. */
export const avcLevel = ({ width, height, fps }: FilmFormat, bits = 0) =>
  fitting(AVC, Math.ceil(width / 16) * Math.ceil(height / 16), fps, bits)

/** The level as in `vp09.00.40.08`. */
export const vp9Level = ({ width, height, fps }: FilmFormat, bits = 0) =>
  fitting(VP9, width * height, fps, bits)

/** The level as in `av01.0.08M.08`. */
export const av1Level = ({ width, height, fps }: FilmFormat, bits = 0) =>
  fitting(AV1, width * height, fps, bits)
