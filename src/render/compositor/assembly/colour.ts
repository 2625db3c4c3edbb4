/** Colour is converted once per photo; a film's frames are BT.709 limited range throughout. */

/**
 * Converts 4:2:0 planes in place, eight samples at a time: rows keep 8 writable bytes behind them. With Y taken from `blackLevel` and U, V from 128, all factors in 1/65536:
 * `Y' = 16 + yy·Y + yu·U + yv·V`, `U' = 128 + uu·U + uv·V`, `V' = 128 + vu·U + vv·V`.
 */
export function convertColour(
  y: usize,
  yStride: i32,
  u: usize,
  v: usize,
  chromaStride: i32,
  width: i32,
  height: i32,
  blackLevel: i32,
  yy: i32,
  yu: i32,
  yv: i32,
  uu: i32,
  uv: i32,
  vu: i32,
  vv: i32,
): void {
  for (let row = 0; row < height; row++) {
    const luma = y + row * yStride
    const us = u + (row >> 1) * chromaStride
    const vs = v + (row >> 1) * chromaStride
    for (let x = 0; x < width; x += 8) {
      const pixels = i16x8.sub(v128.load8x8_u(luma + x), i16x8.splat(blackLevel as i16))
      const chromaU = twice(us + (x >> 1))
      const chromaV = twice(vs + (x >> 1))
      const low = i32x4.add(
        i32x4.mul(i32x4.extend_low_i16x8_s(pixels), i32x4.splat(yy)),
        weigh(i32x4.extend_low_i16x8_s(chromaU), yu, i32x4.extend_low_i16x8_s(chromaV), yv, 16),
      )
      const high = i32x4.add(
        i32x4.mul(i32x4.extend_high_i16x8_s(pixels), i32x4.splat(yy)),
        weigh(i32x4.extend_high_i16x8_s(chromaU), yu, i32x4.extend_high_i16x8_s(chromaV), yv, 16),
      )
      storeClamped(luma + x, low, high, 235)
    }
  }
  const chromaWidth = (width + 1) >> 1
  const chromaHeight = (height + 1) >> 1
  for (let row = 0; row < chromaHeight; row++) {
    for (let x = 0; x < chromaWidth; x += 8) {
      const at = row * chromaStride + x
      const us = i16x8.sub(v128.load8x8_u(u + at), i16x8.splat(128))
      const vs = i16x8.sub(v128.load8x8_u(v + at), i16x8.splat(128))
      const lowU = i32x4.extend_low_i16x8_s(us)
      const highU = i32x4.extend_high_i16x8_s(us)
      const lowV = i32x4.extend_low_i16x8_s(vs)
      const highV = i32x4.extend_high_i16x8_s(vs)
      storeClamped(u + at, weigh(lowU, uu, lowV, uv, 128), weigh(highU, uu, highV, uv, 128), 240)
      storeClamped(v + at, weigh(lowU, vu, lowV, vv, 128), weigh(highU, vu, highV, vv, 128), 240)
    }
  }
}

/** Four chroma samples, less 128, each for two neighbouring pixels. */
function twice(at: usize): v128 {
  const four = i16x8.extend_low_i8x16_u(v128.load32_zero(at))
  return i16x8.sub(v128.shuffle<i16>(four, four, 0, 0, 1, 1, 2, 2, 3, 3), i16x8.splat(128))
}

/** `first · a + second · b + offset` in 1/65536, with a half to round. */
function weigh(first: v128, a: i32, second: v128, b: i32, offset: i32): v128 {
  const sum = i32x4.add(i32x4.mul(first, i32x4.splat(a)), i32x4.mul(second, i32x4.splat(b)))
  return i32x4.add(sum, i32x4.splat((offset << 16) + 32768))
}

/** Eight values in 1/65536 to bytes from 16 to `most`. */
function storeClamped(at: usize, low: v128, high: v128, most: i16): void {
  const values = i16x8.narrow_i32x4_s(i32x4.shr_s(low, 16), i32x4.shr_s(high, 16))
  const clamped = i16x8.min_s(i16x8.max_s(values, i16x8.splat(16)), i16x8.splat(most))
  v128.store64_lane(at, i8x16.narrow_i16x8_u(clamped, clamped), 0)
}

