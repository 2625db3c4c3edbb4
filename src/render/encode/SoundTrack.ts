import { EncodedAudioPacketSource, type Output } from 'mediabunny'
import type { EncodedSound, SoundPacket } from './sound'

/** How far the sound is read ahead, so that the pictures do not wait for it. */
const AHEAD_SECONDS = 2
/** Both codecs have packets of at least 20 ms; the encoder's run-in and a rounded end take some more. */
const PACKETS_PER_SECOND = 50
const SPARE_PACKETS = 64

/** The sound of a film being written: drawn from its source as the pictures go on. */
export class SoundTrack {
  readonly #source: EncodedAudioPacketSource
  readonly #packets: AsyncIterator<SoundPacket>
  #waiting: SoundPacket[] = []
  #readUntil = -Infinity
  #reading: Promise<void> = Promise.resolve()

  /** @param seconds how long the film is */
  constructor(output: Output, { codec, packets }: EncodedSound, seconds: number) {
    this.#source = new EncodedAudioPacketSource(codec)
    this.#packets = packets[Symbol.asyncIterator]()
    output.addAudioTrack(this.#source, {
      maximumPacketCount: Math.ceil(seconds * PACKETS_PER_SECOND) + SPARE_PACKETS,
    })
  }

  /** Writes what is heard before a time of the film, in seconds, and begins to read what comes then. */
  async writeUntil(seconds: number): Promise<void> {
    await this.#reading
    await this.#read(seconds)
    const due = this.#waiting.filter(({ packet }) => packet.timestamp < seconds)
    this.#waiting = this.#waiting.slice(due.length)
    for (const { packet, metadata } of due) await this.#source.add(packet, metadata)
    this.#reading = this.#read(seconds + AHEAD_SECONDS)
    // Whoever comes next hears of a failure; if nobody comes any more it is no news.
    this.#reading.catch(() => undefined)
  }

  /** Tells the source that nobody reads on. */
  async cancel(): Promise<void> {
    await this.#reading.catch(() => undefined)
    await this.#packets.return?.()
  }

  async #read(seconds: number): Promise<void> {
    while (this.#readUntil < seconds) {
      const { value, done } = await this.#packets.next()
      if (done) {
        this.#readUntil = Infinity
        return
      }
      this.#waiting.push(value)
      this.#readUntil = value.packet.timestamp + value.packet.duration
    }
  }
}
