import type { Encoding } from '../encode/encoding'
import { FrameEncoder } from '../encode/FrameEncoder'
import { SegmentBuffer, type EncodedSegment } from '../encode/SegmentBuffer'
import type { SegmentJob } from './desk'

interface Run {
  readonly encoder: FrameEncoder
  readonly buffer: SegmentBuffer<SegmentJob>
}

// [Note: one encoder or one for each segment] What an encoder makes of a frame depends on all it has seen, through its rate
// control. Where the encoder is reproducible each segment has one of its own, so that a segment is the same bytes whether
// or not the film was interrupted before it; the next one begins while the last is still at its end, and nobody waits.
// Where it is not there is nothing to keep, and one encoder that is never flushed is the fastest.

/** Encodes segment after segment; whole ones are taken out with `take`. */
export class SegmentEncoder {
  readonly #encoding: Encoding
  readonly #fps: number
  #run: Run | null = null
  /** The encoder of the segment before, while its last packets come. */
  #ending: { readonly run: Run; readonly finished: Promise<void> } | null = null
  readonly #whole: EncodedSegment<SegmentJob>[] = []

  constructor(encoding: Encoding, fps: number) {
    this.#encoding = encoding
    this.#fps = fps
  }

  /** The frames that are encoded from now on belong to this segment. @throws EncoderFailure */
  async begin(job: SegmentJob): Promise<void> {
    if (this.#run && this.#encoding.reproducible) {
      await this.#ended()
      this.#end(this.#run)
    }
    this.#run ??= this.#newRun()
    this.#run.buffer.begin(job, job.endFrame - job.startFrame)
  }

  /** Numbers the next frame by the encoder's own clock. */
  nextFrame(): number {
    return this.#present().buffer.nextFrame()
  }

  /** Takes the frame and closes it. @throws EncoderFailure */
  async encode(frame: VideoFrame, keyFrame: boolean): Promise<void> {
    await this.#present().encoder.encode(frame, keyFrame)
  }

  /** Waits until all that was begun is whole. @throws EncoderFailure */
  async drain(): Promise<void> {
    await this.#ended()
    if (this.#run) this.#end(this.#run)
    await this.#ended()
  }

  /** Whole segments, each only once. */
  take(): EncodedSegment<SegmentJob>[] {
    for (const run of [this.#ending?.run, this.#run]) if (run) this.#whole.push(...run.buffer.take())
    return this.#whole.splice(0)
  }

  /** Forgets the segment in work. @returns how many of its frames were numbered */
  giveUp(): number {
    return this.#run?.buffer.giveUp() ?? 0
  }

  /** Drops what is in work. @returns the segments to be made again, and how many of their frames were numbered */
  restart(): { jobs: SegmentJob[]; frames: number } {
    const jobs: SegmentJob[] = []
    let frames = 0
    for (const run of [this.#ending?.run, this.#run]) {
      if (!run) continue
      this.#whole.push(...run.buffer.take())
      jobs.push(...run.buffer.unfinished.jobs)
      frames += run.buffer.unfinished.frames
    }
    this.close()
    return { jobs, frames }
  }

  close(): void {
    this.#ending?.run.encoder.close()
    this.#run?.encoder.close()
    this.#ending = null
    this.#run = null
  }

  #present(): Run {
    if (!this.#run) throw new Error('no segment was begun')
    return this.#run
  }

  #newRun(): Run {
    const buffer = new SegmentBuffer<SegmentJob>(this.#fps)
    return { buffer, encoder: new FrameEncoder(this.#encoding.video.config, buffer) }
  }

  #end(run: Run): void {
    const finished = run.encoder.finish()
    // Met at the latest when the next segment ends.
    finished.catch(() => undefined)
    this.#ending = { run, finished }
    this.#run = null
  }

  async #ended(): Promise<void> {
    if (!this.#ending) return
    const { run, finished } = this.#ending
    await finished
    this.#whole.push(...run.buffer.take())
    this.#ending = null
  }
}
