/** The browser's encoder gave up: out of memory, a driver, or reclaimed in the background. */
export class EncoderFailure extends Error {
  override readonly name = 'EncoderFailure'
  /** Taken away for the sake of another page, through no fault of its own: another one will do. */
  readonly reclaimed: boolean
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.reclaimed = options?.cause instanceof DOMException && options.cause.name === 'QuotaExceededError'
  }
}

/** Takes an encoder's packets. */
export interface PacketSink {
  push(chunk: EncodedVideoChunk, metadata: EncodedVideoChunkMetadata | undefined): void
}

/** Frames that may wait in front of the encoder: enough that it never idles, few enough to stay small. */
const QUEUE_LENGTH = 4
/** An encoder that has frames and gives nothing for so long has hung. The slowest frame in 4K takes some seconds. */
const PATIENCE_SECONDS = 60

/** A `VideoEncoder` with backpressure: `encode` resolves when there is room for another frame. Never flushed between. */
export class FrameEncoder {
  readonly #encoder: VideoEncoder
  readonly #watch: ReturnType<typeof setInterval>
  #failure: EncoderFailure | null = null
  #wake: () => void = () => {}
  #fail: (failure: EncoderFailure) => void = () => {}
  /** Whether somebody waits for it: while nobody does it may wait as well, as for a photo on a slow line. */
  #isAwaited = false
  #given = 0
  #taken = 0

  constructor(config: VideoEncoderConfig, output: PacketSink, patienceSeconds = PATIENCE_SECONDS) {
    let silentSeconds = 0
    this.#encoder = new VideoEncoder({
      output: (chunk, metadata) => {
        silentSeconds = 0
        this.#taken += 1
        output.push(chunk, metadata)
      },
      error: (cause) => this.#giveUp(new EncoderFailure(cause.message, { cause })),
    })
    this.#encoder.addEventListener('dequeue', () => this.#wake())
    this.#encoder.configure(config)
    // Seconds are counted, not measured: those that the machine sleeps through are nobody's fault.
    this.#watch = setInterval(() => {
      silentSeconds = this.#isAwaited && this.#taken < this.#given ? silentSeconds + 1 : 0
      if (silentSeconds >= patienceSeconds) this.#giveUp(new EncoderFailure('the encoder hangs'))
    }, 1000)
  }

  /** Takes the frame and closes it. @throws EncoderFailure */
  async encode(frame: VideoFrame, keyFrame: boolean): Promise<void> {
    try {
      await this.#room()
      this.#encoder.encode(frame, { keyFrame })
      this.#given += 1
    } catch (cause) {
      throw this.#asFailure(cause)
    } finally {
      frame.close()
    }
  }

  /** Waits for all packets. @throws EncoderFailure, also when a frame has none: the film would be too short */
  async finish(): Promise<void> {
    const failing = new Promise<never>((_, reject) => {
      this.#fail = reject
    })
    this.#isAwaited = true
    try {
      if (this.#failure) throw this.#failure
      await Promise.race([this.#encoder.flush(), failing])
    } catch (cause) {
      throw this.#asFailure(cause)
    }
    this.close()
    if (this.#taken === this.#given) return
    throw new EncoderFailure(`${this.#given} frames became ${this.#taken} packets`)
  }

  close(): void {
    clearInterval(this.#watch)
    if (this.#encoder.state !== 'closed') this.#encoder.close()
  }

  async #room(): Promise<void> {
    for (;;) {
      if (this.#failure) throw this.#failure
      if (this.#encoder.encodeQueueSize < QUEUE_LENGTH) return
      this.#isAwaited = true
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      this.#isAwaited = false
    }
  }

  #giveUp(failure: EncoderFailure): void {
    this.#failure ??= failure
    this.#fail(this.#failure)
    this.#wake()
  }

  #asFailure(cause: unknown): EncoderFailure {
    if (cause instanceof EncoderFailure) return cause
    return (
      this.#failure ?? new EncoderFailure(cause instanceof Error ? cause.message : String(cause), { cause })
    )
  }
}
