/** Repeatable randomness: the same seed always gives the same numbers, so that the pictures are always the same. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** 0 to just below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** Around 0, mostly within ±1: the middle is likelier than the ends. */
  swing(): number {
    return this.next() + this.next() + this.next() - 1.5
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.next() * choices.length)] ?? choices[0]
  }
}

/** A smooth curve through random heights at whole numbers; 0 to 1. */
export function smoothNoise(random: Random): (x: number) => number {
  const heights = Array.from({ length: 256 }, () => random.next())
  return (x) => {
    const whole = Math.floor(x)
    const part = x - whole
    const eased = part * part * (3 - 2 * part)
    const from = heights[whole & 255] ?? 0
    const to = heights[(whole + 1) & 255] ?? 0
    return from + (to - from) * eased
  }
}

/** Smooth noise with finer and finer noise added, each octave half as strong; 0 to 1. */
export function fractalNoise(random: Random, octaves: number): (x: number) => number {
  const layers = Array.from({ length: octaves }, () => smoothNoise(random))
  const total = 2 - 2 ** (1 - octaves)
  return (x) => layers.reduce((sum, layer, i) => sum + layer(x * 2 ** i) / 2 ** i, 0) / total
}
