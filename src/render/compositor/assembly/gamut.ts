/**
 * Brings a 4:2:0 picture in BT.709 limited range from other primaries to those of the film, in place: once for each
 * 2×2 pixels and their colour, whose change of light all four take. `toLight` are 1025 u16 of 0..32767 for R', G', B' in
 * quarters of 0..256; `fromLight` are 4097 u16, the way back by eighths; `matrix` nine i32 in 1/16384.
 */
export function convertGamut(
  y: usize,
  yStride: i32,
  u: usize,
  v: usize,
  chromaStride: i32,
  width: i32,
  height: i32,
  toLight: usize,
  fromLight: usize,
  matrix: usize,
): void {
  const chromaWidth = (width + 1) >> 1
  for (let row = 0; row < height; row += 2) {
    const upper = y + row * yStride
    const lower = row + 1 < height ? upper + yStride : upper
    const at = (row >> 1) * chromaStride
    for (let x = 0; x < chromaWidth; x++) {
      const left = x << 1
      const right = min(left + 1, width - 1)
      const cu = (load<u8>(u + at + x) as i32) - 128
      const cv = (load<u8>(v + at + x) as i32) - 128
      const sum =
        (load<u8>(upper + left) as i32) +
        (load<u8>(upper + right) as i32) +
        (load<u8>(lower + left) as i32) +
        (load<u8>(lower + right) as i32)
      if (cu == 0 && cv == 0) continue
      // R', G', B' in quarters of 0..255; Y is a sum of four already. Factors in 1/16384.
      const base = 19077 * (sum - 64)
      const r = light(toLight, base + 117489 * cv)
      const g = light(toLight, base - 13975 * cu - 34925 * cv)
      const b = light(toLight, base + 138438 * cu)
      const red = shade(fromLight, matrix, r, g, b)
      const green = shade(fromLight, matrix + 12, r, g, b)
      const blue = shade(fromLight, matrix + 24, r, g, b)
      // In quarters of Y, U and V.
      const luma = (2991 * red + 10064 * green + 1016 * blue + 8192) >> 14
      store<u8>(u + at + x, chroma(-1649 * red - 5547 * green + 7196 * blue))
      store<u8>(v + at + x, chroma(7196 * red - 6536 * green - 660 * blue))
      const change = (luma + 64 - sum + 2) >> 2
      if (change == 0) continue
      brighten(upper + left, change)
      if (right != left) brighten(upper + right, change)
      if (lower == upper) continue
      brighten(lower + left, change)
      if (right != left) brighten(lower + right, change)
    }
  }
}

function light(table: usize, value: i32): i32 {
  const quarter = max(0, min(1024, (value + 8192) >> 14))
  return load<u16>(table + (quarter << 1)) as i32
}

function shade(table: usize, row: usize, r: i32, g: i32, b: i32): i32 {
  const sum = load<i32>(row) * r + load<i32>(row, 4) * g + load<i32>(row, 8) * b
  const eighth = max(0, min(4096, (sum + 65536) >> 17))
  return load<u16>(table + (eighth << 1)) as i32
}

function chroma(value: i32): u8 {
  return max(16, min(240, 128 + ((value + 32768) >> 16))) as u8
}

function brighten(at: usize, change: i32): void {
  store<u8>(at, max(16, min(235, (load<u8>(at) as i32) + change)) as u8)
}
