/**
 * A fair lock: holders run one after the other, in the order in which they asked.
 *
 * [Note: one session, one lock] PGlite is a single Postgres session. Two interleaved transactions would share one role
 * and one set of JWT claims and so answer as the wrong person; every access to it therefore goes through this lock.
 */
export class Mutex {
  #tail: Promise<void> = Promise.resolve()

  /** Resolves, when it is this caller's turn, to the function that ends the turn. */
  async acquire(): Promise<() => void> {
    const previous = this.#tail
    let release = () => {}
    this.#tail = new Promise((resolve) => {
      release = resolve
    })
    await previous
    return release
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }
}
