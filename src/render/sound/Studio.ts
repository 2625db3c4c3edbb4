import { transfer, wrap, type Remote } from 'comlink'
import type { MasterSettings } from './mastering/MasterChain'
import type { SoundWorker } from './protocol'
import type { StereoChunk } from './StereoChunk'
import { TrackUnreadable } from './TrackUnreadable'

/** The page's end of the sound worker, which lives as long as one soundtrack is played. */
export class Studio {
  readonly #worker: Worker
  readonly #remote: Remote<SoundWorker>
  /** Rejects when the worker dies or the signal aborts. */
  readonly #broken: Promise<never>
  #stopListening: () => void = () => undefined

  constructor(signal: AbortSignal | undefined) {
    this.#worker = new Worker(new URL('./sound.worker.ts', import.meta.url), {
      type: 'module',
      name: 'sound',
    })
    this.#remote = wrap<SoundWorker>(this.#worker)
    this.#broken = new Promise((_, reject) => {
      this.#worker.addEventListener('error', (event) => {
        reject(new Error(event.message || 'the sound worker stopped'))
      })
      // Also when nobody asks for more: a generator that is never resumed would keep the worker for good.
      const onAbort = () => {
        this.#worker.terminate()
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#stopListening = () => signal?.removeEventListener('abort', onAbort)
    })
    // Nobody may be waiting at that moment.
    this.#broken.catch(() => undefined)
  }

  /** Asks the worker; rejects also when it dies or the work is called off. */
  ask<T>(call: (remote: Remote<SoundWorker>) => Promise<T>): Promise<T> {
    return this.orBroken(call(this.#remote))
  }

  /** Asks about a person's track. @throws TrackUnreadable */
  async askTrack<T>(call: (remote: Remote<SoundWorker>) => Promise<T>): Promise<T> {
    try {
      return await this.ask(call)
    } catch (cause) {
      // Comlink hands on an error's name, not its class.
      const isTrack = cause instanceof Error && cause.name === 'TrackUnreadable'
      throw isTrack ? new TrackUnreadable(cause.message, { cause }) : cause
    }
  }

  orBroken<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#broken])
  }

  async startMaster(settings: MasterSettings): Promise<void> {
    await this.ask((remote) => remote.startMaster(settings))
  }

  /** Takes the chunk's memory. */
  master(chunk: StereoChunk): Promise<StereoChunk> {
    return this.ask((remote) => remote.master(transfer(chunk, [chunk.left.buffer, chunk.right.buffer])))
  }

  close(): void {
    this.#stopListening()
    this.#worker.terminate()
  }
}
