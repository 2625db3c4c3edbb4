import { wrap, type Remote } from 'comlink'
interface Task<Api> {
  start(worker: Remote<Api>): Promise<void>
  fail(error: unknown): void
  /** Was at work when a worker died, and runs alone now to find out whether it was the one. */
  suspect: boolean
}

export interface MediaQueueOptions {
  spawn: () => Worker
  /** How many photos are with the worker at a time. Its decoding is the browser's own, in threads of its own. */
  parallel?: number
  /** A photo that is not answered for that long has hung the worker. */
  timeoutMs?: number
  /** Without work for that long the worker is let go, with all its memory. By default it stays. */
  idleMs?: number
}

/** The worker died, or hung, over this one photo. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied'
}

/** The worker's code could not be fetched: the line is down. No photo is to blame. */
export class WorkerUnreachable extends Error {
  override readonly name = 'WorkerUnreachable'
}

/**
 * Photos wait here for a worker that offers `Api`; it is made when it is first needed.
 *
 * [Note: a worker that dies]
 * Two photos are at work when a worker dies, and nothing says which one killed it. Both are tried again, each alone in
 * a fresh worker; the one that kills it a second time is refused and the others go on.
 */
export class MediaQueue<Api> {
  readonly #spawn: () => Worker
  readonly #parallel: number
  readonly #timeoutMs: number
  readonly #idleMs: number
  #idle: ReturnType<typeof setTimeout> | undefined
  #worker: { worker: Worker; remote: Remote<Api> } | null = null
  #waiting: Task<Api>[] = []
  readonly #running = new Set<Task<Api>>()

  constructor({ spawn, parallel = 2, timeoutMs = 120_000, idleMs = Infinity }: MediaQueueOptions) {
    this.#spawn = spawn
    this.#parallel = parallel
    this.#timeoutMs = timeoutMs
    this.#idleMs = idleMs
  }

  /**
   * Runs `call` with the worker when it is its turn. Rejects with `signal.reason` as soon as it is aborted, and with
   * WorkerDied or WorkerUnreachable.
   */
  run<T>(call: (worker: Remote<Api>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const onAbort = (): void => {
        // A photo at work cannot be stopped; its place is given on when the worker answers.
        this.#waiting = this.#waiting.filter((waiting) => waiting !== task)
        reject(signal?.reason)
      }
      const task: Task<Api> = {
        suspect: false,
        start: (worker) =>
          call(worker)
            .then(resolve, reject)
            .finally(() => signal?.removeEventListener('abort', onAbort)),
        fail: reject,
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.push(task)
      this.#pump()
    })
  }

  /** Has the worker fetched ahead, so that it is there when the line is not. */
  prepare(): void {
    this.#worker ??= this.#open()
  }

  #pump(): void {
    for (let task = this.#waiting[0]; task && this.#hasRoomFor(task); task = this.#waiting[0]) {
      this.#waiting.shift()
      void this.#work(task)
    }
  }

  #hasRoomFor(task: Task<Api>): boolean {
    const suspectAtWork = [...this.#running].some((running) => running.suspect)
    return this.#running.size < (task.suspect || suspectAtWork ? 1 : this.#parallel)
  }

  async #work(task: Task<Api>): Promise<void> {
    clearTimeout(this.#idle)
    this.#running.add(task)
    const { worker, remote } = (this.#worker ??= this.#open())
    const hung = setTimeout(() => this.#buryWorker(worker), this.#timeoutMs)
    await task.start(remote)
    clearTimeout(hung)
    this.#running.delete(task)
    this.#pump()
    if (this.#running.size === 0 && this.#idleMs < Infinity) {
      this.#idle = setTimeout(() => this.#buryWorker(worker), this.#idleMs)
    }
  }

  #open(): { worker: Worker; remote: Remote<Api> } {
    const worker = this.#spawn()
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      // What goes wrong inside a worker is told with its words; that its code did not come, without.
      this.#buryWorker(worker, !(event instanceof ErrorEvent))
    })
    return { worker, remote: wrap<Api>(worker) }
  }

  #buryWorker(worker: Worker, isUnreachable = false): void {
    worker.terminate()
    if (this.#worker?.worker !== worker) return
    this.#worker = null
    const interrupted = [...this.#running]
    this.#running.clear()
    if (isUnreachable) {
      for (const task of interrupted) task.fail(new WorkerUnreachable('the media worker cannot be fetched'))
      return this.#pump()
    }
    for (const task of interrupted) {
      if (task.suspect || interrupted.length === 1) task.fail(new WorkerDied('the media worker died over it'))
    }
    const others = interrupted.filter((task) => !task.suspect && interrupted.length > 1)
    for (const task of others) task.suspect = true
    this.#waiting.unshift(...others)
    this.#pump()
  }
}
