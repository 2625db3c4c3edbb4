import type { Storyboard } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import type { Compositor } from '../compositor/Compositor'
import type { Encoding } from '../encode/encoding'
import { EncoderFailure } from '../encode/FrameEncoder'
import { FilmPainter } from '../film/FilmPainter'
import type { MemoryUse } from '../protocol'
import { toThumbnail, toVideoFrame } from '../film/toVideoFrame'
import { UnreadablePhoto } from '../film/UnreadablePhoto'
import { drawOverlay } from '../text/drawOverlay'
import type { Desk, DrainJob, EncodeTimes, Job, SegmentJob } from './desk'
import { packPackets, streamConfig } from './packetFile'
import { SegmentEncoder } from './SegmentEncoder'
import type { SegmentStore } from './SegmentStore'

export interface EncodeOrder {
  readonly compositor: Compositor
  readonly storyboard: Storyboard
  readonly encoding: Encoding
  readonly store: Pick<SegmentStore, 'write'>
  /** Makes known the fonts that a film's texts need. */
  readonly loadFonts: (storyboard: Storyboard) => Promise<unknown>
  /** In memory at a time, unless more are on screen at once. */
  readonly mostPhotos: number
  /** `plenty` unless told. */
  readonly memory?: MemoryUse
}

/** The same frames may make an encoder fail once; twice is one too many. */
const MOST_FAILURES = 2
/** An encoder that was taken away says nothing against the next one, unless each is. */
const MOST_RECLAIMS = 5
/** Frames between two reports. */
const REPORT_FRAMES = 8

/**
 * Makes the segments that the office asks for: decode ahead, paint, encode, keep. Each stage waits for the next one, so
 * memory stays the same however many there are.
 * @throws RenderError `encoder_failed`; StorageFull
 */
export async function encodeSegments(order: EncodeOrder, desk: Desk): Promise<EncodeTimes> {
  const work = new EncoderAtWork(order, desk)
  try {
    await order.loadFonts(order.storyboard)
    return await work.run()
  } finally {
    await work.close()
  }
}

