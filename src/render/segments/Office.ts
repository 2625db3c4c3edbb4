import type { Storyboard } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import { withoutPhoto } from '../film/withoutPhoto'
import type { Desk, Errand, Job } from './desk'
import { doneFrames, type DoneFrames } from './doneFrames'
import { RunPlan } from './RunPlan'
import { segmentAt, segmentFrames } from './segmentKey'
import { thumbnailFrame } from './thumbnailFrame'

export interface OfficeOrder {
  readonly storyboard: Storyboard
  /** Keys of all segments of a storyboard, in their order. */
  readonly keysOf: (storyboard: Storyboard) => Promise<readonly string[]>
  /** Keys of the segments that need not be made. */
  readonly kept: Iterable<string>
  readonly readPhoto: (photoId: string) => Promise<Blob>
  readonly onProgress: (frames: DoneFrames) => void
}

/**
 * Where a film is made: knows which segments are missing, gives them to the encoders, and changes the film when a photo
 * cannot be read.
 */
export class Office {
  readonly #order: OfficeOrder
  readonly #kept: Set<string>
  /** Made for this film, not found. */
  readonly #made = new Set<string>()
  /** What the encoders are at, by index. */
  readonly #inWork = new Map<number, { readonly key: string; readonly encoder: number }>()
  readonly #plan = new RunPlan()
  #storyboard: Storyboard
  #keys: readonly string[]
  /** Which film each encoder knows. */
  readonly #known = new Map<number, Storyboard>()
  readonly #idle = new Set<number>()
  #waiting: (() => void)[] = []
  #revising: Promise<void> = Promise.resolve()
  #failure: { readonly cause: unknown } | null = null
  #hasEnded = false
  #framesInWork = 0
  #isThumbnailAsked = false
  #thumbnail: Blob | null = null
  readonly skippedPhotoIds: string[] = []

  static async open(order: OfficeOrder): Promise<Office> {
    return new Office(order, await order.keysOf(order.storyboard))
  }

  private constructor(order: OfficeOrder, keys: readonly string[]) {
    this.#order = order
    this.#kept = new Set(order.kept)
    this.#storyboard = order.storyboard
    this.#keys = keys
    this.#replan()
  }

  /** Names of the film's segments in their order; another array when the film has changed. */
  get keys(): readonly string[] {
    return this.#keys
  }

  /** How many segments nobody has begun yet. */
  get missing(): number {
    return this.#plan.size
  }

  /** How many segments were made. */
  get made(): number {
    return this.#made.size
  }

  /** Whether a segment was made for this film, not found. */
  isMade(key: string): boolean {
    return this.#made.has(key)
  }

