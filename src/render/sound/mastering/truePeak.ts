/**
 * Taps of the interpolator of ITU-R BS.1770-4, annex 2: four phases of twelve. The two middle phases mirror the outer.
 */
const PHASES: readonly (readonly number[])[] = [
  [0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875, -0.102294921875, 0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125],
  [-0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625, -0.2003173828125, 0.1015625, -0.0582275390625, 0.0330810546875, -0.0189208984375],
] // prettier-ignore
const TAPS = 12
/** How many samples the peak found lies behind the sample given. */
export const TRUE_PEAK_DELAY = 6

/** Finds the peak between samples too, where the loudspeaker will go: four times oversampled. */
export class TruePeak {
  /** Written twice, so that the last twelve are always in a row. */
  readonly #history = new Float64Array(TAPS * 2)
  #at = 0
  /** Samples until all that are remembered are quiet. */
  #loudFor = 0
  readonly #quiet: number

  /**
   * @param threshold below about half of it no interpolated value can reach it (the taps of a phase sum to about 2): then
   *   the samples alone are looked at, which is most of the time
   */
  constructor(threshold: number) {
    this.#quiet = threshold / 2.1
  }

  /** The largest magnitude around the sample `TRUE_PEAK_DELAY` before this one. */
  next(sample: number): number {
    this.#history[this.#at] = sample
    this.#history[this.#at + TAPS] = sample
    this.#at = (this.#at + 1) % TAPS
    const history = this.#history
    const magnitude = Math.abs(sample)
    if (magnitude > this.#quiet) this.#loudFor = TAPS
    else if (this.#loudFor > 0) this.#loudFor--
    if (this.#loudFor === 0) return magnitude
    const [first, second] = PHASES
    if (!first || !second) return magnitude
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let tap = 0; tap < TAPS; tap++) {
      const old = history[this.#at + tap] ?? 0
      const young = history[this.#at + TAPS - 1 - tap] ?? 0
      a += old * (first[tap] ?? 0)
      b += old * (second[tap] ?? 0)
      c += young * (second[tap] ?? 0)
      d += young * (first[tap] ?? 0)
    }
    const between = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d))
    return Math.max(between, Math.abs(history[this.#at + TAPS - TRUE_PEAK_DELAY - 1] ?? 0))
  }
}
