/** Colour is converted once per photo; a film's frames are BT.709 limited range throughout. */

function clamp(value: i32, low: i32, high: i32): u8 {
  return max(low, min(value, high)) as u8
}

/**
 * Converts 4:2:0 planes in place. With Y taken from `blackLevel` and U, V from 128, all factors in 1/65536:
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
    for (let x = 0; x < width; x++) {
      const cu = (load<u8>(us + (x >> 1)) as i32) - 128
      const cv = (load<u8>(vs + (x >> 1)) as i32) - 128
      const value = yy * ((load<u8>(luma + x) as i32) - blackLevel) + yu * cu + yv * cv
      store<u8>(luma + x, clamp(((value + 32768) >> 16) + 16, 16, 235))
    }
  }
  const chromaWidth = (width + 1) >> 1
  const chromaHeight = (height + 1) >> 1
  for (let row = 0; row < chromaHeight; row++) {
    for (let x = 0; x < chromaWidth; x++) {
      const at = row * chromaStride + x
      const cu = (load<u8>(u + at) as i32) - 128
      const cv = (load<u8>(v + at) as i32) - 128
      store<u8>(u + at, clamp(((uu * cu + uv * cv + 32768) >> 16) + 128, 16, 240))
      store<u8>(v + at, clamp(((vu * cu + vv * cv + 32768) >> 16) + 128, 16, 240))
    }
  }
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
