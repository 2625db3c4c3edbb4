import { FIRST, FIRST_WEIGHT, LAST, LAST_WEIGHT, SUMS } from './scratch'

/**
 * Exact-area downscale of one plane: every source pixel counts with the part of it that an output pixel covers.
 * `dw` ≤ `sw`, `dh` ≤ `sh`; both planes keep 16 readable bytes behind each row.
 * Rows are summed first (vector, weights of 1/256 that sum to exactly 256), then columns of the sum.
 */
export function areaScale(
  source: usize,
  sourceStride: i32,
  sw: i32,
  sh: i32,
  target: usize,
  targetStride: i32,
  dw: i32,
  dh: i32,
): void {
  if (dw == sw && dh == sh) {
    for (let y = 0; y < dh; y++) memory.copy(target + y * targetStride, source + y * sourceStride, dw)
    return
  }
  const ratioX = (sw as f64) / (dw as f64)
  const ratioY = (sh as f64) / (dh as f64)
  prepareColumns(sw, dw, ratioX)
  const scale = (1.0 / (ratioX * 256.0)) as f32
  for (let y = 0; y < dh; y++) {
    sumRows(source, sourceStride, sw, sh, (y as f64) * ratioY, ratioY)
    const row = target + y * targetStride
    if (dw == sw) {
      for (let x = 0; x < dw; x++) store<u8>(row + x, ((load<u16>(SUMS + (x << 1)) as u32) + 128) >> 8)
    } else {
      for (let x = 0; x < dw; x++) store<u8>(row + x, (sumColumns(x) * scale + 0.5) as i32)
    }
  }
}

function prepareColumns(sw: i32, dw: i32, ratio: f64): void {
  for (let x = 0; x < dw; x++) {
    const from = (x as f64) * ratio
    const to = min(((x + 1) as f64) * ratio, sw as f64)
    const first = min(from as i32, sw - 1)
    const last = max(first, min(ceil<f64>(to) as i32, sw) - 1)
    store<i32>(FIRST + (x << 2), first)
    store<i32>(LAST + (x << 2), last)
    store<f32>(FIRST_WEIGHT + (x << 2), (min(to, (first + 1) as f64) - from) as f32)
    store<f32>(LAST_WEIGHT + (x << 2), (to - (last as f64)) as f32)
  }
}

function sumColumns(x: i32): f32 {
  const first = load<i32>(FIRST + (x << 2))
  const last = load<i32>(LAST + (x << 2))
  let sum = (load<u16>(SUMS + (first << 1)) as f32) * load<f32>(FIRST_WEIGHT + (x << 2))
  if (last == first) return sum
  let inner: u32 = 0
  for (let k = first + 1; k < last; k++) inner += load<u16>(SUMS + (k << 1)) as u32
  sum += inner as f32
  return sum + (load<u16>(SUMS + (last << 1)) as f32) * load<f32>(LAST_WEIGHT + (x << 2))
}

function sumRows(source: usize, stride: i32, sw: i32, sh: i32, from: f64, ratio: f64): void {
  const to = min(from + ratio, sh as f64)
  const first = min(from as i32, sh - 1)
  const last = max(first, min(ceil<f64>(to) as i32, sh) - 1)
  let spent = 0
  for (let k = first; k <= last; k++) {
    // Rounded as a running sum: single weights may be off by a half, but never all to one side.
    const reached = (((min(to, (k + 1) as f64) - from) / ratio) * 256.0 + 0.5) as i32
    const weight = k == last ? 256 - spent : min(reached, 256) - spent
    spent += weight
    const factor = i16x8.splat(weight as i16)
    const row = source + k * stride
    if (k == first) {
      for (let x = 0; x < sw; x += 16) {
        const pixels = v128.load(row + x)
        const sums = SUMS + (x << 1)
        v128.store(sums, i16x8.mul(i16x8.extend_low_i8x16_u(pixels), factor))
        v128.store(sums, i16x8.mul(i16x8.extend_high_i8x16_u(pixels), factor), 16)
      }
    } else {
      for (let x = 0; x < sw; x += 16) {
        const pixels = v128.load(row + x)
        const sums = SUMS + (x << 1)
        const low = i16x8.mul(i16x8.extend_low_i8x16_u(pixels), factor)
        const high = i16x8.mul(i16x8.extend_high_i8x16_u(pixels), factor)
        v128.store(sums, i16x8.add(v128.load(sums), low))
        v128.store(sums, i16x8.add(v128.load(sums, 16), high), 16)
      }
    }
  }
}
