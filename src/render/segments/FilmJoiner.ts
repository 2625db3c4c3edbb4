import type { Storyboard } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import type { Encoding } from '../encode/encoding'
import { FilmWriter } from '../encode/FilmWriter'
import type { Segment } from '../encode/SegmentBuffer'
import type { SyncFile } from '../encode/syncFile'
import type { Office } from './Office'
import { unpackPackets, type PacketFile } from './packetFile'
import { segmentFrames } from './segmentKey'
import type { SegmentStore } from './SegmentStore'
import type { SoundReel } from './SoundReel'

export interface JoinOrder {
  readonly storyboard: Storyboard
  readonly title: string
  readonly encoding: Encoding
  readonly file: SyncFile
  readonly store: SegmentStore
  readonly keepsSegments: boolean
}

/** Joins the segments of a film by copying their packets, each as soon as those before it are there. */
export class FilmJoiner {
  readonly #order: JoinOrder
  readonly #office: Office
  #writeMilliseconds = 0

  constructor(order: JoinOrder, office: Office) {
    this.#order = order
    this.#office = office
  }

  get writeMilliseconds(): number {
    return this.#writeMilliseconds
  }

  /** Writes the whole film. @throws StorageFull; what the office was told to fail with */
  async join(reel: SoundReel | null): Promise<void> {
    while (!(await this.#joinOnce(reel))) this.#order.file.truncate(0)
  }

  /** @returns false when what is written already is not the film any more */
  async #joinOnce(reel: SoundReel | null): Promise<boolean> {
    const { storyboard, title, encoding, file, store, keepsSegments } = this.#order
    const { fps, frameCount } = storyboard
    const office = this.#office
    const writer = await FilmWriter.create(
      file,
      { codec: encoding.video.codec, fps, frameCount, title },
      reel && reel.sound,
    )
    const joined: string[] = []
    const beginAgain = () => {
      // They went into a file that is not the film any more.
      if (!keepsSegments) office.gone(joined)
      return false
    }
    let description: string | null = null
    try {
      while (joined.length < office.keys.length) {
        const index = joined.length
        await office.whenKept(index)
        if (joined.some((key, at) => key !== office.keys[at])) return beginAgain()
        const key = office.keys[index] ?? ''
        const bytes = await store.read(key)
        const segment = bytes && (await unpackPackets(bytes))
        if (!segment) {
          await store.remove(key)
          office.lose(index)
          continue
        }
        const described = String(segment.config.description)
        if (description !== null && described !== description) {
          if (!this.#isMixed([...joined, key])) throw new RenderError('encoder_failed', 'the encoders differ')
          office.loseFound()
          return beginAgain()
        }
        description = described
        await this.#timed(() => writer.add(placed(segment, index, storyboard)))
        joined.push(key)
        if (!keepsSegments) await store.remove(key)
      }
      await this.#timed(() => writer.finish())
      return true
    } finally {
      if (joined.length < office.keys.length) await writer.cancel().catch(() => undefined)
    }
  }

  /** Whether some of these were found: they may have been made with another encoder. */
  #isMixed(keys: readonly string[]): boolean {
    return keys.some((key) => !this.#office.isMade(key))
  }

  async #timed(work: () => Promise<void>): Promise<void> {
    const start = performance.now()
    await work()
    this.#writeMilliseconds += performance.now() - start
  }
}

/** A segment at its place in the film. */
function placed({ config, packets }: PacketFile, index: number, storyboard: Storyboard): Segment {
  const { codec, codedWidth = storyboard.width, codedHeight = storyboard.height, description } = config
  const seconds = segmentFrames(storyboard, index).startFrame / storyboard.fps
  return {
    packets: packets.map((packet) => packet.clone({ timestamp: packet.timestamp + seconds })),
    metadata: {
      decoderConfig: { codec, codedWidth, codedHeight, ...(description ? { description } : {}) },
    },
  }
}
