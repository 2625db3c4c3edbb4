/**
 * Fourier transform in place, radix 2 (Cooley and Tukey), the first two stages in one, not scaled. With the parts
 * exchanged (imaginary before real) it turns the other way.
 * @param size a power of two, 16 or more
 * @param mirrored i32 per place: where its bits reversed are
 * @param turns cosines and sines of each stage from the third on, one after the other: `half` f32 of each
 */
export function transform(re: usize, im: usize, size: i32, mirrored: usize, turns: usize): void {
  reorder(re, im, size, mirrored)
  firstStages(re, im, size)
  for (let half = 4; half < size; half *= 2) {
    const bytes = (<usize>half) << 2
    const end = (<usize>size) << 2
    for (let low: usize = 0; low < end; low += bytes * 2) {
      for (let k: usize = 0; k < bytes; k += 16) {
        const cos = v128.load(turns + k)
        const sin = v128.load(turns + bytes + k)
        const here = low + k
        const there = here + bytes
        const highRe = v128.load(re + there)
        const highIm = v128.load(im + there)
        const turnedRe = f32x4.sub(f32x4.mul(highRe, cos), f32x4.mul(highIm, sin))
        const turnedIm = f32x4.add(f32x4.mul(highRe, sin), f32x4.mul(highIm, cos))
        const lowRe = v128.load(re + here)
        const lowIm = v128.load(im + here)
        v128.store(re + there, f32x4.sub(lowRe, turnedRe))
        v128.store(im + there, f32x4.sub(lowIm, turnedIm))
        v128.store(re + here, f32x4.add(lowRe, turnedRe))
        v128.store(im + here, f32x4.add(lowIm, turnedIm))
      }
    }
    turns += bytes * 2
  }
}

function reorder(re: usize, im: usize, size: i32, mirrored: usize): void {
  for (let index: usize = 0; index < (<usize>size) << 2; index += 4) {
    const other = (<usize>load<i32>(mirrored + index)) << 2
    if (index >= other) continue
    const keptRe = load<f32>(re + index)
    const keptIm = load<f32>(im + index)
    store<f32>(re + index, load<f32>(re + other))
    store<f32>(im + index, load<f32>(im + other))
    store<f32>(re + other, keptRe)
    store<f32>(im + other, keptIm)
  }
}

/** Turns by whole quarters: nothing to multiply. */
function firstStages(re: usize, im: usize, size: i32): void {
  for (let at: usize = 0; at < (<usize>size) << 2; at += 16) {
    const r = re + at
    const i = im + at
    const sumRe = load<f32>(r) + load<f32>(r, 4)
    const sumIm = load<f32>(i) + load<f32>(i, 4)
    const lessRe = load<f32>(r) - load<f32>(r, 4)
    const lessIm = load<f32>(i) - load<f32>(i, 4)
    const farSumRe = load<f32>(r, 8) + load<f32>(r, 12)
    const farSumIm = load<f32>(i, 8) + load<f32>(i, 12)
    const farLessRe = load<f32>(r, 8) - load<f32>(r, 12)
    const farLessIm = load<f32>(i, 8) - load<f32>(i, 12)
    store<f32>(r, sumRe + farSumRe)
    store<f32>(i, sumIm + farSumIm)
    store<f32>(r, lessRe + farLessIm, 4)
    store<f32>(i, lessIm - farLessRe, 4)
    store<f32>(r, sumRe - farSumRe, 8)
    store<f32>(i, sumIm - farSumIm, 8)
    store<f32>(r, lessRe - farLessIm, 12)
    store<f32>(i, lessIm + farLessRe, 12)
  }
}
