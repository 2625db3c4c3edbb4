/** Seconds that the speed is averaged over: long enough to be calm, short enough to follow a busy machine. */
const WINDOW_SECONDS = 6
/** Before this much has been seen nothing is promised. */
const LEAST_SECONDS = 1

/** Frames per second over the last moments, and what is left at that speed. */
export class SpeedMeter {
  readonly #frameCount: number
  #samples: { seconds: number; frames: number }[] = []

  constructor(frameCount: number) {
    this.#frameCount = frameCount
  }

  /** @param seconds of any clock that runs evenly */
  sample(seconds: number, frames: number): { framesPerSecond: number; secondsLeft: number | null } {
    this.#samples.push({ seconds, frames })
    const fromSeconds = seconds - WINDOW_SECONDS
    const firstInside = this.#samples.findIndex((sample) => sample.seconds >= fromSeconds)
    // One sample from before the window stays, so that the window is always full.
    if (firstInside > 1) this.#samples = this.#samples.slice(firstInside - 1)
    const first = this.#samples[0]
    const elapsed = first ? seconds - first.seconds : 0
    if (!first || elapsed < LEAST_SECONDS) return { framesPerSecond: 0, secondsLeft: null }
    const framesPerSecond = Math.max(0, (frames - first.frames) / elapsed)
    const secondsLeft = framesPerSecond > 0 ? (this.#frameCount - frames) / framesPerSecond : null
    return { framesPerSecond, secondsLeft }
  }
}
