import { EncodedPacket } from 'mediabunny'

/** Packets from one key frame to the next; whole, so it can be written, kept or copied on its own. */
export interface Segment {
  readonly packets: EncodedPacket[]
  /** Describes the stream; an encoder says it with its first packet. */
  readonly metadata: EncodedVideoChunkMetadata | undefined
}

/**
 * Collects an encoder's packets into segments. The one in work is held back: when the encoder fails its packets are
 * dropped and the film goes on from that segment's first frame with a new encoder.
 */
export class SegmentBuffer {
  readonly #whole: Segment[] = []
  #open: Segment | null = null
  #framesBefore = 0
  #framesOpen = 0

  push(chunk: EncodedVideoChunk, metadata: EncodedVideoChunkMetadata | undefined): void {
    if (chunk.type === 'key' || !this.#open) {
      this.#close()
      this.#open = { packets: [], metadata }
    }
    this.#open.packets.push(EncodedPacket.fromEncodedChunk(chunk))
    this.#framesOpen += 1
  }

  /** Frames whose packets have come out. */
  get frames(): number {
    return this.#framesBefore + this.#framesOpen
  }

  /** Whole segments, each only once. */
  take(): Segment[] {
    return this.#whole.splice(0)
  }

  /** The encoder has been flushed: what is open is whole. */
  finish(): void {
    this.#close()
  }

  /** Drops the segment in work. @returns the frame to go on from */
  rewind(): number {
    this.#open = null
    this.#framesOpen = 0
    return this.#framesBefore
  }

  #close(): void {
    if (this.#open) this.#whole.push(this.#open)
    this.#open = null
    this.#framesBefore += this.#framesOpen
    this.#framesOpen = 0
  }
}
