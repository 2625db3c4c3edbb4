import type { EncodedPacket } from 'mediabunny'
import type { SoundCodec } from './encoding'

/** The browser has no encoder for sound, or it gave up. */
export class SoundFailure extends Error {
  override readonly name = 'SoundFailure'
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
