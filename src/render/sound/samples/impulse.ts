import { filterOf } from './filters'
import { noiseOf, SAMPLE_RATE } from './sample'

export interface RoomShape {
  /** Until the middle frequencies have lost 60 dB. */
  readonly seconds: number
  readonly predelaySeconds: number
  /** Hz above which air and walls swallow the sound, at the beginning; it falls as the sound dies. */
  readonly brightness: number
}

/**
 * The answer of a room that does not exist: early reflections from walls, then noise that gets darker as it dies, each
 * side its own. Low frequencies are held back, so that a mix does not drown.
 */
export function impulseOf(
  { seconds, predelaySeconds, brightness }: RoomShape,
  seed: number,
): [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] {
  // The last ten of sixty decibels are heard by nobody.
  const length = Math.round((seconds * 0.84 + predelaySeconds) * SAMPLE_RATE)
  const side = (which: number) => {
    const random = noiseOf(seed * 13 + which)
    const samples = new Float32Array(length)
    const start = Math.round(predelaySeconds * SAMPLE_RATE)
    const cut = filterOf('highpass', 170)
    let dark = 0
    for (let index = start; index < length; index++) {
      const at = (index - start) / SAMPLE_RATE
      // A one-pole filter whose corner sinks from `brightness` to an eighth of it.
      const corner = brightness * 8 ** (-at / seconds)
      const follow = 1 - Math.exp((-2 * Math.PI * corner) / SAMPLE_RATE)
      dark += follow * (random() - dark)
      const density = Math.min(1, at / 0.045)
      samples[index] = cut(dark) * 10 ** ((-3 * at) / seconds) * density
    }
    for (let wall = 0; wall < 9; wall++) {
      const at = start * 0.4 + Math.round((0.004 + 0.055 * Math.abs(random())) * SAMPLE_RATE)
      samples[at] = (samples[at] ?? 0) + (0.2 * Math.sign(random())) / (1 + wall * 0.35)
    }
    return samples
  }
  const sides: [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] = [side(1), side(2)]
  // To an energy of 1: as loud as the dry sound, whatever the room.
  for (const samples of sides) {
    const energy = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0))
    samples.forEach((value, index) => (samples[index] = value / energy))
  }
  return sides
}
