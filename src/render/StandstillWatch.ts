import type { RenderProgress } from './protocol'
import { PROGRESS_MILLISECONDS } from './reportProgress'

/** Longer than an encoder that hangs is waited for (`FrameEncoder`), and than a slow line takes to bring a worker. */
const PATIENCE_SECONDS = 120

// [Note: a film that stands still] Once in some hundred films Chromium never answered one call of the private file system
// (opening the file of a part), and nothing was wrong otherwise: no error, idle workers, and heartbeats that would have kept
// the job for ever. So whoever makes a film counts the time in which nothing comes of it, ends the workers and begins again;
// what was kept is found. Time is counted in signs of life, not measured: a machine that sleeps is nobody's fault. While the
// page itself is asked for something, as a photo over a slow line, it is the page that is waited for.

/** Says when a film has stood still for too long; see [Note: a film that stands still]. */
export class StandstillWatch {
  readonly #onStandstill: () => void
  readonly #patienceSeconds: number
  readonly #timer: ReturnType<typeof setInterval>
  #last = ''
  #still = 0
  #deaf = 0
  #hasSpoken = false
  #asked = 0
  #isOver = false

  /** @param onStandstill called once */
  constructor(onStandstill: () => void, patienceSeconds = PATIENCE_SECONDS) {
    this.#onStandstill = onStandstill
    this.#patienceSeconds = patienceSeconds
    this.#timer = setInterval(() => this.#listen(), 1000)
  }

  /** The worker has told where it is, as it does all the time. */
  told({ framesDone, stage }: RenderProgress): void {
    this.#hasSpoken = true
    const now = `${stage} ${framesDone}`
    const isStill = now === this.#last && this.#asked === 0
    this.#still = isStill ? this.#still + PROGRESS_MILLISECONDS / 1000 : 0
    this.#last = now
    this.#check()
  }

  /** The film waits for the page until `work` has ended. */
  async pageWork<T>(work: Promise<T>): Promise<T> {
    this.#asked += 1
    try {
      return await work
    } finally {
      this.#asked -= 1
    }
  }

  close(): void {
    this.#isOver = true
    clearInterval(this.#timer)
  }

  /** A worker that is caught in a loop says nothing at all. */
  #listen(): void {
    this.#deaf = this.#hasSpoken || this.#asked > 0 ? 0 : this.#deaf + 1
    this.#hasSpoken = false
    this.#check()
  }

  #check(): void {
    if (this.#isOver || Math.max(this.#still, this.#deaf) < this.#patienceSeconds) return
    this.close()
    this.#onStandstill()
  }
}
