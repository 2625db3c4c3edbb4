import type { StereoChunk } from '../StereoChunk'
import type { MixMemory } from './MixMemory'

/** The part of the room's energy that nobody misses: 70 dB below all of it. */
const UNHEARD = 1e-7

/** A stereo spectrum in the memory of the mix, and how many of its bins are not silent. */
interface Pair {
  readonly left: number
  readonly right: number
  readonly bins: number
}

/**
 * Plays sound in a room, block by block: both sides in one transform (left as its real part, right as its imaginary),
 * the room's answer cut into pieces as long as a block (uniformly partitioned convolution, Gardner 1995).
 *
 * [Note: the room is our own]
 * An OfflineAudioContext mixed the scores at first. Its ConvolverNode alone took 0.28 s for each second of stereo in a
 * room of three seconds (two cores, busy), and source nodes cost while they only wait: 0.5 s a second for 500 notes. This
 * and `Voice` take a small part of that, in a worker, need no page, and sound the same in every browser.
 */
export class Room {
  readonly #memory: MixMemory
  readonly #size: number
  /** Bytes between the real and the imaginary parts of a spectrum. */
  readonly #stride: number
  readonly #pieces: readonly Pair[]
  /** Spectra of the last blocks, the newest first. */
  readonly #blocks: Pair[] = []
  readonly #sum: Pair
  readonly #overlap: number
  /** Both sides at once, twice a block long. */
  readonly #re: number
  readonly #im: number
  readonly #mirrored: number
  readonly #turns: number

  /** @param size of a block, a power of two */
  constructor(memory: MixMemory, impulse: StereoChunk, size: number) {
    this.#memory = memory
    this.#size = size
    // With room for a vector behind the last bin.
    this.#stride = (size + 16) * 4
    this.#re = memory.allocate(size * 2)
    this.#im = memory.allocate(size * 2)
    this.#overlap = memory.allocate(size * 2)
    this.#sum = this.#newPair()
    this.#mirrored = mirroredPlaces(memory, size * 2)
    this.#turns = turnsOf(memory, size * 2)
    const count = Math.ceil(impulse.left.length / size)
    const pieces = Array.from({ length: count }, (_, piece) => {
      const pair = this.#newPair()
      const part = (side: Float32Array) => side.subarray(piece * size, (piece + 1) * size)
      this.#load(part(impulse.left), part(impulse.right))
      this.#transformTo(pair)
      return pair
    })
    const energy = pieces.reduce((sum, pair) => sum + this.#energies(pair).reduce((a, b) => a + b, 0), 0)
    this.#pieces = pieces.map((pair) => this.#withoutUnheard(pair, (UNHEARD * energy) / count))
  }

  /** Adds the room's answer to a block, times `gain`, to another: byte offsets of their left sides, the right ones behind. */
  process(input: number, output: number, gain: number): void {
    const { wasm } = this.#memory
    const size = this.#size
    const bytes = size * 4
    // The oldest block's memory becomes the newest's.
    const newest =
      (this.#blocks.length === this.#pieces.length ? this.#blocks.pop() : null) ?? this.#newPair()
    this.#load(this.#memory.floats(input, size), this.#memory.floats(input + bytes, size))
    this.#transformTo(newest)
    this.#blocks.unshift(newest)
    const { left, right } = this.#sum
    for (const side of [left, right]) this.#memory.floats(side, (this.#stride / 4) * 2).fill(0)
    this.#blocks.forEach((block, age) => {
      const piece = this.#pieces[age]
      if (!piece) return
      wasm.multiplyAdd(left, block.left, piece.left, this.#stride, piece.bins)
      wasm.multiplyAdd(right, block.right, piece.right, this.#stride, piece.bins)
    })
    wasm.join(left, right, this.#stride, this.#re, this.#im, size * 2)
    // Back: the parts exchanged.
    wasm.transform(this.#im, this.#re, size * 2, this.#mirrored, this.#turns)
    const scale = gain / (size * 2)
    wasm.addAnswer(this.#re, this.#overlap, output, size, scale)
    wasm.addAnswer(this.#im, this.#overlap + bytes, output + bytes, size, scale)
  }

  #newPair(): Pair {
    const left = this.#memory.allocate((this.#stride / 4) * 2)
    const right = this.#memory.allocate((this.#stride / 4) * 2)
    return { left, right, bins: this.#size + 1 }
  }

  #load(left: Float32Array, right: Float32Array): void {
    const re = this.#memory.floats(this.#re, this.#size * 2)
    const im = this.#memory.floats(this.#im, this.#size * 2)
    re.fill(0).set(left)
    im.fill(0).set(right)
  }

  #transformTo({ left, right }: Pair): void {
    const { wasm } = this.#memory
    wasm.transform(this.#re, this.#im, this.#size * 2, this.#mirrored, this.#turns)
    wasm.separate(this.#re, this.#im, this.#size * 2, left, right, this.#stride)
  }

  /** Of each bin, both sides together. */
  #energies({ left, right, bins }: Pair): Float64Array {
    const energies = new Float64Array(bins)
    for (const offset of [left, left + this.#stride, right, right + this.#stride]) {
      const values = this.#memory.floats(offset, bins)
      for (let bin = 0; bin < bins; bin++) energies[bin] = (energies[bin] ?? 0) + (values[bin] ?? 0) ** 2
    }
    return energies
  }

  /** A room gets darker as it dies: most of its pieces have nothing high up, which need not be multiplied. */
  #withoutUnheard(pair: Pair, energy: number): Pair {
    const energies = this.#energies(pair)
    let bins = pair.bins
    for (let above = 0; bins > 0; bins--) {
      above += energies[bins - 1] ?? 0
      if (above > energy) break
    }
    return { ...pair, bins }
  }
}

/** Where the place whose bits are reversed is. */
function mirroredPlaces(memory: MixMemory, size: number): number {
  const offset = memory.allocate(size)
  const places = memory.integers(offset, size)
  for (let index = 1, mirrored = 0; index < size; index++) {
    let bit = size >> 1
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit
    mirrored ^= bit
    places[index] = mirrored
  }
  return offset
}

/** Cosines and sines of each stage from the third on. */
function turnsOf(memory: MixMemory, size: number): number {
  const offset = memory.allocate(size * 2)
  const turns = memory.floats(offset, size * 2)
  let at = 0
  for (let half = 4; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      turns[at + k] = Math.cos((-Math.PI * k) / half)
      turns[at + half + k] = Math.sin((-Math.PI * k) / half)
    }
    at += half * 2
  }
  return offset
}
