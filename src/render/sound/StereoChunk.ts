export const SOUND_SAMPLE_RATE = 48_000

/** A piece of a film's sound: consecutive samples at 48 kHz, −1..1, both sides of the same length. */
export interface StereoChunk {
  readonly left: Float32Array<ArrayBuffer>
  readonly right: Float32Array<ArrayBuffer>
}
