/**
 * What is done to whole frames by maps: vignette, leaking light, grain, soft wipes. Bytes beyond the width keep their
 * value, so a stage between bars can be worked on; reads and writes may touch 16 bytes behind a row.
 */
import { mix } from './blend'

/** Moves a plane towards one value: by `map` (0..255 per pixel) times `amount` (0..256). */
export function toward(
  target: usize,
  targetStride: i32,
  map: usize,
  mapStride: i32,
  width: i32,
  height: i32,
  value: i32,
  amount: i32,
): void {
  const goal = i16x8.splat(value as i16)
  for (let y = 0; y < height; y++) {
    const out = target + y * targetStride
    const by = map + y * mapStride
    for (let x = 0; x < width; x += 16) {
      const m = v128.load(by + x)
      if (!v128.any_true(m)) continue
      const t = v128.load(out + x)
      const low = mix(i16x8.extend_low_i8x16_u(t), goal, alphaOf(i16x8.extend_low_i8x16_u(m), amount))
      const high = mix(i16x8.extend_high_i8x16_u(t), goal, alphaOf(i16x8.extend_high_i8x16_u(m), amount))
      v128.store(out + x, inside(i8x16.narrow_i16x8_u(low, high), t, width - x))
    }
  }
}

/**
 * Light of a colour on a chroma plane, kept in 16..240: what was there pales by `light` (of twice the size, 0..255 per
 * pixel) times `amount` (0..256), then `(map - 128) · amount / 256` is added.
 */
export function tint(
  target: usize,
  targetStride: i32,
  map: usize,
  mapStride: i32,
  light: usize,
  lightStride: i32,
  width: i32,
  height: i32,
  amount: i32,
): void {
  const k = i16x8.splat(amount as i16)
  const grey = i16x8.splat(128)
  for (let y = 0; y < height; y++) {
    const out = target + y * targetStride
    const by = map + y * mapStride
    for (let x = 0; x < width; x += 16) {
      const m = v128.load(by + x)
      const t = v128.load(out + x)
      const brightAt = light + 2 * y * lightStride + 2 * x
      // prettier-ignore
      const bright = i8x16.shuffle(
        v128.load(brightAt), v128.load(brightAt, 16), 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30,
      )
      const paleLow = mix(
        i16x8.extend_low_i8x16_u(t),
        grey,
        alphaOf(i16x8.extend_low_i8x16_u(bright), amount),
      )
      const paleHigh = mix(
        i16x8.extend_high_i8x16_u(t),
        grey,
        alphaOf(i16x8.extend_high_i8x16_u(bright), amount),
      )
      const low = i16x8.add(paleLow, share(i16x8.extend_low_i8x16_u(m), k))
      const high = i16x8.add(paleHigh, share(i16x8.extend_high_i8x16_u(m), k))
      const sum = i8x16.narrow_i16x8_u(low, high)
      const kept = i8x16.max_u(i8x16.min_u(sum, i8x16.splat(240 as u8 as i8)), i8x16.splat(16))
      v128.store(out + x, inside(kept, t, width - x))
    }
  }
}

/**
 * Light of the lamp and grain of the film, on luma. First `16 + (Y - 16) · gain / 256` (gain 0..299), then the noise of
 * a square tile (i8, `side` a power of two and at least 16, each row written twice), read from (`tileX`, `tileY`) on and
 * weighed by `profile`: 16 amounts of 1/256, one for each sixteenth of the brightness. Kept in 16..235.
 */
export function grain(
  target: usize,
  targetStride: i32,
  width: i32,
  height: i32,
  gain: i32,
  tile: usize,
  tileStride: i32,
  side: i32,
  tileX: i32,
  tileY: i32,
  profile: usize,
): void {
  const factor = i16x8.splat(gain as i16)
  const amounts = v128.load(profile)
  const half = i16x8.splat(128)
  const black = i8x16.splat(16)
  const white = i8x16.splat(235 as u8 as i8)
  const sign = i8x16.splat(128 as u8 as i8)
  for (let y = 0; y < height; y++) {
    const out = target + y * targetStride
    const noise = tile + ((tileY + y) & (side - 1)) * tileStride + tileX
    for (let x = 0; x < width; x += 16) {
      const t = v128.load(out + x)
      let lit = t
      if (gain != 256) {
        const light = i8x16.sub_sat_u(t, black)
        const low = i16x8.mul(i16x8.extend_low_i8x16_u(light), factor)
        const high = i16x8.mul(i16x8.extend_high_i8x16_u(light), factor)
        lit = i8x16.add_sat_u(i8x16.narrow_i16x8_u(rounded(low), rounded(high)), black)
      }
      const n = v128.load(noise + (x & (side - 1)))
      const amount = i8x16.swizzle(amounts, i8x16.shr_u(lit, 4))
      const low = i16x8.mul(i16x8.extend_low_i8x16_s(n), i16x8.extend_low_i8x16_u(amount))
      const high = i16x8.mul(i16x8.extend_high_i8x16_s(n), i16x8.extend_high_i8x16_u(amount))
      const speckle = i8x16.narrow_i16x8_s(
        i16x8.shr_s(i16x8.add_sat_s(low, half), 8),
        i16x8.shr_s(i16x8.add_sat_s(high, half), 8),
      )
      const sum = v128.xor(i8x16.add_sat_s(v128.xor(lit, sign), speckle), sign)
      v128.store(out + x, inside(i8x16.max_u(i8x16.min_u(sum, white), black), t, width - x))
    }
  }
}

/** Blends a plane over another, column by column: `weights` are u16 of 0..256, eight more of them 0 behind the width. */
export function mixColumns(
  target: usize,
  targetStride: i32,
  source: usize,
  sourceStride: i32,
  weights: usize,
  width: i32,
  height: i32,
): void {
  for (let y = 0; y < height; y++) {
    const out = target + y * targetStride
    const above = source + y * sourceStride
    for (let x = 0; x < width; x += 8) {
      const alpha = v128.load(weights + (x << 1))
      if (!v128.any_true(alpha)) continue
      const mixed = mix(v128.load8x8_u(out + x), v128.load8x8_u(above + x), alpha)
      v128.store64_lane(out + x, i8x16.narrow_i16x8_u(mixed, mixed), 0)
    }
  }
}

/** 0..255 to 0..256, so that all is exactly all, times `amount`. */
function alphaOf(map: v128, amount: i32): v128 {
  const alpha = i16x8.add(map, i16x8.shr_u(map, 7))
  return amount == 256 ? alpha : i16x8.shr_u(i16x8.mul(alpha, i16x8.splat(amount as i16)), 8)
}

function share(map: v128, amount: v128): v128 {
  const product = i16x8.mul(i16x8.sub(map, i16x8.splat(128)), amount)
  return i16x8.shr_s(i16x8.add_sat_s(product, i16x8.splat(128)), 8)
}

/** u16 sums may reach past 65408: those round to 255 all the same. */
function rounded(product: v128): v128 {
  return i16x8.shr_u(i16x8.add_sat_u(product, i16x8.splat(128)), 8)
}

/** The new bytes where there are `count` of them left in the row, then the old ones. */
function inside(fresh: v128, old: v128, count: i32): v128 {
  if (count >= 16) return fresh
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  return v128.bitselect(fresh, old, i8x16.lt_u(lanes, i8x16.splat(count as i8)))
}
