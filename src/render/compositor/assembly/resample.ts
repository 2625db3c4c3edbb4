import { BLOCKS, BLOCK_BYTES, FIRST, ROW } from './scratch'

/**
 * One block of eight output columns, `BLOCK_BYTES` long:
 *   0  16 bytes: swizzle that brings the left neighbours to eight u16 lanes
 *  16  16 bytes: the same for the right neighbours
 *  32  8 × u16: weight of the right neighbour, 0..255 of 256
 *  48  8 × u16: coverage of the column by the clip, 0..256
 *  64  i32: source column of the first left neighbour
 *  68  i32: 1 when all neighbours lie within 16 source columns
 *  72  i32: 1 when all columns are covered fully
 */
const RIGHT: usize = 16
const WEIGHT: usize = 32
const COVER: usize = 48
const BASE: usize = 64
const NEAR: usize = 68
const FULL: usize = 72

/**
 * Draws a plane into another: bilinear with 1/256 pixel precision, blended with `alpha` (0..256), clipped to a
 * rectangle whose edges may fall inside pixels (those are blended by how much of them is covered).
 * The middle of target pixel x reads the source at `originX + stepX · (x + ½)`; reads outside the source repeat its edge.
 * The clip lies inside the target; source rows keep 16 readable bytes behind them, target rows 8 writable ones.
 */
export function resample(
  source: usize,
  sourceStride: i32,
  sw: i32,
  sh: i32,
  originX: f64,
  stepX: f64,
  originY: f64,
  stepY: f64,
  target: usize,
  targetStride: i32,
  left: f64,
  top: f64,
  right: f64,
  bottom: f64,
  alpha: i32,
): void {
  if (right <= left || bottom <= top || alpha <= 0) return
  const firstBlock = (floor<f64>(left) as i32) >> 3
  const endBlock = ((ceil<f64>(right) as i32) + 7) >> 3
  for (let b = firstBlock; b < endBlock; b++) prepareBlock(b, sw, originX, stepX, left, right)
  const readFrom = load<i32>(FIRST + (firstBlock << 5))
  const readTo = min(load<i32>(FIRST + (((endBlock << 3) - 1) << 2)) + 2, sw)

  const endY = ceil<f64>(bottom) as i32
  for (let y = floor<f64>(top) as i32; y < endY; y++) {
    const rowAlpha = (alpha * coverage(y, top, bottom) + 128) >> 8
    if (rowAlpha == 0) continue
    const position = sourcePosition(y, originY, stepY, sh)
    const weight = position & 255
    const upper = source + (position >> 8) * sourceStride
    let row = upper
    if (weight != 0) {
      mixRows(upper, upper + sourceStride, weight, readFrom, readTo)
      row = ROW
    }
    const out = target + y * targetStride
    for (let b = firstBlock; b < endBlock; b++) {
      const block = BLOCKS + (b as usize) * BLOCK_BYTES
      const pixels = load<i32>(block, NEAR) ? nearPixels(row, block) : farPixels(row, block, b, sw)
      writeBlock(out + (b << 3), pixels, block, rowAlpha)
    }
  }
}

/** Source position of an output pixel's middle in 1/256 pixels, between the middles of the first and last pixel. */
function sourcePosition(at: i32, origin: f64, step: f64, size: i32): i32 {
  const position = origin + step * ((at as f64) + 0.5) - 0.5
  const clamped = max(0.0, min(position, (size - 1) as f64))
  return floor<f64>(clamped * 256.0 + 0.5) as i32
}

/** How much of pixel `at` lies between `from` and `to`, 0..256. */
function coverage(at: i32, from: f64, to: f64): i32 {
  const covered = min(to, (at + 1) as f64) - max(from, at as f64)
  return floor<f64>(max(0.0, min(1.0, covered)) * 256.0 + 0.5) as i32
}

