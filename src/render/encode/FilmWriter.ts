import { EncodedVideoPacketSource, Mp4OutputFormat, Output, StreamTarget } from 'mediabunny'
import { BT709 } from './checkFrames'
import type { FilmCodec } from './codecs'
import type { EncodedSound } from './sound'
import type { Segment } from './SegmentBuffer'
import { SoundTrack } from './SoundTrack'
import type { SyncFile } from './syncFile'

/** The device has no room for the film. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull'
}

export interface FilmFacts {
  readonly codec: FilmCodec
  readonly fps: number
  readonly frameCount: number
  readonly title: string
  /** When the film was made; now unless told. */
  readonly date?: Date
}

// [Note: moov first] Phones and chat apps play a film while it loads only when its index comes first. The number of
// frames is known, so room for the index is reserved in front of the pictures and filled at the end: one pass, nothing in
// memory, no second copy on the disk. What is not needed stays as a `free` box (about 44 bytes a packet).

/** Writes an MP4 file as its packets come, the sound between the pictures it belongs to. `await add` is the backpressure. */
export class FilmWriter {
  readonly #output: Output
  readonly #source: EncodedVideoPacketSource
  readonly #sound: SoundTrack | null
  #isFirst = true

  private constructor(output: Output, source: EncodedVideoPacketSource, sound: SoundTrack | null) {
    this.#output = output
    this.#source = source
    this.#sound = sound
  }

  /** @param sound as long as the pictures; read a little ahead of them */
  static async create(
    file: SyncFile,
    { codec, fps, frameCount, title, date = new Date() }: FilmFacts,
    sound: EncodedSound | null = null,
  ): Promise<FilmWriter> {
    const sink = new WritableStream<{ data: Uint8Array<ArrayBuffer>; position: number }>({
      write: ({ data, position }) => writeFully(file, data, position),
    })
    const output = new Output({
      format: new Mp4OutputFormat({ fastStart: 'reserve' }),
      target: new StreamTarget(sink, { chunked: true, chunkSize: 2 ** 20 }),
    })
    const source = new EncodedVideoPacketSource(codec)
    output.addVideoTrack(source, { frameRate: fps, maximumPacketCount: frameCount })
    const track = sound && new SoundTrack(output, sound, frameCount / fps)
    output.setMetadataTags({ title, date })
    await output.start()
    return new FilmWriter(output, source, track)
  }

  /**
   * Takes the next packets of the film; whoever gives them sees to it that all describe their stream alike.
   * @throws StorageFull; SoundFailure
   */
  async add({ packets, metadata }: Segment): Promise<void> {
    const last = packets.at(-1)
    if (!last) return
    // Before the pictures: where the index may begin is known when every track has been heard of.
    await this.#sound?.writeUntil(last.timestamp + last.duration)
    for (const packet of packets) {
      await this.#source.add(packet, this.#isFirst ? tagged(metadata) : undefined)
      this.#isFirst = false
    }
  }

  async finish(): Promise<void> {
    await this.#sound?.writeUntil(Infinity)
    await this.#output.finalize()
  }

  async cancel(): Promise<void> {
    await this.#sound?.cancel()
    await this.#output.cancel()
  }
}

/** Some encoders forget to say what colours theirs are. */
function tagged(metadata: EncodedVideoChunkMetadata | undefined): EncodedVideoChunkMetadata | undefined {
  const config = metadata?.decoderConfig
  return config && { ...metadata, decoderConfig: { ...config, colorSpace: BT709 } }
}

/** Writes all of `data`. @throws StorageFull */
export function writeFully(file: SyncFile, data: Uint8Array<ArrayBuffer>, position: number): void {
  let written: number
  try {
    written = file.write(data, { at: position })
  } catch (cause) {
    throw isQuota(cause) ? new StorageFull('no room for the film', { cause }) : cause
  }
  // A full disk in a private window does not throw: it says that it wrote 4294967288 bytes.
  if (written !== data.byteLength) throw new StorageFull(`${written} of ${data.byteLength} bytes written`)
}

const isQuota = (cause: unknown) =>
  cause instanceof Error && /quota|space/i.test(`${cause.name} ${cause.message}`)
