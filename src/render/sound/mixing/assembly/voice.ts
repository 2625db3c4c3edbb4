/** A voice reads its sample at its pitch and adds it to both sides, louder or softer by `slope` with every sample. */

/**
 * A sample that goes round: between its samples a curve through the four around (Catmull-Rom). Each side lies in memory
 * with its last sample before it and its first two behind it, so that the four are always in a row.
 * @param left @param right the sides' first samples @param length of a round
 * @param position in the sample, @param rate how far it moves with each sample of the film
 * @returns the position after `count` samples
 */
export function playLoop(
  left: usize,
  right: usize,
  length: f64,
  position: f64,
  rate: f64,
  gain: f64,
  slope: f64,
  sumLeft: usize,
  sumRight: usize,
  count: i32,
): f64 {
  for (let end = sumLeft + ((<usize>count) << 2); sumLeft < end; sumLeft += 4, sumRight += 4) {
    if (position >= length) position -= length
    const at = <i32>position
    const t = <f32>(position - <f64>at)
    const g = <f32>(gain * 0.5)
    const t2 = t * t
    const t3 = t2 * t
    const w0 = (<f32>2 * t2 - t3 - t) * g
    const w1 = (<f32>3 * t3 - <f32>5 * t2 + <f32>2) * g
    const w2 = (<f32>4 * t2 - <f32>3 * t3 + t) * g
    const w3 = (t3 - t2) * g
    const l = left + ((<usize>at) << 2)
    const r = right + ((<usize>at) << 2)
    const addLeft = load<f32>(l - 4) * w0 + load<f32>(l) * w1 + load<f32>(l, 4) * w2 + load<f32>(l, 8) * w3
    const addRight = load<f32>(r - 4) * w0 + load<f32>(r) * w1 + load<f32>(r, 4) * w2 + load<f32>(r, 8) * w3
    store<f32>(sumLeft, load<f32>(sumLeft) + addLeft)
    store<f32>(sumRight, load<f32>(sumRight) + addRight)
    gain += slope
    position += rate
  }
  return position
}

/**
 * A sample that is played once. In tones at the full rate there is so little high up that a straight line does. The host
 * asks for no more than there is.
 */
export function playOnce(
  left: usize,
  right: usize,
  position: f64,
  rate: f64,
  gain: f64,
  slope: f64,
  sumLeft: usize,
  sumRight: usize,
  count: i32,
): void {
  for (let end = sumLeft + ((<usize>count) << 2); sumLeft < end; sumLeft += 4, sumRight += 4) {
    const at = <i32>position
    const next = <f32>(gain * (position - <f64>at))
    const here = <f32>gain - next
    const offset = (<usize>at) << 2
    const l = left + offset
    const r = right + offset
    store<f32>(sumLeft, load<f32>(sumLeft) + load<f32>(l) * here + load<f32>(l, 4) * next)
    store<f32>(sumRight, load<f32>(sumRight) + load<f32>(r) * here + load<f32>(r, 4) * next)
    gain += slope
    position += rate
  }
}
