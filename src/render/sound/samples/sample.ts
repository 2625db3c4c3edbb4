export const SAMPLE_RATE = 48_000

/** One recorded tone, as it were: what the mixer plays for notes near its pitch. */
export interface Sample {
  readonly left: Float32Array<ArrayBuffer>
  /** The same as `left` for mono. */
  readonly right: Float32Array<ArrayBuffer>
  readonly sampleRate: number
  /** Goes round and round without a seam. */
  readonly isLoop: boolean
}

export const frequencyOf = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12)

/** Repeatable noise in −1..1, one stream a seed (xorshift32). */
export function noiseOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2 ** 31
  }
}

/** Makes the last `seconds` of a tone fade, so that cutting it off is not heard. */
export function fadeTail(samples: Float32Array, seconds: number): void {
  const length = Math.min(samples.length, Math.round(seconds * SAMPLE_RATE))
  for (let index = 0; index < length; index++) {
    const at = samples.length - 1 - index
    samples[at] = (samples[at] ?? 0) * (index / length)
  }
}

/** Scales to a peak of 1, both sides alike. */
export function normalisePeak(...sides: readonly Float32Array[]): void {
  let peak = 1e-9
  for (const side of sides) {
    for (let index = 0; index < side.length; index++) {
      const magnitude = Math.abs(side[index] ?? 0)
      if (magnitude > peak) peak = magnitude
    }
  }
  const gain = 1 / peak
  for (const side of sides) {
    for (let index = 0; index < side.length; index++) side[index] = (side[index] ?? 0) * gain
  }
}
