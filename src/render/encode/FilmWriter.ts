import { EncodedVideoPacketSource, Mp4OutputFormat, Output, StreamTarget } from 'mediabunny'
import type { FilmCodec } from './codecs'
import type { Segment } from './SegmentBuffer'
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
}

// [Note: moov first] Phones and chat apps play a film while it loads only when its index comes first. The number of
// frames is known, so room for the index is reserved in front of the pictures and filled at the end: one pass, nothing in
// memory, no second copy on the disk. What is not needed stays as a `free` box (about 44 bytes a frame).

/** Writes an MP4 file as its packets come. `await add` is the backpressure. */
export class FilmWriter {
  readonly #output: Output
  readonly #source: EncodedVideoPacketSource
  #isFirst = true
  #description: string | null = null

  private constructor(output: Output, source: EncodedVideoPacketSource) {
    this.#output = output
    this.#source = source
  }

  static async create(file: SyncFile, { codec, fps, frameCount, title }: FilmFacts): Promise<FilmWriter> {
    const sink = new WritableStream<{ data: Uint8Array<ArrayBuffer>; position: number }>({
      write: ({ data, position }) => writeFully(file, data, position),
    })
    const output = new Output({
      format: new Mp4OutputFormat({ fastStart: 'reserve' }),
      target: new StreamTarget(sink, { chunked: true, chunkSize: 2 ** 20 }),
    })
    const source = new EncodedVideoPacketSource(codec)
    output.addVideoTrack(source, { frameRate: fps, maximumPacketCount: frameCount })
    output.setMetadataTags({ title, date: new Date() })
    await output.start()
    return new FilmWriter(output, source)
  }

  /** @throws StorageFull; Error when a second encoder makes another kind of stream than the first */
  async add({ packets, metadata }: Segment): Promise<void> {
    this.#checkDescription(metadata)
    for (const packet of packets) {
      await this.#source.add(packet, this.#isFirst ? metadata : undefined)
      this.#isFirst = false
    }
  }

  async finish(): Promise<void> {
    await this.#output.finalize()
  }

  async cancel(): Promise<void> {
    await this.#output.cancel()
  }

  #checkDescription(metadata: EncodedVideoChunkMetadata | undefined): void {
    const config = metadata?.decoderConfig
    if (!config) return
    const bytes = config.description === undefined ? '' : hex(config.description)
    if (this.#description !== null && this.#description !== bytes) {
      throw new Error('the second encoder describes its stream differently')
    }
    this.#description = bytes
  }
}

function writeFully(file: SyncFile, data: Uint8Array<ArrayBuffer>, position: number): void {
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

function hex(source: AllowSharedBufferSource): string {
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
