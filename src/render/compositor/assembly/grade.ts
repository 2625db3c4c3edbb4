/**
 * Grades a picture in place, once. `luma` maps 256 brightnesses; `tintU` and `tintV` (i8) are what is added to the
 * colour at 256 brightnesses before they are mapped; `saturation` is of 256. Kept in 16..235 and 16..240.
 */
export function grade(
  y: usize,
  yStride: i32,
  u: usize,
  v: usize,
  chromaStride: i32,
  width: i32,
  height: i32,
  luma: usize,
  tintU: usize,
  tintV: usize,
  saturation: i32,
): void {
  const chromaWidth = (width + 1) >> 1
  for (let row = 0; row < height; row += 2) {
    const upper = y + row * yStride
    const lower = row + 1 < height ? upper + yStride : upper
    const at = (row >> 1) * chromaStride
    for (let x = 0; x < chromaWidth; x++) {
      const left = x << 1
      const right = min(left + 1, width - 1)
      const sum =
        (load<u8>(upper + left) as i32) +
        (load<u8>(upper + right) as i32) +
        (load<u8>(lower + left) as i32) +
        (load<u8>(lower + right) as i32)
      const light = (sum + 2) >> 2
      store<u8>(u + at + x, coloured(load<u8>(u + at + x), saturation, load<i8>(tintU + light)))
      store<u8>(v + at + x, coloured(load<u8>(v + at + x), saturation, load<i8>(tintV + light)))
    }
    map(upper, width, luma)
    if (lower != upper) map(lower, width, luma)
  }
}

function coloured(value: i32, saturation: i32, tint: i32): u8 {
  return max(16, min(240, 128 + (((value - 128) * saturation + 128) >> 8) + tint)) as u8
}

function map(row: usize, width: i32, table: usize): void {
  for (let x = 0; x < width; x++) store<u8>(row + x, load<u8>(table + load<u8>(row + x)))
}
