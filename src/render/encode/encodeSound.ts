import { EncodedPacket } from 'mediabunny'
import type { SoundChoice, SoundCodec } from './codecs'

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
  readonly codec: SoundCodec
  /** To be read once. */
  readonly packets: AsyncIterable<SoundPacket>
}

/** The browser has no encoder for sound, or it gave up. */
export class SoundFailure extends Error {
  override readonly name = 'SoundFailure'
}

/** @throws SoundFailure */
export function encodeSound(
  _chunks: AsyncIterable<StereoChunk>,
  _choice: SoundChoice,
): Promise<EncodedSound> {
  return Promise.reject(new SoundFailure('not yet'))
}
