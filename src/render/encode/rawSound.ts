import { AudioSample, AudioSampleSource, Mp4OutputFormat, NullTarget, Output } from 'mediabunny'
import type { SoundChoice } from './encoding'
import { SOUND_SAMPLE_RATE, type StereoChunk } from '../sound/StereoChunk'
import { SoundFailure, type SoundPacket } from './sound'

/** An encoder takes four pieces at once and runs so far ahead of whoever reads its packets. */
const PIECE_SAMPLES = SOUND_SAMPLE_RATE / 4

/**
 * An encoder's packets as it gives them, in order. The film that they are written to goes nowhere: it is the library's
 * door to its encoders, the browser's own and the one in WebAssembly.
 * @throws SoundFailure; whatever `chunks` throws
 */
export async function* rawSound(
  chunks: AsyncIterable<StereoChunk> | Iterable<StereoChunk>,
  { codec, bitrate }: SoundChoice,
): AsyncGenerator<SoundPacket> {
  const made: SoundPacket[] = []
  const source = new AudioSampleSource({
    codec,
    bitrate,
    onEncodedPacket: (packet, metadata) => made.push({ packet, metadata }),
  })
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'fragmented' }),
    target: new NullTarget(),
  })
  output.addAudioTrack(source)
  let fed = 0
  try {
    await orFail(() => output.start())
    for await (const { left, right } of chunks) {
      for (let from = 0; from < left.length; from += PIECE_SAMPLES) {
        const to = Math.min(left.length, from + PIECE_SAMPLES)
        const sample = stereoSample(left.subarray(from, to), right.subarray(from, to), fed)
        fed += to - from
        await orFail(() => source.add(sample)).finally(() => sample.close())
        yield* made.splice(0)
      }
    }
    await orFail(() => output.finalize())
    yield* made.splice(0)
  } finally {
    if (output.state !== 'finalized') await output.cancel()
  }
}

function stereoSample(left: Float32Array, right: Float32Array, position: number): AudioSample {
  const data = new Float32Array(left.length + right.length)
  data.set(left)
  data.set(right, left.length)
  return new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: 2,
    sampleRate: SOUND_SAMPLE_RATE,
    timestamp: position / SOUND_SAMPLE_RATE,
  })
}

async function orFail<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new SoundFailure(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
