import { openSoundtrack, type SoundtrackRequest } from '../sound/openSoundtrack'
import { SOUND_SAMPLE_RATE, type StereoChunk } from '../sound/StereoChunk'

/** What is scheduled ahead of what is heard: enough for a busy page, little enough to change one's mind. */
const AHEAD_SECONDS = 4
const LOOK_MILLISECONDS = 400
const ALLOWED_WITHIN_MILLISECONDS = 2_000
/** The first sound is scheduled so far ahead that nothing of it is missed. */
const LEAD_SECONDS = 0.06

/** Plays a film's sound from a moment of it; its clock is what the picture follows. */
export class PreviewSound {
  readonly #context: AudioContext
  readonly #volume: GainNode
  readonly #stopping: AbortController
  /** Where on the context's clock the film's first moment would lie. */
  readonly #origin: number
  #until: number

  private constructor(
    context: AudioContext,
    volume: GainNode,
    stopping: AbortController,
    fromSeconds: number,
  ) {
    this.#stopping = stopping
    this.#context = context
    this.#volume = volume
    const begin = context.currentTime + LEAD_SECONDS
    this.#origin = begin - fromSeconds
    this.#until = begin
  }

  /**
   * Begins to play. Call it where the person has just pressed something: browsers play nothing unasked.
   * @returns null for a film without sound; resolves when the first of it is about to be heard
   * @throws TrackUnreadable; what reading the track throws; `signal.reason`
   */
  static async play(
    { signal, ...request }: SoundtrackRequest & { readonly signal: AbortSignal },
    isMuted: boolean,
  ): Promise<PreviewSound | null> {
    const context = new AudioContext({ sampleRate: SOUND_SAMPLE_RATE })
    const stopping = new AbortController()
    const stop = () => stopping.abort(signal.reason)
    signal.addEventListener('abort', stop)
    const volume = new GainNode(context, { gain: isMuted ? 0 : 1 })
    volume.connect(context.destination)
    try {
      signal.throwIfAborted()
      const chunks = openSoundtrack({ ...request, signal: stopping.signal })
      const first = await chunks.next()
      if (first.done) {
        await context.close()
        return null
      }
      await allowed(context)
      signal.throwIfAborted()
      const sound = new PreviewSound(context, volume, stopping, request.fromSeconds ?? 0)
      sound.#schedule(first.value)
      void sound.#goOn(chunks).catch(() => undefined)
      return sound
    } catch (cause) {
      // The one who makes the sound waits to be asked for more: it has to be told.
      stopping.abort()
      await context.close()
      throw cause
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** The moment of the film that is heard now, in seconds. */
  get seconds(): number {
    const { currentTime, outputLatency } = this.#context
    return currentTime - this.#origin - (outputLatency || 0)
  }

  setMuted(isMuted: boolean): void {
    this.#volume.gain.setTargetAtTime(isMuted ? 0 : 1, this.#context.currentTime, 0.015)
  }

  stop(): void {
    this.#stopping.abort()
    void this.#context.close()
  }

  async #goOn(chunks: AsyncGenerator<StereoChunk>): Promise<void> {
    const { signal } = this.#stopping
    try {
      for await (const chunk of chunks) {
        if (signal.aborted) return
        this.#schedule(chunk)
        while (!signal.aborted && this.#until - this.#context.currentTime > AHEAD_SECONDS) {
          await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS))
        }
      }
    } finally {
      await chunks.return(undefined)
    }
  }

  #schedule({ left, right }: StereoChunk): void {
    if (left.length === 0) return
    const buffer = new AudioBuffer({
      length: left.length,
      numberOfChannels: 2,
      sampleRate: SOUND_SAMPLE_RATE,
    })
    buffer.copyToChannel(left, 0)
    buffer.copyToChannel(right, 1)
    const source = new AudioBufferSourceNode(this.#context, { buffer })
    source.connect(this.#volume)
    // What comes too late is heard from where it would be by now: the clock, and the pictures with it, have gone on.
    const late = Math.max(0, this.#context.currentTime - this.#until)
    if (late < buffer.duration) source.start(this.#until + late, late)
    this.#until += buffer.duration
  }
}

/** A page on which nobody has pressed anything yet may not play; the context then waits without a word. */
async function allowed(context: AudioContext): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, ALLOWED_WITHIN_MILLISECONDS))
  await Promise.race([context.resume(), late])
  if (context.state !== 'running') throw new Error('this browser does not let the page play')
}