function prepareBlock(b: i32, sw: i32, originX: f64, stepX: f64, left: f64, right: f64): void {
  const block = BLOCKS + (b as usize) * BLOCK_BYTES
  let base = 0
  let near = 1
  let full = 1
  for (let k = 0; k < 8; k++) {
    const x = (b << 3) + k
    const position = sourcePosition(x, originX, stepX, sw)
    const index = position >> 8
    if (k == 0) base = index
    const leftLane = index - base
    const rightLane = min(index + 1, sw - 1) - base
    if (rightLane > 15) near = 0
    const covered = coverage(x, left, right)
    if (covered != 256) full = 0
    store<i32>(FIRST + (x << 2), index)
    store<u16>(block + (k << 1), 0xff00 | (leftLane & 255))
    store<u16>(block + (k << 1), 0xff00 | (rightLane & 255), RIGHT)
    store<u16>(block + (k << 1), position & 255, WEIGHT)
    store<u16>(block + (k << 1), covered, COVER)
  }
  store<i32>(block, base, BASE)
  store<i32>(block, near, NEAR)
  store<i32>(block, full, FULL)
}

/** Interpolates two source rows into `ROW`, from one column to another. */
function mixRows(upper: usize, lower: usize, weight: i32, from: i32, to: i32): void {
  const lowerFactor = i16x8.splat(weight as i16)
  const upperFactor = i16x8.splat((256 - weight) as i16)
  const half = i16x8.splat(128)
  for (let x = from; x < to; x += 16) {
    const a = v128.load(upper + x)
    const b = v128.load(lower + x)
    const low = i16x8.add(
      i16x8.mul(i16x8.extend_low_i8x16_u(a), upperFactor),
      i16x8.mul(i16x8.extend_low_i8x16_u(b), lowerFactor),
    )
    const high = i16x8.add(
      i16x8.mul(i16x8.extend_high_i8x16_u(a), upperFactor),
      i16x8.mul(i16x8.extend_high_i8x16_u(b), lowerFactor),
    )
    v128.store(
      ROW + x,
      i8x16.narrow_i16x8_u(i16x8.shr_u(i16x8.add(low, half), 8), i16x8.shr_u(i16x8.add(high, half), 8)),
    )
  }
}

function nearPixels(row: usize, block: usize): v128 {
  const window = v128.load(row + load<i32>(block, BASE))
  const lefts = i8x16.swizzle(window, v128.load(block))
  const rights = i8x16.swizzle(window, v128.load(block, RIGHT))
  const weight = v128.load(block, WEIGHT)
  const sum = i16x8.add(i16x8.mul(lefts, i16x8.sub(i16x8.splat(256), weight)), i16x8.mul(rights, weight))
  return i16x8.shr_u(i16x8.add(sum, i16x8.splat(128)), 8)
}

/** The same for a picture shrunk so much that eight columns need more than 16 source columns. */
function farPixels(row: usize, block: usize, b: i32, sw: i32): v128 {
  const values = ROW + 32768
  for (let k = 0; k < 8; k++) {
    const index = load<i32>(FIRST + (((b << 3) + k) << 2))
    const weight = load<u16>(block + (k << 1), WEIGHT) as i32
    const a = load<u8>(row + index) as i32
    const c = load<u8>(row + min(index + 1, sw - 1)) as i32
    store<u16>(values + (k << 1), (a * (256 - weight) + c * weight + 128) >> 8)
  }
  return v128.load(values)
}

function writeBlock(out: usize, pixels: v128, block: usize, rowAlpha: i32): void {
  const full = load<i32>(block, FULL)
  if (full && rowAlpha == 256) {
    v128.store64_lane(out, i8x16.narrow_i16x8_u(pixels, pixels), 0)
    return
  }
  const half = i16x8.splat(128)
  const row = i16x8.splat(rowAlpha as i16)
  // 256 · 256 does not fit sixteen bits: a whole row takes the coverage as it is.
  const alpha = full
    ? row
    : rowAlpha == 256
      ? v128.load(block, COVER)
      : i16x8.shr_u(i16x8.add(i16x8.mul(v128.load(block, COVER), row), half), 8)
  const below = v128.load8x8_u(out)
  const sum = i16x8.add(i16x8.mul(below, i16x8.sub(i16x8.splat(256), alpha)), i16x8.mul(pixels, alpha))
  const mixed = i16x8.shr_u(i16x8.add(sum, half), 8)
  v128.store64_lane(out, i8x16.narrow_i16x8_u(mixed, mixed), 0)
}
