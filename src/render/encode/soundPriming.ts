import { rawSound } from './rawSound'
import type { SoundChoice } from './encoding'
import type { SoundPacket } from './sound'

// [Note: priming] An encoder of sound begins with some milliseconds of nothing, and what it is given comes out that much
// later. With Opus every decoder skips them by itself: its header says how many there are (an edit list as well, and
// Chromium would skip them twice; measured). With AAC the file's edit list says it, and the encoder has to be known: the
// one that we load has 1,024 samples, those of systems between 1,024 and 2,112. So theirs are measured, once: a knock is
// encoded, decoded, and looked for.

/** Of FFmpeg's AAC encoder (`initial_padding`), which `@mediabunny/aac-encoder` is made of. */
export const WASM_AAC_PRIMING = 1_024
const KNOCK_AT = 8_000
const KNOCK_SAMPLES = 64
const TEST_SAMPLES = 16_384

/** By how many samples the sound comes out later than it went in, encoder and decoder together; null when nobody knows. */
export async function measurePriming(choice: SoundChoice): Promise<number | null> {
  const packets: SoundPacket[] = []
  for await (const packet of rawSound([knock()], choice)) packets.push(packet)
  const heard = await decode(packets)
  if (!heard) return null
  const loudest = heard.reduce(
    (best, value, at) => (Math.abs(value) > Math.abs(heard[best] ?? 0) ? at : best),
    0,
  )
  const middle = KNOCK_AT + KNOCK_SAMPLES / 2
  const priming = loudest - middle
  return priming >= 0 && priming < TEST_SAMPLES - middle ? priming : null
}

/** Silence with one smooth knock: its middle is its loudest sample, also after the encoder. */
function knock() {
  const left = new Float32Array(TEST_SAMPLES)
  for (let at = 0; at <= KNOCK_SAMPLES; at++) {
    left[KNOCK_AT + at] = 0.8 * Math.sin((Math.PI * at) / KNOCK_SAMPLES) ** 2
  }
  return { left, right: left.slice() }
}

/** The left channel of everything that the packets hold. */
async function decode(packets: readonly SoundPacket[]): Promise<Float32Array | null> {
  const config = packets[0]?.metadata?.decoderConfig
  if (!config || typeof AudioDecoder === 'undefined') return null
  const parts: Float32Array[] = []
  const decoder = new AudioDecoder({
    output: (data) => {
      const part = new Float32Array(data.numberOfFrames)
      data.copyTo(part, { planeIndex: 0, format: 'f32-planar' })
      data.close()
      parts.push(part)
    },
    error: () => undefined,
  })
  try {
    decoder.configure(config)
    for (const { packet } of packets) decoder.decode(packet.toEncodedAudioChunk())
    await decoder.flush()
  } catch {
    return null
  } finally {
    if (decoder.state !== 'closed') decoder.close()
  }
  const heard = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    heard.set(part, at)
    at += part.length
  }
  return heard
}
