import type { SegmentBuffer } from './SegmentBuffer'

/** The browser's encoder gave up: out of memory, a driver, or reclaimed in the background. */
export class EncoderFailure extends Error {
  override readonly name = 'EncoderFailure'
}

/** Frames that may wait in front of the encoder: enough that it never idles, few enough to stay small. */
const QUEUE_LENGTH = 4

/** A `VideoEncoder` with backpressure: `encode` resolves when there is room for another frame. Never flushed between. */
export class FrameEncoder {
  readonly #encoder: VideoEncoder
  #failure: EncoderFailure | null = null
  #wake: () => void = () => {}

  constructor(config: VideoEncoderConfig, output: SegmentBuffer) {
    this.#encoder = new VideoEncoder({
      output: (chunk, metadata) => output.push(chunk, metadata),
      error: (cause) => {
        this.#failure = new EncoderFailure(cause.message, { cause })
        this.#wake()
      },
    })
    this.#encoder.addEventListener('dequeue', () => this.#wake())
    this.#encoder.configure(config)
  }

  /** Takes the frame and closes it. @throws EncoderFailure */
  async encode(frame: VideoFrame, keyFrame: boolean): Promise<void> {
    try {
      await this.#room()
      this.#encoder.encode(frame, { keyFrame })
    } catch (cause) {
      throw this.#asFailure(cause)
    } finally {
      frame.close()
    }
  }

  /** Waits for all packets. @throws EncoderFailure */
  async finish(): Promise<void> {
    try {
      await this.#encoder.flush()
    } catch (cause) {
      throw this.#asFailure(cause)
    }
    this.close()
  }

  close(): void {
    if (this.#encoder.state !== 'closed') this.#encoder.close()
  }

  async #room(): Promise<void> {
    for (;;) {
      if (this.#failure) throw this.#failure
      if (this.#encoder.encodeQueueSize < QUEUE_LENGTH) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  #asFailure(cause: unknown): EncoderFailure {
    if (cause instanceof EncoderFailure) return cause
    return (
      this.#failure ?? new EncoderFailure(cause instanceof Error ? cause.message : String(cause), { cause })
    )
  }
}
