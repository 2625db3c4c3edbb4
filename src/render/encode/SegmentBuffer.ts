import { EncodedPacket } from 'mediabunny'

/** Packets from a key frame on that can be written after those before them. Timestamps in seconds of the film. */
export interface Segment {
  readonly packets: EncodedPacket[]
  /** Describes the stream; an encoder says it with its first packet. */
  readonly metadata: EncodedVideoChunkMetadata | undefined
}

/** What came out of an encoder for one segment: whole, so it can be kept, copied and joined on its own. */
export interface EncodedSegment<Job> {
  readonly job: Job
  /** In the order of decoding; timestamps in seconds from the segment's beginning. */
  readonly packets: readonly EncodedPacket[]
  readonly decoderConfig: VideoDecoderConfig | null
}

interface OpenSegment<Job> {
  readonly job: Job
  /** In the encoder's own count. */
  readonly firstFrame: number
  readonly frameCount: number
  readonly packets: EncodedPacket[]
}

/**
 * Sorts one encoder's packets into the segments that its frames belong to. Frames are numbered by the encoder's own
 * clock, which runs evenly whatever parts of a film it is given.
 */
export class SegmentBuffer<Job> {
  readonly #fps: number
  #open: OpenSegment<Job>[] = []
  readonly #whole: EncodedSegment<Job>[] = []
  #frames = 0
  #decoderConfig: VideoDecoderConfig | null = null

  constructor(fps: number) {
    this.#fps = fps
  }

  /** The frames that are encoded from now on belong to this segment. */
  begin(job: Job, frameCount: number): void {
    this.#open.push({ job, firstFrame: this.#frames, frameCount, packets: [] })
  }

  /** Numbers the next frame, for its timestamp. */
  nextFrame(): number {
    this.#frames += 1
    return this.#frames - 1
  }

  /** Takes a packet from the encoder. */
  push(chunk: EncodedVideoChunk, metadata: EncodedVideoChunkMetadata | undefined): void {
    this.#decoderConfig = metadata?.decoderConfig ?? this.#decoderConfig
    const frame = Math.round((chunk.timestamp * this.#fps) / 1e6)
    const segment = this.#open.find(
      ({ firstFrame, frameCount }) => frame >= firstFrame && frame < firstFrame + frameCount,
    )
    // Of a segment that was given up.
    if (!segment) return
    const timestamp = (frame - segment.firstFrame) / this.#fps
    segment.packets.push(EncodedPacket.fromEncodedChunk(chunk).clone({ timestamp, duration: 1 / this.#fps }))
    if (segment.packets.length < segment.frameCount) return
    this.#open = this.#open.filter((open) => open !== segment)
    this.#whole.push({ job: segment.job, packets: segment.packets, decoderConfig: this.#decoderConfig })
  }

  /** Forgets the segment in work. @returns how many of its frames were numbered */
  giveUp(): number {
    const given = this.#open.pop()
    if (!given) return 0
    // The next segment begins after the frames that the encoder has had.
    return this.#frames - given.firstFrame
  }

  /** Whole segments, each only once. */
  take(): EncodedSegment<Job>[] {
    return this.#whole.splice(0)
  }

  /** Begun and not whole, in their order, and how many of their frames were numbered. */
  get unfinished(): { jobs: Job[]; frames: number } {
    const [first] = this.#open
    return { jobs: this.#open.map(({ job }) => job), frames: first ? this.#frames - first.firstFrame : 0 }
  }
}
