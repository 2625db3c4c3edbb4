import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { TooLarge, type ByteRange, type ObjectStore, type StoredBytes } from '../core/storage/objectStore'

/** Objects as files, `ab/abcdef….`, streamed in and out. See: [Note: one file per version] */
export class FileObjects implements ObjectStore {
  readonly #directory: string

  constructor(directory: string) {
    this.#directory = directory
  }

  async write(id: string, body: ReadableStream<Uint8Array>, limit: number): Promise<StoredBytes> {
    const file = this.#file(id)
    const part = `${file}.part`
    await mkdir(path.dirname(file), { recursive: true })
    const hash = createHash('md5')
    let size = 0
    const meter = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        size += chunk.byteLength
        hash.update(chunk)
        if (size > limit) done(new TooLarge())
        else done(null, chunk)
      },
    })
    try {
      await pipeline(Readable.fromWeb(nodeStream(body)), meter, createWriteStream(part, { flush: true }))
      await rename(part, file)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    return { size, eTag: `"${hash.digest('hex')}"` }
  }

  async read(id: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array> | null> {
    const file = this.#file(id)
    const exists = await stat(file).then(
      () => true,
      () => false,
    )
    if (!exists) return null
    return webStream(Readable.toWeb(createReadStream(file, range ?? {})))
  }

  async copy(from: string, to: string): Promise<void> {
    const [source, target] = [this.#file(from), this.#file(to)]
    await mkdir(path.dirname(target), { recursive: true })
    await copyFile(source, `${target}.part`)
    await rename(`${target}.part`, target)
  }

  async remove(ids: string[]): Promise<void> {
    for (const id of ids) await rm(this.#file(id), { force: true })
  }

  async list(): Promise<string[]> {
    const files = await readdir(this.#directory, { recursive: true, withFileTypes: true }).catch(() => [])
    return files.filter((file) => file.isFile()).map((file) => file.name)
  }

  /** Ids are our own UUIDs (a killed upload's `.part` when sweeping), so they cannot lead elsewhere; made sure of anyway. */
  #file(id: string): string {
    if (!/^[0-9a-f-]{36}(\.part)?$/.test(id)) throw new Error(`"${id}" is not an object id`)
    return path.join(this.#directory, id.slice(0, 2), id)
  }
}

/** The same streams at run time; Node and the DOM library disagree about their types. */
function nodeStream(stream: ReadableStream<Uint8Array>): NodeReadableStream<Uint8Array> {
  return stream as NodeReadableStream<Uint8Array>
}
function webStream(stream: NodeReadableStream): ReadableStream<Uint8Array> {
  return stream as ReadableStream<Uint8Array>
}