// BT.709 limited range from RGB 0..255, factors in 1/65536.
const YR: i32 = 11966
const YG: i32 = 40254
const YB: i32 = 4064
const UR: i32 = -6596
const UG: i32 = -22189
const UB: i32 = 28784
const VR: i32 = 28784
const VG: i32 = -26145
const VB: i32 = -2639

function luma(r: i32, g: i32, b: i32): u8 {
  return (((YR * r + YG * g + YB * b + 32768) >> 16) + 16) as u8
}

/**
 * RGBA to 4:2:0, pixels over white by their opacity (not premultiplied). `red` and `blue` are the byte places of those
 * colours (0 and 2, or 2 and 0). Chroma is the mean of each 2×2; an odd last row or column counts for itself.
 */
export function fromRgba(
  rgba: usize,
  width: i32,
  height: i32,
  red: i32,
  blue: i32,
  opaque: i32,
  y: usize,
  yStride: i32,
  u: usize,
  v: usize,
  chromaStride: i32,
): void {
  for (let row = 0; row < height; row += 2) {
    const rows = min(2, height - row)
    for (let x = 0; x < width; x += 2) {
      const columns = min(2, width - x)
      let r: i32 = 0
      let g: i32 = 0
      let b: i32 = 0
      for (let dy = 0; dy < rows; dy++) {
        for (let dx = 0; dx < columns; dx++) {
          const pixel = rgba + (((row + dy) * width + x + dx) << 2)
          const a = opaque ? 255 : (load<u8>(pixel, 3) as i32)
          const white = 255 * (255 - a)
          const pr = ((load<u8>(pixel + red) as i32) * a + white + 127) / 255
          const pg = ((load<u8>(pixel, 1) as i32) * a + white + 127) / 255
          const pb = ((load<u8>(pixel + blue) as i32) * a + white + 127) / 255
          store<u8>(y + (row + dy) * yStride + x + dx, luma(pr, pg, pb))
          r += pr
          g += pg
          b += pb
        }
      }
      storeChroma(u, v, (row >> 1) * chromaStride + (x >> 1), r, g, b, rows * columns)
    }
  }
}

function storeChroma(u: usize, v: usize, at: i32, r: i32, g: i32, b: i32, count: i32): void {
  const mr = (r + (count >> 1)) / count
  const mg = (g + (count >> 1)) / count
  const mb = (b + (count >> 1)) / count
  store<u8>(u + at, (((UR * mr + UG * mg + UB * mb + 32768) >> 16) + 128) as u8)
  store<u8>(v + at, (((VR * mr + VG * mg + VB * mb + 32768) >> 16) + 128) as u8)
}

/**
 * RGBA (not premultiplied, even width and height) to overlay planes: Y with its opacity, U and V with the mean opacity
 * of their 2×2 and the mean colour weighted by it.
 */
export function overlayFromRgba(
  rgba: usize,
  width: i32,
  height: i32,
  y: usize,
  opacity: usize,
  stride: i32,
  u: usize,
  v: usize,
  chromaOpacity: usize,
  chromaStride: i32,
): void {
  for (let row = 0; row < height; row += 2) {
    for (let x = 0; x < width; x += 2) {
      let r: i32 = 0
      let g: i32 = 0
      let b: i32 = 0
      let total: i32 = 0
      for (let k = 0; k < 4; k++) {
        const py = row + (k >> 1)
        const px = x + (k & 1)
        const pixel = rgba + ((py * width + px) << 2)
        const pr = load<u8>(pixel) as i32
        const pg = load<u8>(pixel, 1) as i32
        const pb = load<u8>(pixel, 2) as i32
        const a = load<u8>(pixel, 3) as i32
        store<u8>(y + py * stride + px, luma(pr, pg, pb))
        store<u8>(opacity + py * stride + px, a as u8)
        r += pr * a
        g += pg * a
        b += pb * a
        total += a
      }
      const at = (row >> 1) * chromaStride + (x >> 1)
      store<u8>(chromaOpacity + at, ((total + 2) >> 2) as u8)
      storeChroma(u, v, at, r, g, b, max(1, total))
    }
  }
}
