import {
  ALL_FORMATS,
  AudioSampleSink,
  BlobSource,
  Input,
  type AudioSample,
  type InputAudioTrack,
} from 'mediabunny'
import { SOUND_SAMPLE_RATE, type StereoChunk } from '../StereoChunk'
import { TrackUnreadable } from '../TrackUnreadable'
import { Resampler } from './Resampler'

/** Decoded before the place that is wanted, so that codecs which need it are settled there. */
const LEAD_SECONDS = 0.1

/** A person's track, decoded piece by piece: never more of it in memory than is being played. */
export class DecodedTrack {
  readonly durationSeconds: number
  readonly #track: InputAudioTrack

  private constructor(track: InputAudioTrack, durationSeconds: number) {
    this.#track = track
    this.durationSeconds = durationSeconds
  }

  /** @throws TrackUnreadable */
  static async open(file: Blob): Promise<DecodedTrack> {
    try {
      const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS })
      const track = await input.getPrimaryAudioTrack()
      if (!track) throw new TrackUnreadable('there is no sound in this file')
      if (!(await track.canDecode())) throw new TrackUnreadable('this browser cannot decode this sound')
      return new DecodedTrack(track, await track.computeDuration())
    } catch (cause) {
      throw cause instanceof TrackUnreadable ? cause : new TrackUnreadable(String(cause), { cause })
    }
  }

  /**
   * Samples at 48 kHz from a place on, as they are decoded: exactly `count`, silence where the track has none.
   * @throws TrackUnreadable
   */
  async *read(fromSeconds: number, count: number): AsyncGenerator<StereoChunk, void, undefined> {
    let left = count
    const end = fromSeconds + count / SOUND_SAMPLE_RATE + LEAD_SECONDS
    const sink = new AudioSampleSink(this.#track)
    let sides: [Resampler, Resampler] | null = null
    try {
      for await (const sample of sink.samples(Math.max(0, fromSeconds - LEAD_SECONDS), end)) {
        const [leftSide, rightSide] = planesOf(sample)
        if (!sides) {
          const { sampleRate, timestamp } = sample
          const make = () =>
            new Resampler(sampleRate, fromSeconds * sampleRate, Math.round(timestamp * sampleRate))
          sides = [make(), make()]
        }
        sample.close()
        const chunk = { left: sides[0].push(leftSide), right: sides[1].push(rightSide) }
        if (chunk.left.length === 0) continue
        yield cut(chunk, left)
        left -= Math.min(left, chunk.left.length)
        if (left === 0) return
      }
    } catch (cause) {
      throw new TrackUnreadable(String(cause), { cause })
    }
    while (left > 0) {
      const length = Math.min(left, SOUND_SAMPLE_RATE)
      yield { left: new Float32Array(length), right: new Float32Array(length) }
      left -= length
    }
  }
}

/** Both sides of a decoded piece; mono is heard on both, of more channels the first two. */
function planesOf(sample: AudioSample): [Float32Array, Float32Array] {
  const plane = (planeIndex: number) => {
    const values = new Float32Array(sample.numberOfFrames)
    sample.copyTo(values, { planeIndex, format: 'f32-planar' })
    return values
  }
  const left = plane(0)
  return [left, sample.numberOfChannels > 1 ? plane(1) : left]
}

function cut(chunk: StereoChunk, length: number): StereoChunk {
  if (chunk.left.length <= length) return chunk
  return { left: chunk.left.slice(0, length), right: chunk.right.slice(0, length) }
}
