/** Seconds that the speed is averaged over, at least: long enough to be calm, short enough to follow a busy machine. */
const WINDOW_SECONDS = 6
/** In long films the part of the time so far: shots differ, and what is promised should not swing with each of them. */
const WINDOW_PART = 0.25
/** Before this much has been seen nothing is promised. */
const LEAST_SECONDS = 1

/** Frames per second over the last moments, and what is left at that speed. */
export class SpeedMeter {
  readonly #frameCount: number
  #startSeconds: number | null = null
  #samples: { seconds: number; frames: number }[] = []

  constructor(frameCount: number) {
    this.#frameCount = frameCount
  }

  /**
   * @param seconds of any clock that runs evenly
   * @param framesDone all of them
   * @param framesFound those that cost no time: they count as done and not for the speed
   */
  sample(
    seconds: number,
    framesDone: number,
    framesFound = 0,
  ): { framesPerSecond: number; secondsLeft: number | null } {
    const frames = framesDone - framesFound
    this.#startSeconds ??= seconds
    this.#samples.push({ seconds, frames })
    const fromSeconds = seconds - Math.max(WINDOW_SECONDS, (seconds - this.#startSeconds) * WINDOW_PART)
    const firstInside = this.#samples.findIndex((sample) => sample.seconds >= fromSeconds)
    // One sample from before the window stays, so that the window is always full.
    if (firstInside > 1) this.#samples = this.#samples.slice(firstInside - 1)
    const first = this.#samples[0]
    const elapsed = first ? seconds - first.seconds : 0
    if (!first || elapsed < LEAST_SECONDS) return { framesPerSecond: 0, secondsLeft: null }
    const framesPerSecond = Math.max(0, (frames - first.frames) / elapsed)
    const secondsLeft = framesPerSecond > 0 ? (this.#frameCount - framesDone) / framesPerSecond : null
    return { framesPerSecond, secondsLeft }
  }
}
