/** One plane of a picture, a byte a pixel, without padding. */
export interface Plane {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

const C1 = 0.01 * 0.01 * 255 * 255 * 64
const C2 = 0.03 * 0.03 * 255 * 255 * 64 * 63

/**
 * Structural similarity of two planes, at most 1: windows of 8 × 8 pixels, four apart, as `ffmpeg -lavfi ssim` and x264
 * compute it (Wang et al. 2004 with flat windows), so that numbers can be compared.
 */
export function ssim(one: Plane, other: Plane): number {
  const columns = Math.floor(one.width / 4)
  const rows = Math.floor(one.height / 4)
  let above = new Float64Array(columns * 4)
  let below = new Float64Array(columns * 4)
  let sum = 0
  sumBlocks(one, other, 0, above)
  for (let row = 1; row < rows; row++) {
    sumBlocks(one, other, row, below)
    for (let column = 0; column + 1 < columns; column++) sum += windowSsim(above, below, column * 4)
    ;[above, below] = [below, above]
  }
  return sum / ((columns - 1) * (rows - 1))
}

/** Of each 4 × 4 block in a row: the sum of one, of the other, of both squares, and of the products. */
function sumBlocks(one: Plane, other: Plane, row: number, sums: Float64Array): void {
  sums.fill(0)
  for (let y = row * 4; y < row * 4 + 4; y++) {
    const line = y * one.width
    for (let x = 0; x < (sums.length / 4) * 4; x++) {
      const a = one.data[line + x] ?? 0
      const b = other.data[line + x] ?? 0
      const block = (x >> 2) * 4
      sums[block] = (sums[block] ?? 0) + a
      sums[block + 1] = (sums[block + 1] ?? 0) + b
      sums[block + 2] = (sums[block + 2] ?? 0) + a * a + b * b
      sums[block + 3] = (sums[block + 3] ?? 0) + a * b
    }
  }
}

function windowSsim(above: Float64Array, below: Float64Array, at: number): number {
  const total = (n: number) =>
    (above[at + n] ?? 0) + (above[at + 4 + n] ?? 0) + (below[at + n] ?? 0) + (below[at + 4 + n] ?? 0)
  const a = total(0)
  const b = total(1)
  const variances = total(2) * 64 - a * a - b * b
  const covariance = total(3) * 64 - a * b
  return ((2 * a * b + C1) * (2 * covariance + C2)) / ((a * a + b * b + C1) * (variances + C2))
}

/** Sum of squared differences. */
export function squaredError(one: Plane, other: Plane): number {
  let sum = 0
  for (let at = 0; at < one.data.length; at++) {
    const difference = (one.data[at] ?? 0) - (other.data[at] ?? 0)
    sum += difference * difference
  }
  return sum
}
