/**
 * The parts of a convolution by transforms. A work buffer holds both sides at once: the left as the real, the right as
 * the imaginary part of `size` numbers. A spectrum is the lower half of one side's transform, its middle included: real
 * parts, then imaginary parts, `stride` bytes apart.
 */

/** Takes the two spectra out of a transformed work buffer, by their symmetry. */
export function separate(re: usize, im: usize, size: i32, left: usize, right: usize, stride: usize): void {
  for (let bin = 0; bin <= size >> 1; bin++) {
    const here = (<usize>bin) << 2
    const mirror = (<usize>((size - bin) & (size - 1))) << 2
    const a = load<f32>(re + here)
    const b = load<f32>(im + here)
    const c = load<f32>(re + mirror)
    const d = load<f32>(im + mirror)
    store<f32>(left + here, (a + c) * 0.5)
    store<f32>(left + stride + here, (b - d) * 0.5)
    store<f32>(right + here, (b + d) * 0.5)
    store<f32>(right + stride + here, (c - a) * 0.5)
  }
}

/** The other way: makes a work buffer of two spectra. */
export function join(left: usize, right: usize, stride: usize, re: usize, im: usize, size: i32): void {
  for (let bin = 0; bin <= size >> 1; bin++) {
    const here = (<usize>bin) << 2
    const a = load<f32>(left + here)
    const b = load<f32>(left + stride + here)
    const c = load<f32>(right + here)
    const d = load<f32>(right + stride + here)
    store<f32>(re + here, a - d)
    store<f32>(im + here, b + c)
    const mirror = (<usize>((size - bin) & (size - 1))) << 2
    if (mirror == here) continue
    store<f32>(re + mirror, a + d)
    store<f32>(im + mirror, c - b)
  }
}

/** Adds the product of two spectra to a third. @param bins rounded up to 4: spectra keep that much slack, silent */
export function multiplyAdd(sum: usize, block: usize, piece: usize, stride: usize, bins: i32): void {
  for (let at: usize = 0; at < (<usize>bins) << 2; at += 16) {
    const aRe = v128.load(block + at)
    const aIm = v128.load(block + stride + at)
    const bRe = v128.load(piece + at)
    const bIm = v128.load(piece + stride + at)
    const re = f32x4.sub(f32x4.mul(aRe, bRe), f32x4.mul(aIm, bIm))
    const im = f32x4.add(f32x4.mul(aRe, bIm), f32x4.mul(aIm, bRe))
    v128.store(sum + at, f32x4.add(v128.load(sum + at), re))
    v128.store(sum + stride + at, f32x4.add(v128.load(sum + stride + at), im))
  }
}

/** Adds a side's answer, `gain` times, and what was left of the last one, to the mix; keeps what is left now. */
export function addAnswer(answer: usize, left: usize, mix: usize, size: i32, gain: f32): void {
  const g = f32x4.splat(gain)
  const bytes = (<usize>size) << 2
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = f32x4.add(f32x4.mul(v128.load(answer + i), g), v128.load(left + i))
    v128.store(mix + i, f32x4.add(v128.load(mix + i), value))
    v128.store(left + i, f32x4.mul(v128.load(answer + bytes + i), g))
  }
}
