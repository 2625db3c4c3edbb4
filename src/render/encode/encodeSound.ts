import { canEncodeAudio } from 'mediabunny'
import type { SoundChoice } from './encoding'
import { rawSound } from './rawSound'
import { SOUND_SAMPLE_RATE, type StereoChunk } from '../sound/StereoChunk'
import { type EncodedSound, SoundFailure, type SoundPacket } from './sound'
import { measurePriming, WASM_AAC_PRIMING } from './soundPriming'

/** FFmpeg's AAC encoder: large, and only where the browser has none. */
type LoadAac = () => Promise<{ registerAacEncoder: () => void }>
const loadAacEncoder: LoadAac = () => import('@mediabunny/aac-encoder')

/**
 * Encodes the sound of a film as it is read, a packet at a time.
 * @param loadAac fetches an AAC encoder for browsers without one; where it rejects, the sound is Opus
 * @throws SoundFailure when there is no encoder; reading throws it when the encoder gives up, or what `chunks` throws
 */
export async function encodeSound(
  chunks: AsyncIterable<StereoChunk>,
  choice: SoundChoice,
  loadAac: LoadAac = loadAacEncoder,
): Promise<EncodedSound> {
  const { priming, ...encoder } = await openEncoder(choice, loadAac)
  return { codec: encoder.codec, packets: timed(chunks, encoder, priming) }
}

/** See [Note: priming]. */
async function openEncoder(
  choice: SoundChoice,
  loadAac: LoadAac,
): Promise<SoundChoice & { priming: number }> {
  const { codec, bitrate } = choice
  if (codec === 'aac') {
    try {
      aacPriming ??= openAac(bitrate, loadAac)
      return { codec, bitrate, priming: await aacPriming }
    } catch {
      // Not loaded: without a connection, perhaps. The next film tries again, this one has Opus.
      aacPriming = null
    }
  }
  if (!(await canEncodeAudio('opus', { numberOfChannels: 2, sampleRate: SOUND_SAMPLE_RATE, bitrate }))) {
    throw new SoundFailure('this browser encodes no sound')
  }
  return { codec: 'opus', bitrate, priming: 0 }
}

let aacPriming: Promise<number> | null = null

/** The browser's own encoder where it has one, else FFmpeg's, loaded now. */
async function openAac(bitrate: number, loadAac: LoadAac): Promise<number> {
  if (await canEncodeAudio('aac', { numberOfChannels: 2, sampleRate: SOUND_SAMPLE_RATE, bitrate })) {
    return (await measurePriming({ codec: 'aac', bitrate })) ?? WASM_AAC_PRIMING
  }
  const { registerAacEncoder } = await loadAac()
  registerAacEncoder()
  return WASM_AAC_PRIMING
}

/** Puts the packets to their times and ends them with the sound. */
async function* timed(
  chunks: AsyncIterable<StereoChunk>,
  choice: SoundChoice,
  priming: number,
): AsyncGenerator<SoundPacket> {
  let total = 0
  /** An encoder's last words lack what it still holds back: silence after the end pushes everything out. */
  async function* padded() {
    for await (const chunk of chunks) {
      total += chunk.left.length
      yield chunk
    }
    yield { left: new Float32Array(SOUND_SAMPLE_RATE / 4), right: new Float32Array(SOUND_SAMPLE_RATE / 4) }
  }
  let at = -priming
  for await (const { packet, metadata } of rawSound(padded(), choice)) {
    const samples = Math.round(packet.duration * SOUND_SAMPLE_RATE)
    // What is fed last is known to be the end only then; until then no packet reaches beyond what was fed.
    const heard = Math.min(samples, total - at)
    if (heard <= 0) return
    yield {
      packet: packet.clone({ timestamp: at / SOUND_SAMPLE_RATE, duration: heard / SOUND_SAMPLE_RATE }),
      metadata,
    }
    at += samples
  }
}
