/**
 * [Note: decode budget]
 * A decoded photo takes four bytes a pixel whatever its file's size. Photos are decoded side by side while together
 * they stay below 64 megapixels (256 MB); a larger one waits until it is alone.
 */
export class DecodeBudget {
  readonly #limit: number
  #spent = 0
  readonly #waiting: { pixels: number; start: () => void }[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Runs `work` when its `pixels` fit beside those at work; in the order of asking. */
  async spend<T>(pixels: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.#waiting.push({ pixels, start })
      this.#admit()
    })
    try {
      return await work()
    } finally {
      this.#spent -= pixels
      this.#admit()
    }
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next && this.#fits(next.pixels); next = this.#waiting[0]) {
      this.#waiting.shift()
      this.#spent += next.pixels
      next.start()
    }
  }

  #fits(pixels: number): boolean {
    return this.#spent === 0 || this.#spent + pixels <= this.#limit
  }
}

/** Shared by everything that decodes in one worker. */
export const decodeBudget = new DecodeBudget(64_000_000)