  get frames(): DoneFrames {
    return doneFrames(this.#storyboard, this.#keys, this.#kept, this.#made, this.#framesInWork)
  }

  /** The office as one encoder sees it. */
  desk(encoder: number): Desk {
    return {
      next: () => this.#next(encoder),
      readPhoto: this.#order.readPhoto,
      painted: (frames) => {
        this.#framesInWork += frames
        this.#tell()
      },
      kept: ({ index, key, startFrame, endFrame }) => {
        this.#kept.add(key)
        this.#made.add(key)
        if (this.#inWork.get(index)?.key === key) this.#inWork.delete(index)
        this.#framesInWork -= endFrame - startFrame
        this.#tell()
      },
      thumbnail: (picture) => {
        this.#thumbnail = picture
        this.#tell()
      },
      unreadable: (photoId) => this.#leaveOut(photoId, encoder),
    }
  }

  /** Resolves when a segment lies in the store, or the film has changed. @throws what `fail` was told */
  async whenKept(index: number): Promise<void> {
    const keys = this.#keys
    const key = keys[index]
    while (key !== undefined && !this.#kept.has(key) && this.#keys === keys) await this.#change()
  }

  /** Resolves when there is a thumbnail. @throws what `fail` was told */
  async whenThumbnail(): Promise<Blob> {
    while (!this.#thumbnail) await this.#change()
    return this.#thumbnail
  }

  /** Resolves when this part (0..1) of the film is done. @throws what `fail` was told */
  async whenDone(part: number): Promise<void> {
    while (this.frames.done < part * this.#storyboard.frameCount) await this.#change()
  }

  /** A segment is torn or gone: it has to be made again. */
  lose(index: number): void {
    const key = this.#keys[index]
    if (key === undefined) return
    this.#kept.delete(key)
    this.#made.delete(key)
    this.#replan()
  }

  /** These lie in the store no more. */
  gone(keys: readonly string[]): void {
    for (const key of keys) {
      this.#kept.delete(key)
      this.#made.delete(key)
    }
    this.#replan()
  }

  /** Everything that was found cannot be used. */
  loseFound(): void {
    for (const key of this.#kept) if (!this.#made.has(key)) this.#kept.delete(key)
    this.#replan()
  }

  /** Sends the encoders home. */
  end(): void {
    this.#hasEnded = true
    this.#tell()
  }

  /** Ends the work of all who wait. @returns what it was told first: what came after may only be its echo */
  fail(cause: unknown): unknown {
    this.#failure ??= { cause }
    this.#tell()
    return this.#failure.cause
  }

  async #next(encoder: number): Promise<Errand> {
    for (;;) {
      await this.#revising
      const job = this.#jobFor(encoder)
      const isIdle = this.#idle.has(encoder)
      if (job || !isIdle) {
        if (job) this.#idle.delete(encoder)
        else this.#idle.add(encoder)
        const isNew = (this.#known.get(encoder) ?? this.#order.storyboard) !== this.#storyboard
        this.#known.set(encoder, this.#storyboard)
        return { job: job ?? { kind: 'drain' }, storyboard: isNew ? this.#storyboard : null }
      }
      await this.#change()
    }
  }

  #jobFor(encoder: number): Job | null {
    if (this.#hasEnded) return { kind: 'end' }
    const frame = thumbnailFrame(this.#storyboard)
    const index = this.#plan.take(encoder)
    const key = index === null ? undefined : this.#keys[index]
    if (index !== null && key !== undefined) {
      this.#inWork.set(index, { key, encoder })
      const range = segmentFrames(this.#storyboard, index)
      const isHere = !this.#thumbnail && frame >= range.startFrame && frame < range.endFrame
      const { endFrame: runEndFrame } = segmentFrames(this.#storyboard, this.#plan.lastOfRun(index))
      return { kind: 'segment', index, key, ...range, thumbnailFrame: isHere ? frame : -1, runEndFrame }
    }
    // Only where its segment was found and nobody comes by.
    const isPassed = this.#kept.has(this.#keys[segmentAt(this.#storyboard, frame)] ?? '')
    if (this.#thumbnail || this.#isThumbnailAsked || !isPassed) return null
    this.#isThumbnailAsked = true
    return { kind: 'thumbnail', frame }
  }

  async #leaveOut(photoId: string, encoder: number): Promise<void> {
    const given = [...this.#inWork].findLast(([, work]) => work.encoder === encoder)
    if (given) this.#inWork.delete(given[0])
    this.#isThumbnailAsked = false
    this.#revising = this.#revising.then(() => this.#revise(photoId))
    await this.#revising.catch((cause: unknown) => {
      this.fail(cause)
      throw cause
    })
  }

  async #revise(photoId: string): Promise<void> {
    if (!this.skippedPhotoIds.includes(photoId)) {
      const rest = withoutPhoto(this.#storyboard, photoId)
      if (!rest) throw new RenderError('photo_unreadable', 'none of the photos can be read')
      this.#keys = await this.#order.keysOf(rest)
      this.#storyboard = rest
      this.skippedPhotoIds.push(photoId)
    }
    this.#replan()
  }

  /** What is neither kept nor being made as it has to be. */
  #replan(): void {
    this.#plan.reset(
      this.#keys.flatMap((key, index) =>
        this.#kept.has(key) || this.#inWork.get(index)?.key === key ? [] : [index],
      ),
    )
    this.#tell()
  }

  #tell(): void {
    const waiting = this.#waiting.splice(0)
    for (const wake of waiting) wake()
    this.#order.onProgress(this.frames)
  }

  async #change(): Promise<void> {
    if (!this.#failure) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (this.#failure) throw this.#failure.cause
  }
}
