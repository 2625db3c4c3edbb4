import type { EncodedPacket } from 'mediabunny'
import type { SoundCodec } from './encoding'

export const SAMPLE_RATE = 48_000

/** The browser has no encoder for sound, or it gave up. */
export class SoundFailure extends Error {
  override readonly name = 'SoundFailure'
}

/** Sound of a film, one piece after the other: both channels equally long, −1..1, 48,000 samples a second. */
export interface StereoChunk {
  readonly left: Float32Array<ArrayBuffer>
  readonly right: Float32Array<ArrayBuffer>
}

export interface SoundPacket {
  /** Timestamps in seconds of the film; negative before its beginning, where the encoder runs itself in. */
  readonly packet: EncodedPacket
  /** Describes the stream; said with the first packet. */
  readonly metadata: EncodedAudioChunkMetadata | undefined
}

export interface EncodedSound {
  /** What it was encoded with: Opus where AAC was wanted and could not be loaded. */
  readonly codec: SoundCodec
  /** To be read once. The last packet ends where the sound does, to the sample. */
  readonly packets: AsyncIterable<SoundPacket>
}
