import type { StereoChunk } from '../StereoChunk'

/** A tenth of a second at 48 kHz: blocks of 0.4 s overlap by three quarters. */
const HOP = 4800
const HOPS_PER_BLOCK = 4
const ABSOLUTE_GATE = -70
const RELATIVE_GATE = -10

/**
 * Integrated loudness in LUFS, written from ITU-R BS.1770-4 for 48 kHz stereo: K-weighting, blocks, two gates.
 * (The packages there are want whole files, or speak only to WebAudio.)
 */
export class LoudnessMeter {
  readonly #sides = [new KWeighting(), new KWeighting()] as const
  readonly #hops: number[] = []
  #energy = 0
  #filled = 0

  add({ left, right }: StereoChunk): void {
    const [weighLeft, weighRight] = this.#sides
    for (let index = 0; index < left.length; index++) {
      const l = weighLeft.filter(left[index] ?? 0)
      const r = weighRight.filter(right[index] ?? 0)
      this.#energy += l * l + r * r
      if (++this.#filled < HOP) continue
      this.#hops.push(this.#energy / HOP)
      this.#energy = 0
      this.#filled = 0
    }
  }

  /** −∞ for silence, and for less than 0.4 s. */
  integrated(): number {
    const blocks: number[] = []
    let sum = 0
    this.#hops.forEach((energy, index) => {
      sum += energy - (this.#hops[index - HOPS_PER_BLOCK] ?? 0)
      if (index >= HOPS_PER_BLOCK - 1) blocks.push(Math.max(0, sum) / HOPS_PER_BLOCK)
    })
    const heard = blocks.filter((energy) => loudnessOf(energy) > ABSOLUTE_GATE)
    const gate = loudnessOf(mean(heard)) + RELATIVE_GATE
    return loudnessOf(mean(heard.filter((energy) => loudnessOf(energy) > gate)))
  }
}

const loudnessOf = (energy: number) => (energy > 0 ? -0.691 + 10 * Math.log10(energy) : -Infinity)
const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The two filters of BS.1770 at 48 kHz: a head's shelf, then a high-pass. */
class KWeighting {
  #x1 = 0
  #x2 = 0
  #y1 = 0
  #y2 = 0
  #z1 = 0
  #z2 = 0

  filter(x: number): number {
    const y =
      1.53512485958697 * x -
      2.69169618940638 * this.#x1 +
      1.19839281085285 * this.#x2 +
      1.69065929318241 * this.#y1 -
      0.73248077421585 * this.#y2
    const z = y - 2 * this.#y1 + this.#y2 + 1.99004745483398 * this.#z1 - 0.99007225036621 * this.#z2
    this.#x2 = this.#x1
    this.#x1 = x
    this.#y2 = this.#y1
    this.#y1 = y
    this.#z2 = this.#z1
    this.#z1 = z
    return z
  }
}
