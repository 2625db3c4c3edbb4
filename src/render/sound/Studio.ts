import { transfer, wrap, type Remote } from 'comlink'
import type { Score } from '@/domain/score'
import { nameOf, type SampleKey } from './instruments'
import type { MasterSettings } from './mastering/MasterChain'
import type { SoundWorker } from './protocol'
import { ROOMS } from './rooms'
import type { Library, RecordedSample } from './ScoreMixer'
import { SOUND_SAMPLE_RATE, type StereoChunk } from './StereoChunk'
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

/** The samples of a score, recorded when they are first needed. */
export class SampleLibrary implements Library {
  readonly samples = new Map<string, RecordedSample>()
  readonly impulse: AudioBuffer
  readonly #studio: Studio

  private constructor(studio: Studio, impulse: AudioBuffer) {
    this.#studio = studio
    this.impulse = impulse
  }

  static async open(studio: Studio, { mood }: Score): Promise<SampleLibrary> {
    const { seconds, predelaySeconds, brightness } = ROOMS[mood]
    const impulse = await studio.ask((remote) => remote.impulse({ seconds, predelaySeconds, brightness }, 5))
    return new SampleLibrary(studio, bufferOf(impulse))
  }

  async ensure(keys: readonly SampleKey[]): Promise<void> {
    for (const key of keys) {
      if (this.samples.has(nameOf(key))) continue
      const sample = await this.#studio.ask((remote) => remote.record(key))
      this.samples.set(nameOf(key), { buffer: bufferOf(sample, sample.sampleRate), isLoop: sample.isLoop })
    }
  }
}

function bufferOf({ left, right }: StereoChunk, sampleRate = SOUND_SAMPLE_RATE): AudioBuffer {
  const isMono = left === right
  const buffer = new AudioBuffer({
    length: left.length,
    numberOfChannels: isMono ? 1 : 2,
    sampleRate,
  })
  buffer.copyToChannel(left, 0)
  if (!isMono) buffer.copyToChannel(right, 1)
  return buffer
}
