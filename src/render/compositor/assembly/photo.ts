/** What is done once per photo besides scaling and colour. */

/**
 * Turns a plane upright. `transpose` exchanges rows and columns of the source, then `mirrorX` and `mirrorY` reverse
 * the target's rows and columns. `width` and `height` are the target's.
 */
export function orient(
  source: usize,
  sourceStride: i32,
  target: usize,
  targetStride: i32,
  width: i32,
  height: i32,
  transpose: i32,
  mirrorX: i32,
  mirrorY: i32,
): void {
  const stepX = transpose ? sourceStride : 1
  const stepY = transpose ? 1 : sourceStride
  for (let y = 0; y < height; y++) {
    const row = target + y * targetStride
    let at = (source as i32) + (mirrorY ? height - 1 - y : y) * stepY + (mirrorX ? (width - 1) * stepX : 0)
    const step = mirrorX ? -stepX : stepX
    for (let x = 0; x < width; x++) {
      store<u8>(row + x, load<u8>(at))
      at += step
    }
  }
}

/** One pass of a box blur along rows or columns: mean of `2 · radius + 1` pixels, edges repeated. Not in place. */
export function boxBlur(
  source: usize,
  target: usize,
  lines: i32,
  length: i32,
  lineStep: i32,
  pixelStep: i32,
  radius: i32,
): void {
  const size = 2 * radius + 1
  for (let line = 0; line < lines; line++) {
    const from = source + line * lineStep
    const to = target + line * lineStep
    let sum = 0
    for (let k = -radius; k <= radius; k++) {
      sum += load<u8>(from + max(0, min(k, length - 1)) * pixelStep) as i32
    }
    for (let i = 0; i < length; i++) {
      store<u8>(to + i * pixelStep, (sum + radius) / size)
      sum += load<u8>(from + min(i + radius + 1, length - 1) * pixelStep) as i32
      sum -= load<u8>(from + max(i - radius, 0) * pixelStep) as i32
    }
  }
}
