import { transform } from './fft'
import type { StereoChunk } from './StereoChunk'

/**
 * Plays sound in a room, block by block: both sides in one transform (left as its real part, right as its imaginary),
 * the room's answer cut into pieces as long as a block (uniformly partitioned convolution, Gardner 1995).
 *
 * [Note: the room is our own]
 * The browser's ConvolverNode took 0.28 s for each second of stereo in a room of three seconds, and its source nodes cost
 * as much while they wait for their turn as while they play: 0.5 s for each second of 500 waiting notes. That was two
 * thirds of a film's encoding. This and `Voice` together take a twentieth of it, in a worker, the same on every machine.
 */
export class Convolver {
  readonly #size: number
  readonly #pieces: readonly { left: Spectrum; right: Spectrum }[]
  /** Spectra of the last blocks, the newest first. */
  readonly #blocks: { left: Spectrum; right: Spectrum }[] = []
  readonly #overlap: StereoChunk

  /** @param size of a block, a power of two */
  constructor(impulse: StereoChunk, size: number) {
    this.#size = size
    this.#overlap = { left: new Float32Array(size), right: new Float32Array(size) }
    const count = Math.ceil(impulse.left.length / size)
    this.#pieces = Array.from({ length: count }, (_, piece) => {
      const part = (side: Float32Array) => side.subarray(piece * size, (piece + 1) * size)
      return spectraOf(part(impulse.left), part(impulse.right), size * 2)
    })
  }

  /** Adds the room's answer to a block of exactly `size` samples, times `gain`, to another block. */
  process(input: StereoChunk, output: StereoChunk, gain: number): void {
    const size = this.#size
    this.#blocks.unshift(spectraOf(input.left, input.right, size * 2))
    if (this.#blocks.length > this.#pieces.length) this.#blocks.pop()
    const left = silentSpectrum(size)
    const right = silentSpectrum(size)
    this.#blocks.forEach((block, age) => {
      const piece = this.#pieces[age]
      if (!piece) return
      multiplyAdd(left, block.left, piece.left)
      multiplyAdd(right, block.right, piece.right)
    })
    const { re, im } = join(left, right, size * 2)
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

/** The lower half of a real signal's transform, its middle included. */
interface Spectrum {
  readonly re: Float64Array
  readonly im: Float64Array
}
const silentSpectrum = (size: number): Spectrum => ({
  re: new Float64Array(size + 1),
  im: new Float64Array(size + 1),
})

/** Transforms two real signals at once and takes them apart by their symmetry. */
function spectraOf(
  left: Float32Array,
  right: Float32Array,
  size: number,
): { left: Spectrum; right: Spectrum } {
  const re = new Float64Array(size)
  const im = new Float64Array(size)
  re.set(left)
  im.set(right)
  transform(re, im)
  const leftHalf = silentSpectrum(size / 2)
  const rightHalf = silentSpectrum(size / 2)
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
  return { left: leftHalf, right: rightHalf }
}

function join(left: Spectrum, right: Spectrum, size: number): Spectrum {
  const re = new Float64Array(size)
  const im = new Float64Array(size)
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
  return { re, im }
}

function multiplyAdd(sum: Spectrum, a: Spectrum, b: Spectrum): void {
  const { re, im } = sum
  for (let bin = 0; bin < re.length; bin++) {
    const aRe = a.re[bin] ?? 0
    const aIm = a.im[bin] ?? 0
    const bRe = b.re[bin] ?? 0
    const bIm = b.im[bin] ?? 0
    re[bin] = (re[bin] ?? 0) + aRe * bRe - aIm * bIm
    im[bin] = (im[bin] ?? 0) + aRe * bIm + aIm * bRe
  }
}
