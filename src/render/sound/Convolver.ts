import { transform } from './fft'
import type { StereoChunk } from './StereoChunk'

/** The part of the room's energy that nobody misses: 70 dB below all of it. */
const UNHEARD = 1e-7

/**
 * Plays sound in a room, block by block: both sides in one transform (left as its real part, right as its imaginary),
 * the room's answer cut into pieces as long as a block (uniformly partitioned convolution, Gardner 1995).
 *
 * [Note: the room is our own]
 * An OfflineAudioContext mixed the scores at first. Its ConvolverNode alone took 0.28 s for each second of stereo in a
 * room of three seconds (two cores, busy), and source nodes cost while they only wait: 0.5 s a second for 500 notes. This
 * and `Voice` take a small part of that, in a worker, need no page, and sound the same in every browser.
 */
export class Convolver {
  readonly #size: number
  readonly #pieces: readonly Pair[]
  /** Spectra of the last blocks, the newest first. */
  readonly #blocks: Pair[] = []
  readonly #overlap: StereoChunk
  readonly #sum: Pair
  /** Both sides at once, twice a block long. */
  readonly #work: Work

  /** @param size of a block, a power of two */
  constructor(impulse: StereoChunk, size: number) {
    this.#size = size
    this.#overlap = { left: new Float32Array(size), right: new Float32Array(size) }
    this.#sum = silentPair(size)
    this.#work = { re: new Float64Array(size * 2), im: new Float64Array(size * 2) }
    const count = Math.ceil(impulse.left.length / size)
    const pieces = Array.from({ length: count }, (_, piece) => {
      const part = (side: Float32Array) => side.subarray(piece * size, (piece + 1) * size)
      const pair = silentPair(size)
      spectraOf(part(impulse.left), part(impulse.right), this.#work, pair)
      return pair
    })
    const energy = pieces.reduce((sum, { left, right }) => sum + energyOf(left) + energyOf(right), 0)
    this.#pieces = pieces.map((pair) => withoutUnheard(pair, (UNHEARD * energy) / count / 2))
  }

  /** Adds the room's answer to a block of exactly `size` samples, times `gain`, to another block. */
  process(input: StereoChunk, output: StereoChunk, gain: number): void {
    const size = this.#size
    // The oldest block's memory becomes the newest's.
    const newest =
      (this.#blocks.length === this.#pieces.length ? this.#blocks.pop() : null) ?? silentPair(size)
    spectraOf(input.left, input.right, this.#work, newest)
    this.#blocks.unshift(newest)
    const { left, right } = this.#sum
    for (const side of [left.re, left.im, right.re, right.im]) side.fill(0)
    this.#blocks.forEach((block, age) => {
      const piece = this.#pieces[age]
      if (!piece) return
      multiplyAdd(left, block.left, piece.left)
      multiplyAdd(right, block.right, piece.right)
    })
    const { re, im } = this.#work
    join(left, right, this.#work)
    transform(re, im, true)
    const scale = gain / (size * 2)
    for (let index = 0; index < size; index++) {
      output.left[index] =
        (output.left[index] ?? 0) + (re[index] ?? 0) * scale + (this.#overlap.left[index] ?? 0)
      output.right[index] =
        (output.right[index] ?? 0) + (im[index] ?? 0) * scale + (this.#overlap.right[index] ?? 0)
      this.#overlap.left[index] = (re[index + size] ?? 0) * scale
      this.#overlap.right[index] = (im[index + size] ?? 0) * scale
    }
  }
}

/** The lower half of a real signal's transform, its middle included, or less where the rest is silence. */
interface Spectrum {
  readonly re: Float32Array
  readonly im: Float32Array
}
/** A whole transform. */
interface Work {
  readonly re: Float64Array
  readonly im: Float64Array
}
interface Pair {
  readonly left: Spectrum
  readonly right: Spectrum
}
const silentPair = (size: number): Pair => ({ left: silentSpectrum(size), right: silentSpectrum(size) })
const silentSpectrum = (size: number): Spectrum => ({
  re: new Float32Array(size + 1),
  im: new Float32Array(size + 1),
})

const energyOf = ({ re, im }: Spectrum) =>
  re.reduce((sum, value, bin) => sum + value * value + (im[bin] ?? 0) ** 2, 0)

/** A room gets darker as it dies: most of its pieces have nothing high up, which need not be multiplied. */
function withoutUnheard({ left, right }: Pair, energy: number): Pair {
  const cut = ({ re, im }: Spectrum): Spectrum => {
    let bins = re.length
    for (let above = 0; bins > 0; bins--) {
      above += (re[bins - 1] ?? 0) ** 2 + (im[bins - 1] ?? 0) ** 2
      if (above > energy) break
    }
    return { re: re.slice(0, bins), im: im.slice(0, bins) }
  }
  return { left: cut(left), right: cut(right) }
}

/** Transforms two real signals at once and takes them apart by their symmetry. */
function spectraOf(left: Float32Array, right: Float32Array, work: Work, pair: Pair): void {
  const { re, im } = work
  const size = re.length
  re.fill(0).set(left)
  im.fill(0).set(right)
  transform(re, im)
  const { left: leftHalf, right: rightHalf } = pair
  for (let bin = 0; bin <= size / 2; bin++) {
    const mirror = (size - bin) % size
    const a = re[bin] ?? 0
    const b = im[bin] ?? 0
    const c = re[mirror] ?? 0
    const d = im[mirror] ?? 0
    leftHalf.re[bin] = (a + c) / 2
    leftHalf.im[bin] = (b - d) / 2
    rightHalf.re[bin] = (b + d) / 2
    rightHalf.im[bin] = (c - a) / 2
  }
}

function join(left: Spectrum, right: Spectrum, { re, im }: Work): void {
  const size = re.length
  for (let bin = 0; bin <= size / 2; bin++) {
    const a = left.re[bin] ?? 0
    const b = left.im[bin] ?? 0
    const c = right.re[bin] ?? 0
    const d = right.im[bin] ?? 0
    re[bin] = a - d
    im[bin] = b + c
    const mirror = size - bin
    if (bin === 0 || mirror === bin) continue
    re[mirror] = a + d
    im[mirror] = c - b
  }
}

/** @param piece of the room, with as many bins as are heard */
function multiplyAdd({ re, im }: Spectrum, block: Spectrum, piece: Spectrum): void {
  const { re: allARe, im: allAIm } = block
  const { re: allBRe, im: allBIm } = piece
  for (let bin = 0; bin < allBRe.length; bin++) {
    const aRe = allARe[bin] ?? 0
    const aIm = allAIm[bin] ?? 0
    const bRe = allBRe[bin] ?? 0
    const bIm = allBIm[bin] ?? 0
    re[bin] = (re[bin] ?? 0) + aRe * bRe - aIm * bIm
    im[bin] = (im[bin] ?? 0) + aRe * bIm + aIm * bRe
  }
}
