import { encodeSound } from '../encode/encodeSound'
import type { SoundChoice } from '../encode/encoding'
import type { EncodedSound, SoundPacket } from '../encode/sound'
import { SOUND_SAMPLE_RATE, type StereoChunk } from '../sound/StereoChunk'
import { packPackets, streamConfig, unpackPackets } from './packetFile'
import type { SegmentStore } from './SegmentStore'

export interface SoundOrder {
  readonly choice: SoundChoice
  /** Names the sound by everything that shapes it. */
  readonly key: string
  readonly chunks: AsyncIterable<StereoChunk>
  readonly store: Pick<SegmentStore, 'read' | 'write'>
  /** False where there is no room for it beside the film. */
  readonly isKept: boolean
  /** Resolves when the sound after so many seconds may be made. */
  readonly mayGoOn: (seconds: number) => Promise<void>
}

/** A film's encoded sound: made once, kept, and read as often as the film is written. 24 kB a second. */
export class SoundReel {
  readonly #packets: SoundPacket[] = []
  readonly #codec: SoundChoice['codec']
  /** False while more packets may come. */
  #isWhole = false
  #failure: { readonly cause: unknown } | null = null
  #wake: (() => void)[] = []
  /** Resolves when nothing more is to be done for it. */
  finished: Promise<void> = Promise.resolve()

  private constructor(codec: SoundChoice['codec']) {
    this.#codec = codec
  }

  /** Takes what is kept, or begins to make it. @throws SoundFailure */
  static async open(order: SoundOrder): Promise<SoundReel> {
    const { choice, key, store, chunks, mayGoOn } = order
    const bytes = await store.read(key)
    const file = bytes && (await unpackPackets(bytes))
    if (file) {
      const reel = new SoundReel(choice.codec)
      const { description, codec, sampleRate = SOUND_SAMPLE_RATE, numberOfChannels = 2 } = file.config
      const decoderConfig = { codec, sampleRate, numberOfChannels, ...(description ? { description } : {}) }
      for (const packet of file.packets) reel.#packets.push({ packet, metadata: { decoderConfig } })
      reel.#isWhole = true
      return reel
    }
    const encoded = await encodeSound(paced(chunks, mayGoOn), choice)
    const reel = new SoundReel(encoded.codec)
    reel.finished = reel.#fill(encoded, order).catch((cause: unknown) => {
      // Whoever reads it is told.
      reel.#failure = { cause }
      reel.#tell()
    })
    return reel
  }

  /** How far it has come. */
  get madeSeconds(): number {
    const last = this.#packets.at(-1)?.packet
    return last ? last.timestamp + last.duration : 0
  }

  /** The sound from its beginning, each time. Reading it throws what making it did. */
  get sound(): EncodedSound {
    return { codec: this.#codec, packets: this.#play() }
  }

  async *#play(): AsyncGenerator<SoundPacket> {
    for (let index = 0; ; index++) {
      while (index >= this.#packets.length && !this.#isWhole) {
        if (this.#failure) throw this.#failure.cause
        await new Promise<void>((resolve) => this.#wake.push(resolve))
      }
      const packet = this.#packets[index]
      if (!packet) return
      yield packet
    }
  }

  async #fill({ packets }: EncodedSound, { key, choice, store, isKept }: SoundOrder): Promise<void> {
    for await (const packet of packets) {
      this.#packets.push(packet)
      this.#tell()
    }
    this.#isWhole = true
    this.#tell()
    const config = this.#packets[0]?.metadata?.decoderConfig
    // What stands in for an encoder that could not be loaded is not kept: the next film may have the right one.
    if (!isKept || !config || this.#codec !== choice.codec) return
    const all = this.#packets.map(({ packet }) => packet)
    await store.write(key, await packPackets({ config: streamConfig(config), packets: all }))
  }

  #tell(): void {
    const waiting = this.#wake.splice(0)
    for (const wake of waiting) wake()
  }
}

async function* paced(
  chunks: AsyncIterable<StereoChunk>,
  mayGoOn: (seconds: number) => Promise<void>,
): AsyncGenerator<StereoChunk> {
  let samples = 0
  for await (const chunk of chunks) {
    yield chunk
    samples += chunk.left.length
    await mayGoOn(samples / SOUND_SAMPLE_RATE)
  }
}
