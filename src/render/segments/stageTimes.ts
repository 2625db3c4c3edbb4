import type { StageSeconds } from '../protocol'
import type { EncodeTimes } from './desk'

/** What all encoders together spent. */
export function sumTimes(all: readonly EncodeTimes[], writeMilliseconds: number): StageSeconds {
  const seconds = (stage: keyof EncodeTimes) =>
    Math.round(all.reduce((sum, times) => sum + times[stage], 0)) / 1000
  return {
    decode: seconds('decode'),
    scale: seconds('scale'),
    photoWait: seconds('photoWait'),
    composite: seconds('composite'),
    frame: seconds('frame'),
    encodeWait: seconds('encodeWait'),
    keep: seconds('keep'),
    write: Math.round(writeMilliseconds) / 1000,
  }
}
