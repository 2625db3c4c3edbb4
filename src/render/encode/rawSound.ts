import { AudioSample, AudioSampleSource, Mp4OutputFormat, NullTarget, Output } from 'mediabunny'
import type { SoundChoice } from './encoding'
import { SAMPLE_RATE, SoundFailure, type SoundPacket, type StereoChunk } from './sound'

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
    for await (const chunk of chunks) {
      const sample = stereoSample(chunk, fed)
      fed += chunk.left.length
      await orFail(() => source.add(sample))
      sample.close()
      yield* made.splice(0)
    }
    await orFail(() => output.finalize())
    yield* made.splice(0)
  } finally {
    if (output.state !== 'finalized') await output.cancel()
  }
}

function stereoSample({ left, right }: StereoChunk, position: number): AudioSample {
  const data = new Float32Array(left.length + right.length)
  data.set(left)
  data.set(right, left.length)
  return new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: 2,
    sampleRate: SAMPLE_RATE,
    timestamp: position / SAMPLE_RATE,
  })
}

async function orFail<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new SoundFailure(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
