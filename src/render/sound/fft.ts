/**
 * Fourier transform in place, radix 2 (Cooley and Tukey), not scaled. `inverse` turns the other way.
 * @param real @param imaginary of the same length, a power of two
 */
export function transform(real: Float64Array, imaginary: Float64Array, inverse = false): void {
  const size = real.length
  reorder(real, imaginary)
  for (let half = 1; half < size; half *= 2) {
    const angle = ((inverse ? 1 : -1) * Math.PI) / half
    const turns = turnsOf(half, angle)
    for (let start = 0; start < size; start += half * 2) {
      for (let k = 0; k < half; k++) {
        const low = start + k
        const high = low + half
        const cos = turns[2 * k] ?? 1
        const sin = turns[2 * k + 1] ?? 0
        const re = real[high] ?? 0
        const im = imaginary[high] ?? 0
        const turnedRe = re * cos - im * sin
        const turnedIm = re * sin + im * cos
        const lowRe = real[low] ?? 0
        const lowIm = imaginary[low] ?? 0
        real[high] = lowRe - turnedRe
        imaginary[high] = lowIm - turnedIm
        real[low] = lowRe + turnedRe
        imaginary[low] = lowIm + turnedIm
      }
    }
  }
}

const knownTurns = new Map<number, Float64Array>()

/** Cosines and sines of a stage; both directions are kept, the sizes in use are few. */
function turnsOf(half: number, angle: number): Float64Array {
  const key = Math.sign(angle) * half
  const known = knownTurns.get(key)
  if (known) return known
  const turns = new Float64Array(half * 2)
  for (let k = 0; k < half; k++) {
    turns[2 * k] = Math.cos(angle * k)
    turns[2 * k + 1] = Math.sin(angle * k)
  }
  knownTurns.set(key, turns)
  return turns
}

function reorder(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length
  for (let index = 1, mirrored = 0; index < size; index++) {
    let bit = size >> 1
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit
    mirrored ^= bit
    if (index >= mirrored) continue
    const re = real[index] ?? 0
    const im = imaginary[index] ?? 0
    real[index] = real[mirrored] ?? 0
    imaginary[index] = imaginary[mirrored] ?? 0
    real[mirrored] = re
    imaginary[mirrored] = im
  }
}
