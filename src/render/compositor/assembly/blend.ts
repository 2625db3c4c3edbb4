/** Pixel-by-pixel mixes of buffers of the same layout. Lengths are rounded up to 16: buffers keep that much slack. */

/** Eight u16 lanes: `below · (1 - alpha) + above · alpha`, alpha 0..256, rounded to the nearest. */
export function mix(below: v128, above: v128, alpha: v128): v128 {
  const sum = i16x8.add(i16x8.mul(below, i16x8.sub(i16x8.splat(256), alpha)), i16x8.mul(above, alpha))
  return i16x8.shr_u(i16x8.add(sum, i16x8.splat(128)), 8)
}

/** `target` becomes `target · (1 - alpha) + source · alpha`, alpha 0..256. */
export function dissolve(target: usize, source: usize, length: i32, alpha: i32): void {
  const a = i16x8.splat(alpha as i16)
  for (let i = 0; i < length; i += 16) {
    const below = v128.load(target + i)
    const above = v128.load(source + i)
    const low = mix(i16x8.extend_low_i8x16_u(below), i16x8.extend_low_i8x16_u(above), a)
    const high = mix(i16x8.extend_high_i8x16_u(below), i16x8.extend_high_i8x16_u(above), a)
    v128.store(target + i, i8x16.narrow_i16x8_u(low, high))
  }
}

/** Brings a plane towards one value: `amount` 256 leaves it as it is, 0 makes it `value` everywhere. */
export function fade(target: usize, length: i32, value: i32, amount: i32): void {
  const a = i16x8.splat(amount as i16)
  const goal = i16x8.splat(value as i16)
  for (let i = 0; i < length; i += 16) {
    const above = v128.load(target + i)
    const low = mix(goal, i16x8.extend_low_i8x16_u(above), a)
    const high = mix(goal, i16x8.extend_high_i8x16_u(above), a)
    v128.store(target + i, i8x16.narrow_i16x8_u(low, high))
  }
}

/**
 * Lays a plane with its own opacity (0..255 per pixel) over a rectangle of another; `amount` 0..256 scales the opacity.
 * Overlay rows are a multiple of 8 long; beyond the width their opacity is 0.
 */
export function overlay(
  target: usize,
  targetStride: i32,
  pixels: usize,
  opacity: usize,
  stride: i32,
  width: i32,
  height: i32,
  amount: i32,
): void {
  const k = i16x8.splat(amount as i16)
  for (let y = 0; y < height; y++) {
    const out = target + y * targetStride
    for (let x = 0; x < width; x += 8) {
      let a = v128.load8x8_u(opacity + y * stride + x)
      if (!v128.any_true(a)) continue
      // 0..255 to 0..256, so that opaque is exactly opaque.
      a = i16x8.add(a, i16x8.shr_u(a, 7))
      if (amount != 256) a = i16x8.shr_u(i16x8.mul(a, k), 8)
      const mixed = mix(v128.load8x8_u(out + x), v128.load8x8_u(pixels + y * stride + x), a)
      v128.store64_lane(out + x, i8x16.narrow_i16x8_u(mixed, mixed), 0)
    }
  }
}