class EncoderAtWork {
  readonly #order: EncodeOrder
  readonly #desk: Desk
  readonly #encoder: SegmentEncoder
  #painter: FilmPainter
  /** Begun with an encoder that failed: made again before anything else. */
  #again: (SegmentJob | DrainJob)[] = []
  #failures = 0
  #reclaims = 0
  #unreported = 0
  #times: EncodeTimes = {
    decode: 0,
    scale: 0,
    photoWait: 0,
    composite: 0,
    frame: 0,
    encodeWait: 0,
    keep: 0,
  }

  constructor(order: EncodeOrder, desk: Desk) {
    this.#order = order
    this.#desk = desk
    this.#encoder = new SegmentEncoder(order.encoding, order.storyboard.fps)
    this.#painter = this.#newPainter(order.storyboard)
  }

  async run(): Promise<EncodeTimes> {
    for (;;) {
      const job = this.#again.shift() ?? (await this.#nextJob())
      if (job.kind === 'end') return this.#allTimes()
      try {
        await this.#do(job)
      } catch (cause) {
        if (cause instanceof UnreadablePhoto) await this.#desk.unreadable(cause.photoId)
        else if (cause instanceof EncoderFailure) this.#restart(cause, job)
        else throw cause
      }
    }
  }

  async close(): Promise<void> {
    this.#encoder.close()
    await this.#painter.close()
  }

  async #nextJob(): Promise<Job> {
    const { job, storyboard } = await this.#desk.next()
    if (storyboard) {
      this.#times = this.#allTimes()
      await this.#painter.close()
      this.#painter = this.#newPainter(storyboard)
    }
    return job
  }

  async #do(job: Exclude<Job, { kind: 'end' }>): Promise<void> {
    switch (job.kind) {
      case 'segment':
        return this.#makeSegment(job)
      case 'thumbnail': {
        const { fps } = this.#order.storyboard
        const picture = toVideoFrame(
          this.#order.compositor,
          await this.#painter.paint(job.frame, job.frame),
          job.frame,
          fps,
        )
        this.#desk.thumbnail(await toThumbnail(picture).finally(() => picture.close()))
        return
      }
      case 'drain':
        await this.#timed('encodeWait', () => this.#encoder.drain())
        await this.#keepWhole()
        this.#report(0)
        return
      default:
        job satisfies never
    }
  }

  async #makeSegment(job: SegmentJob): Promise<void> {
    const { compositor, storyboard } = this.#order
    await this.#timed('encodeWait', () => this.#encoder.begin(job)).catch((cause: unknown) => {
      // The segment before has failed: of this one the encoder knows nothing.
      this.#again.unshift(job)
      throw cause
    })
    for (let frame = job.startFrame; frame < job.endFrame; frame++) {
      const planes = await this.#painter.paint(frame, job.runEndFrame).catch((cause: unknown) => {
        this.#report(-this.#encoder.giveUp())
        throw cause
      })
      const picture = await this.#timed('frame', () =>
        toVideoFrame(compositor, planes, this.#encoder.nextFrame(), storyboard.fps),
      )
      this.#unreported += 1
      if (frame === job.thumbnailFrame) {
        const thumbnail = await toThumbnail(picture).catch((cause: unknown) => {
          picture.close()
          throw cause
        })
        this.#desk.thumbnail(thumbnail)
      }
      await this.#timed('encodeWait', () => this.#encoder.encode(picture, frame === job.startFrame))
      await this.#keepWhole()
      if (this.#unreported >= REPORT_FRAMES) this.#report(0)
    }
  }

  async #keepWhole(): Promise<void> {
    const whole = this.#encoder.take()
    for (const [index, { job, packets, decoderConfig }] of whole.entries()) {
      if (!decoderConfig || packets[0]?.type !== 'key') {
        const lost = whole.slice(index).map((segment) => segment.job)
        this.#again.push(...lost)
        this.#report(-lost.reduce((sum, { startFrame, endFrame }) => sum + endFrame - startFrame, 0))
        throw new EncoderFailure('the encoder made no key frame where one was asked for')
      }
      await this.#timed('keep', async () => {
        const file = await packPackets({ config: streamConfig(decoderConfig), packets })
        await this.#order.store.write(job.key, file)
      })
      this.#failures = 0
      this.#reclaims = 0
      this.#desk.kept(job)
    }
  }

  /** Goes on from the last key frame with a new encoder. */
  #restart(cause: EncoderFailure, failed: Job): void {
    if (cause.reclaimed) this.#reclaims += 1
    else this.#failures += 1
    if (this.#failures >= MOST_FAILURES || this.#reclaims >= MOST_RECLAIMS) {
      throw new RenderError('encoder_failed', cause.message, { cause })
    }
    const { jobs, frames } = this.#encoder.restart()
    const again = [...jobs, ...this.#again.filter((job) => job.kind === 'segment')]
    const drains = this.#again.some(({ kind }) => kind === 'drain') || failed.kind === 'drain'
    this.#again = again.toSorted((one, other) => one.index - other.index)
    // The office has said so once and waits for it.
    if (drains) this.#again.push({ kind: 'drain' })
    this.#report(-frames)
  }

  #report(frames: number): void {
    const painted = this.#unreported + frames
    this.#unreported = 0
    if (painted !== 0) this.#desk.painted(painted)
  }

  async #timed<T>(stage: 'frame' | 'encodeWait' | 'keep', work: () => T | Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    this.#times = { ...this.#times, [stage]: this.#times[stage] + performance.now() - start }
    return result
  }

  #newPainter(storyboard: Storyboard): FilmPainter {
    return new FilmPainter(
      this.#order.compositor,
      storyboard,
      (photoId) => this.#desk.readPhoto(photoId),
      drawOverlay,
      this.#order.mostPhotos,
      this.#order.memory,
    )
  }

  /** With those of the present painter, which counts its own. */
  #allTimes(): EncodeTimes {
    const { decode, scale, wait, paint } = this.#painter.times
    const times = this.#times
    return {
      ...times,
      decode: times.decode + decode,
      scale: times.scale + scale,
      photoWait: times.photoWait + wait,
      composite: times.composite + paint,
    }
  }
}
