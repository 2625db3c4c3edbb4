/** Numbers too small for the processor's fast ways are silence. */
function orSilence(value: f64): f64 {
  return abs(value) < 1e-20 ? 0 : value
}

/**
 * Filters what voices have put into a lane (a second-order filter in transposed direct form II, both sides at once), adds
 * it to the mix, the room's and the echo's input, and empties it: everything in one pass, for what a lane costs is the way to the memory.
 * @param filter five coefficients (b0, b1, b2, a1, a2) and two states a side, f64; 0: none
 * @param buses six blocks in a row: left and right of the mix, the room's and the echo's input
 */
export function pour(
  left: usize,
  right: usize,
  size: i32,
  filter: usize,
  buses: usize,
  send: f32,
  echo: f32,
): void {
  const bytes = (<usize>size) << 2
  if (filter) lowpass(left, right, bytes, filter)
  share(left, bytes, buses, send, echo)
  share(right, bytes, buses + bytes, send, echo)
}

function lowpass(left: usize, right: usize, bytes: usize, filter: usize): void {
  const b0 = f64x2.splat(load<f64>(filter))
  const b1 = f64x2.splat(load<f64>(filter, 8))
  const b2 = f64x2.splat(load<f64>(filter, 16))
  const a1 = f64x2.splat(load<f64>(filter, 24))
  const a2 = f64x2.splat(load<f64>(filter, 32))
  let z1 = v128.load(filter, 40)
  let z2 = v128.load(filter, 56)
  for (let i: usize = 0; i < bytes; i += 4) {
    const both = f64x2.replace_lane(f64x2.splat(<f64>load<f32>(left + i)), 1, <f64>load<f32>(right + i))
    const out = f64x2.add(f64x2.mul(b0, both), z1)
    z1 = f64x2.add(f64x2.sub(f64x2.mul(b1, both), f64x2.mul(a1, out)), z2)
    z2 = f64x2.sub(f64x2.mul(b2, both), f64x2.mul(a2, out))
    store<f32>(left + i, <f32>f64x2.extract_lane(out, 0))
    store<f32>(right + i, <f32>f64x2.extract_lane(out, 1))
  }
  store<f64>(filter, orSilence(f64x2.extract_lane(z1, 0)), 40)
  store<f64>(filter, orSilence(f64x2.extract_lane(z1, 1)), 48)
  store<f64>(filter, orSilence(f64x2.extract_lane(z2, 0)), 56)
  store<f64>(filter, orSilence(f64x2.extract_lane(z2, 1)), 64)
}

function share(block: usize, bytes: usize, buses: usize, send: f32, echo: f32): void {
  const room = buses + bytes * 2
  const echoes = buses + bytes * 4
  const toRoom = f32x4.splat(send)
  const toEcho = f32x4.splat(echo)
  const silence = f32x4.splat(0)
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(block + i)
    v128.store(buses + i, f32x4.add(v128.load(buses + i), value))
    v128.store(room + i, f32x4.add(v128.load(room + i), f32x4.mul(value, toRoom)))
    if (echo > 0) v128.store(echoes + i, f32x4.add(v128.load(echoes + i), f32x4.mul(value, toEcho)))
    v128.store(block + i, silence)
  }
}
